namespace Tracker.Core.Views;

/// <summary>A page under a filter that somebody gave a name, as its reader may use it.</summary>
/// <param name="Slug">Names it in its address, <c>/views/{slug}</c>.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Shared">Offered to everybody; each opens it with their own rights.</param>
/// <param name="IsMine">The reader saved it.</param>
/// <param name="IsStart">The reader begins with it.</param>
/// <param name="MayBeRemoved">By its owner; a shared one also by the coordination.</param>
public sealed record KeptView(
    string Slug,
    string Name,
    string Address,
    bool Shared,
    bool IsMine,
    bool IsStart,
    bool MayBeRemoved
);

/// <summary>What a view is saved from.</summary>
/// <param name="Address">Path and query of the page.</param>
public sealed record ViewEntry(string Name, string Address, bool Shared);

/// <summary>What may be saved as a view.</summary>
public static class ViewRules
{
    public const int LongestName = 120;
    public const int LongestQuery = 2000;

    /// <summary>The pages that a view may lead to: those whose address is their state.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    ["/", "/recommendations", "/changes", "/comparison"];

    public static IEnumerable<FieldFault> Check(ViewEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Name))
        {
            yield return new("Name", Fault.Required);
        }
        else if (entry.Name.Trim().Length > LongestName)
        {
            yield return new(
                "Name",
                Fault.TooLong,
                LongestName.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        }
        var (page, query) = Parts(entry.Address);
        if (!Pages.Contains(page, StringComparer.Ordinal) || query.Length > LongestQuery)
        {
            yield return new("Address", Fault.NotAnAddress);
        }
    }

    /// <summary>Page and query, without the question mark and without the place in the page.</summary>
    public static (string Page, string Query) Parts(string? address)
    {
        var whole = (address ?? "").Split('#')[0];
        var at = whole.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? (whole, "") : (whole[..at], whole[(at + 1)..]);
    }
}
