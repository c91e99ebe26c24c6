using Tracker.Core.Evidence;
using Tracker.Core.Lists;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;

namespace Tracker.Core.Dashboard;

/// <summary>The state of a filter on a day, as far as the reader may see it.</summary>
/// <param name="Filter">As applied: unknown codes taken out.</param>
/// <param name="Problems">What in the address was left out.</param>
public sealed record DashboardFigures(
    DateOnly Day,
    RecommendationFilter Filter,
    IReadOnlyList<FilterProblem> Problems
)
{
    public required RecommendationCounts Counts { get; init; }
    public required Measures Measures { get; init; }

    /// <summary>Themes in use, in their own order.</summary>
    public required IReadOnlyList<Tally> ByTheme { get; init; }

    /// <summary>Leads by name; a null choice counts what nobody leads.</summary>
    public required IReadOnlyList<Tally> ByLead { get; init; }

    /// <summary>Workshops, the latest first.</summary>
    public required IReadOnlyList<Tally> ByWorkshop { get; init; }

    /// <summary>By place or framework entry, where asked for. Their sum may exceed the total.</summary>
    public IReadOnlyList<Tally> ByLink { get; init; } = [];

    /// <summary>What is late, the longest first; and how many have been for how long.</summary>
    public required Lateness Overdue { get; init; }
    public required Lateness Stale { get; init; }

    /// <summary>Declared and not verified yet.</summary>
    public required Waiting Waiting { get; init; }

    /// <summary>Declared or verified without anything that counts as evidence.</summary>
    public required int WithoutEvidence { get; init; }

    /// <summary>What holds open work up, the most frequent first.</summary>
    public required IReadOnlyList<BlockerCount> Blockers { get; init; }

    /// <summary>Quarter by quarter, the day's own last and up to that day.</summary>
    public required IReadOnlyList<FlowOfQuarter> Flow { get; init; }

    /// <summary>How long recommendations have been in the status they are in.</summary>
    public required IReadOnlyList<TimeInStatus> TimeInStatus { get; init; }

    /// <summary>Verified last, with what shows it.</summary>
    public required IReadOnlyList<RecentlyVerified> Verified { get; init; }

    /// <summary>Last changed first; empty for an earlier day.</summary>
    public IReadOnlyList<RecentChange> Recent { get; init; } = [];
}

/// <summary>A group and how many of its recommendations carry each status.</summary>
public sealed record Tally(
    Choice? Of,
    int Total,
    int Overdue,
    IReadOnlyDictionary<ImplementationStatus, int> ByStatus
);

/// <summary>How long some recommendations have been late or silent.</summary>
/// <param name="Bands">Up to 30, 90, 365 days, and longer.</param>
/// <param name="Longest">The first few rows.</param>
public sealed record Lateness(
    int Total,
    IReadOnlyList<int> Bands,
    IReadOnlyList<RecommendationRow> Longest
)
{
    /// <summary>Upper ends of the bands but the last, in days.</summary>
    public static IReadOnlyList<int> Ends { get; } = [30, 90, 365];

    public static int BandOf(int days) =>
        days <= Ends[0] ? 0
        : days <= Ends[1] ? 1
        : days <= Ends[2] ? 2
        : 3;
}

/// <param name="Long">Those that have waited longer than the rule allows.</param>
/// <param name="Longest">The first few, the longest waiting first.</param>
public sealed record Waiting(int Total, int Long, IReadOnlyList<RecommendationRow> Longest);

public sealed record BlockerCount(Choice Cause, int Count);

/// <param name="Median">Days; half of them have been longer.</param>
/// <param name="Longest">Days.</param>
public sealed record TimeInStatus(ImplementationStatus Status, int Count, int Median, int Longest);

/// <param name="On">The day it was verified.</param>
public sealed record RecentlyVerified(
    RecommendationRow Row,
    ClosureOutcome? Outcome,
    DateOnly On,
    IReadOnlyList<ShownEvidence> Evidence
);

/// <summary>A piece of evidence that the reader may open.</summary>
/// <param name="Address">Of a link; null for a file.</param>
public sealed record ShownEvidence(Guid Id, EvidenceKind Kind, string Title, string? Address);

/// <param name="At">UTC.</param>
public sealed record RecentChange(RecommendationRow Row, DateTime At);
