using System.Globalization;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Recommendations;

/// <summary>Addresses of a record and of its forms.</summary>
public static class RecordAddresses
{
    /// <summary>The parameter that says where in the list a record was opened.</summary>
    public const string Position = "n";

    /// <summary>Stands where a code would: the page that enters one.</summary>
    public const string New = "new";

    public static string Of(string code) => $"/recommendations/{Uri.EscapeDataString(code)}";

    public static string Of(string code, string form) => $"{Of(code)}/{form}";

    /// <summary>As it was on an earlier day; as it is where the day is null.</summary>
    public static string On(string code, DateOnly? asOf) =>
        FilterAddress.At(Of(code), RecommendationFilter.Everything with { AsOf = asOf });

    public static string InList(string code, RecommendationFilter filter, int position)
    {
        var address = FilterAddress.At(Of(code), filter);
        var joint = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{address}{joint}{Position}={position}"
        );
    }
}
