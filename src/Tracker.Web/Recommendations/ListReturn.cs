using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Recommendations;

/// <summary>
/// The way from a row to a form and back: a form opened from the list knows the list it came from, and the list is told
/// which rows changed and where they stood (each as <c>CODE~position</c>), so that they stay in sight even where the filter would drop them.
/// </summary>
public sealed record ListReturn(RecommendationFilter Filter)
{
    /// <summary>The list's own filter, as one value of a form's address.</summary>
    public const string Back = "back";

    /// <summary>Where on the page the row stood, counted from nought.</summary>
    public const string At = "at";

    private const int MostChanged = 100;

    public string ToForm(string code, string form, int position) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{RecordAddresses.Of(code, form)}?{Query}&{At}={position}"
        );

    public string ToMany(string act) => $"/recommendations/several/{act}?{Query}";

    /// <summary>The list as it was, with its changed rows.</summary>
    public string Address(IEnumerable<(string Code, int Position)> changed)
    {
        var list = FilterAddress.At("/recommendations", Filter);
        foreach (var (code, position) in changed.Take(MostChanged))
        {
            var joint = list.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            list = string.Create(
                CultureInfo.InvariantCulture,
                $"{list}{joint}{FilterAddress.Changed}={Uri.EscapeDataString(code)}~{position}"
            );
        }
        return list;
    }

    /// <summary>Null for a form that was not opened from a list.</summary>
    public static ListReturn? Read(Uri address)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        return query.TryGetValue(Back, out var list)
            ? new ListReturn(Parse(list.ToString()))
            : null;
    }

    /// <summary>A filter from the query of a list's address.</summary>
    public static RecommendationFilter Parse(string query) =>
        FilterAddress
            .Read(
                QueryHelpers
                    .ParseQuery("?" + query)
                    .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
            )
            .Filter;

    public static int ReadPosition(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue(At, out var typed)
        && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : 0;

    /// <summary>What the list was told; anything that is no code is left out.</summary>
    public static IReadOnlyList<(string Code, int Position)> ReadChanged(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue(FilterAddress.Changed, out var marks)
            ?
            [
                .. marks
                    .OfType<string>()
                    .Take(MostChanged)
                    .Select(Read)
                    .Where(c => c.Code.Length > 0),
            ]
            : [];

    private static (string Code, int Position) Read(string mark)
    {
        var parts = mark.Split('~');
        return int.TryParse(
            parts.ElementAtOrDefault(1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var position
        )
            ? (parts[0], position)
            : (parts[0], 0);
    }

    private string Query => $"{Back}={Uri.EscapeDataString(FilterAddress.Write(Filter))}";
}
