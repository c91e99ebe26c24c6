using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using static Tracker.Core.Progress.Requirement;
using static Tracker.Core.Recommendations.ImplementationStatus;

namespace Tracker.Core.Progress;

/// <summary>What a move asks of the person who makes it.</summary>
public enum Requirement
{
    UpdateText,
    Summary,
    CompletionDate,
    Evidence,
    Reason,
    ReviewDate,
    DueDate,
    VerificationNote,
    ClosureOutcome,
    Comment,
}

/// <summary>One allowed move of the implementation status.</summary>
public sealed record StatusTransition(
    ImplementationStatus From,
    ImplementationStatus To,
    Role Role,
    params IReadOnlyList<Requirement> Requires
);

/// <summary>A move that a certain actor may make now, and whether it is made in the name of the lead.</summary>
public sealed record OfferedMove(
    ImplementationStatus To,
    IReadOnlyList<Requirement> Requires,
    bool OnBehalfOfLead
)
{
    public bool Asks(Requirement requirement) => Requires.Contains(requirement);
}

/// <summary>The table of moves, row for row that of status_transitions.csv (a test compares them).</summary>
public static class StatusTransitions
{
    public static IReadOnlyList<StatusTransition> All { get; } =
    [
        new(NotStarted, InProgress, Role.FocalPoint, UpdateText),
        new(
            NotStarted,
            Implemented,
            Role.FocalPoint,
            Summary,
            CompletionDate,
            Requirement.Evidence
        ),
        new(NotStarted, Deferred, Role.FocalPoint, Reason, ReviewDate),
        new(NotStarted, NoLongerApplicable, Role.IomCoordinator, Reason),
        new(
            InProgress,
            Implemented,
            Role.FocalPoint,
            Summary,
            CompletionDate,
            Requirement.Evidence
        ),
        new(InProgress, Deferred, Role.FocalPoint, Reason, ReviewDate),
        new(InProgress, NoLongerApplicable, Role.IomCoordinator, Reason),
        new(InProgress, NotStarted, Role.Admin, Reason),
        new(Implemented, Verified, Role.IomCoordinator, VerificationNote, ClosureOutcome),
        new(Implemented, Verified, Role.Admin, VerificationNote, ClosureOutcome),
        new(Implemented, InProgress, Role.IomCoordinator, Comment),
        new(Implemented, InProgress, Role.FocalPoint, Comment),
        new(Verified, InProgress, Role.IomCoordinator, Reason),
        new(Verified, InProgress, Role.Admin, Reason),
        new(Deferred, InProgress, Role.FocalPoint, UpdateText),
        new(Deferred, NotStarted, Role.FocalPoint, DueDate),
        new(Deferred, NoLongerApplicable, Role.IomCoordinator, Reason),
        new(NoLongerApplicable, NotStarted, Role.Admin, Reason),
    ];

    /// <summary>
    /// The moves open to an actor. A coordinator may make the focal point's moves for the lead, after a call or a
    /// letter: both names are kept. The role's own row goes before acting for somebody else.
    /// </summary>
    public static IReadOnlyList<OfferedMove> For(Actor actor, RecommendationFacts item) =>
        [
            .. All.Where(t => t.From == item.Status)
                .Select(t => Offer(t, actor, item))
                .OfType<OfferedMove>()
                .GroupBy(m => m.To)
                .Select(same => same.OrderBy(m => m.OnBehalfOfLead).First()),
        ];

    private static OfferedMove? Offer(StatusTransition row, Actor actor, RecommendationFacts item)
    {
        if (row.To == Verified && AccessRules.ToVerify(actor, item) is not null)
        {
            return null;
        }
        return (row.Role, actor.Role) switch
        {
            (Role.FocalPoint, Role.FocalPoint) when actor.ActsFor(item.Lead) => new(
                row.To,
                row.Requires,
                false
            ),
            (Role.FocalPoint, Role.IomCoordinator) when item.Lead is not null => new(
                row.To,
                row.Requires,
                true
            ),
            // To send back the declaration of one's own organisation is to withdraw it.
            (Role.IomCoordinator, Role.IomCoordinator)
                when row.From == Implemented && actor.ActsFor(item.Lead) => null,
            (Role.IomCoordinator, Role.IomCoordinator) => new(row.To, row.Requires, false),
            (Role.Admin, Role.Admin) => new(row.To, row.Requires, false),
            _ => null,
        };
    }
}
