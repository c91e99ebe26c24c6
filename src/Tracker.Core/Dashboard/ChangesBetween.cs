using Tracker.Core.Recommendations;

namespace Tracker.Core.Dashboard;

/// <summary>What moved between two evenings, in numbers and record by record.</summary>
/// <param name="From">The evening from which.</param>
/// <param name="To">The evening up to which.</param>
public sealed record ChangesBetween(DateOnly From, DateOnly To, RecommendationFilter Filter)
{
    public required Measures Before { get; init; }
    public required Measures After { get; init; }

    /// <summary>Null where the filter cannot be followed from day to day.</summary>
    public Flow? Flow { get; init; }

    /// <summary>Records that stand otherwise than before, by code; the first of them where there are many.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];

    /// <summary>Of one kind of entry or exit, where one was asked for, in the order of days.</summary>
    public IReadOnlyList<FlowEvent> Events { get; init; } = [];

    /// <summary>All of them, whatever is shown.</summary>
    public int Total { get; init; }
    public IReadOnlyList<FilterProblem> Problems { get; init; } = [];
}

/// <summary>A record as it stood then and stands now; null where the filter did not keep it.</summary>
public sealed record RecordChange(string Code, RecommendationRow? Before, RecommendationRow? After)
{
    /// <summary>What it was linked to on one of the evenings only, where the filter kept it on both.</summary>
    public IReadOnlyList<LinkChange> Links { get; init; } = [];
}

/// <param name="Parameter">The kind of link, as addresses name it: supporting, place, framework.</param>
/// <param name="Added">Whether it came; else it went.</param>
public sealed record LinkChange(string Parameter, string Code, bool Added);

/// <summary>Something that entered the stock or left it.</summary>
/// <param name="Row">As it is today; null where the reader may not see it any more.</param>
public sealed record FlowEvent(string Code, DateOnly On, FlowKind Kind, RecommendationRow? Row);
