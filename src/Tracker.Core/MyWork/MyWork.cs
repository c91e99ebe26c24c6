using Tracker.Core.Access;
using Tracker.Core.Comments;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.MyWork;

/// <summary>Why something is owed now, the most pressing first.</summary>
public enum WorkSection
{
    Returned,
    Overdue,
    DueSoon,
    AwaitingAnswer,
    Stale,
    ReviewDue,
}

/// <summary>What one person owes today, and what waits for them.</summary>
public sealed record WorkToday
{
    public required DateOnly Today { get; init; }

    /// <summary>The organisations the reader acts for.</summary>
    public required IReadOnlyList<OrganisationLabel> Organisations { get; init; }

    /// <summary>False for those who only read: nothing is ever owed by them.</summary>
    public required bool Works { get; init; }

    /// <summary>Each recommendation once, in its most pressing section; empty sections are left out.</summary>
    public IReadOnlyList<OwedGroup> Owed { get; init; } = [];

    /// <summary>All published recommendations their organisations lead, owed or not.</summary>
    public int Led { get; init; }

    /// <summary>All published recommendations their organisations support.</summary>
    public int Supported { get; init; }

    /// <summary>Of these, how many are still open to contributions.</summary>
    public int SupportedOpen { get; init; }

    /// <summary>The first of those that are open.</summary>
    public IReadOnlyList<LinkedRecommendation> Supporting { get; init; } = [];

    /// <summary>Comments of the last days that mention their organisations, newest first.</summary>
    public IReadOnlyList<MentionLine> Mentions { get; init; } = [];

    /// <summary>What waits for the coordination; null for everybody else.</summary>
    public CoordinationWork? Coordination { get; init; }

    public int OwedCount => Owed.Sum(g => g.Total);
}

/// <param name="Total">How many stand in the section; the rows are the first of them.</param>
public sealed record OwedGroup(WorkSection Section, int Total, IReadOnlyList<OwedRow> Rows);

/// <summary>One recommendation that asks for something.</summary>
public sealed record OwedRow
{
    public required string Code { get; init; }

    /// <summary>To be sent back with an update.</summary>
    public required long Version { get; init; }
    public required Bilingual Title { get; init; }
    public required ImplementationStatus Status { get; init; }
    public required Acceptance Acceptance { get; init; }
    public required Flags Flags { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary>The day its section counts from: returned, due, published, last heard of, to be reviewed.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>What the reader may do to it.</summary>
    public required IReadOnlyList<Deed> Deeds { get; init; }
}

/// <param name="ToVerify">Declarations this reader may verify.</param>
/// <param name="OldestDeclared">The day the oldest of them was declared.</param>
/// <param name="ReviewDue">Deferred ones whose review date has passed, whoever leads them.</param>
/// <param name="ProposedLeads">Leads that were only proposed and not yet heard of it.</param>
public sealed record CoordinationWork(
    int ToVerify,
    DateOnly? OldestDeclared,
    int ReviewDue,
    int ProposedLeads
);

/// <summary>In which section a recommendation stands.</summary>
public static class WorkRules
{
    /// <summary>Mentions older than this have been read or never will be.</summary>
    public const int MentionDays = 30;

    /// <summary>The most pressing thing it asks of its lead; null where it asks for nothing today.</summary>
    public static WorkSection? SectionOf(FlagFacts item, DateOnly? returnedOn, DateOnly today)
    {
        if (item.Acceptance == Acceptance.NotAccepted || !FlagRules.IsOpen(item.Status))
        {
            return null;
        }
        if (returnedOn is not null)
        {
            return WorkSection.Returned;
        }
        var flags = FlagRules.Of(item, today);
        return flags.HasFlag(Flags.Overdue) ? WorkSection.Overdue
            : flags.HasFlag(Flags.DueSoon) ? WorkSection.DueSoon
            : item.Acceptance == Acceptance.UnderConsideration ? WorkSection.AwaitingAnswer
            : flags.HasFlag(Flags.Stale) ? WorkSection.Stale
            : flags.HasFlag(Flags.ReviewDue) ? WorkSection.ReviewDue
            : null;
    }

    /// <summary>The day the section counts from.</summary>
    public static DateOnly SinceOf(WorkSection section, FlagFacts item, DateOnly? returnedOn) =>
        section switch
        {
            WorkSection.Returned => returnedOn,
            WorkSection.Overdue or WorkSection.DueSoon => item.DueDate,
            WorkSection.AwaitingAnswer => item.PublishedOn,
            WorkSection.Stale => item.LastUpdateOn ?? item.PublishedOn,
            _ => item.ReviewDate,
        } ?? item.StatusSince;
}
