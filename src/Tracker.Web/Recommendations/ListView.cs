using Tracker.Core.Recommendations;

namespace Tracker.Web.Recommendations;

/// <summary>What the list page shows, small enough to be handed to the circuit.</summary>
public sealed record ListView(
    RecommendationPage Page,
    RecommendationCounts Counts,
    RecommendationFacets Facets,
    bool MayEnter
)
{
    /// <summary>The reader's organisations, for "mine".</summary>
    public IReadOnlyList<string> Mine { get; init; } = [];

    /// <summary>The filter of last time, offered on a list that has none.</summary>
    public string? Last { get; init; }

    /// <summary>Where nothing was found: how many rows come back without each condition.</summary>
    public IReadOnlyList<Loosening> Loosenings { get; init; } = [];

    /// <summary>Rows that a form changed a moment ago.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>With the row as it is by now, in the place it had.</summary>
    public ListView With(RecommendationRow row) =>
        this with
        {
            Page = Page with { Rows = [.. Page.Rows.Select(r => r.Code == row.Code ? row : r)] },
        };
}

/// <summary>One condition of an empty list, and how many rows there are without it.</summary>
public sealed record Loosening(Condition Condition, int Rows);
