namespace Tracker.Core.Recommendations;

/// <summary>What a list is sorted by; the codes stand in the address.</summary>
public enum SortKey
{
    Code,
    Title,
    Theme,
    Lead,
    Status,
    Acceptance,
    Due,
    Percent,
    Updated,
}

/// <summary>
/// Which recommendations, in which order, which page. One record serves the list, the dashboard's links, the address,
/// and the exports. Values of one field are alternatives; different fields narrow one another.
/// </summary>
public sealed record RecommendationFilter
{
    /// <summary>The value of <c>lead</c> that asks for recommendations without one.</summary>
    public const string NoLead = "none";

    public const int DefaultSize = 25;

    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    public static RecommendationFilter Everything { get; } = new();

    /// <summary>Words that must all be found.</summary>
    public string? Search { get; init; }
    public IReadOnlyList<ImplementationStatus> Statuses { get; init; } = [];
    public IReadOnlyList<Acceptance> Acceptances { get; init; } = [];
    public IReadOnlyList<RecommendationKind> Kinds { get; init; } = [];
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> Leads { get; init; } = [];
    public IReadOnlyList<string> Supporting { get; init; } = [];
    public IReadOnlyList<string> Workshops { get; init; } = [];
    public IReadOnlyList<string> Funders { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>Computed flags, each a condition of its own: overdue and stale means both.</summary>
    public Flags Flags { get; init; }
    public DateOnly? DueBefore { get; init; }
    public DateOnly? DueAfter { get; init; }
    public DateOnly? ChangedAfter { get; init; }

    /// <summary>Codes of the causes that hold the work up, by its last update.</summary>
    public IReadOnlyList<string> BlockedBy { get; init; } = [];

    /// <summary>Last heard of after this day.</summary>
    public DateOnly? UpdatedAfter { get; init; }

    /// <summary>Only what has a due date.</summary>
    public bool WithDueDate { get; init; }

    /// <summary>Declared or verified, and nothing that counts as evidence shows it.</summary>
    public bool WithoutEvidence { get; init; }

    /// <summary>The day whose state is asked for; null asks for today's.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only a proposal so far: the coordinator has still to confirm the lead.</summary>
    public bool ProposedLead { get; init; }

    /// <summary>The drafts instead of what is published; coordinators only.</summary>
    public bool Drafts { get; init; }
    public SortKey Sort { get; init; }
    public bool Descending { get; init; }
    public int Page { get; init; } = 1;
    public int Size { get; init; } = DefaultSize;

    /// <summary>Whether any condition narrows the list (sort and page do not).</summary>
    public bool Narrows => FilterAddress.Conditions(this).Any();

    /// <summary>The day the rows describe.</summary>
    public DateOnly DayOr(DateOnly today) => AsOf ?? today;

    /// <summary>The number in the whole list, from one, of a row of this page, from nought.</summary>
    public int NumberOf(int index) => ((Page - 1) * Size) + index + 1;

    /// <summary>The same conditions from the first page.</summary>
    public RecommendationFilter FromStart() => this with { Page = 1 };
}
