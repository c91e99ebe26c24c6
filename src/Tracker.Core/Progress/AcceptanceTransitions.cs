using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using static Tracker.Core.Recommendations.Acceptance;

namespace Tracker.Core.Progress;

/// <summary>One allowed move of the lead's answer.</summary>
/// <param name="NeedsReason">A justification: which part, or why not.</param>
/// <param name="BeforeDeclaration">Not once the recommendation is implemented or verified.</param>
public sealed record AcceptanceTransition(
    Acceptance From,
    Acceptance To,
    Role Role,
    bool NeedsReason,
    bool BeforeDeclaration = false
);

/// <summary>An answer that a certain actor may give now.</summary>
public sealed record OfferedAnswer(Acceptance To, bool NeedsReason, bool OnBehalfOfLead);

/// <summary>The table of answers, row for row that of status_transitions.csv (a test compares them).</summary>
public static class AcceptanceTransitions
{
    public const int LongestReason = StatusChangeRules.LongestText;

    public static IReadOnlyList<AcceptanceTransition> All { get; } =
    [
        new(UnderConsideration, Accepted, Role.FocalPoint, false),
        new(UnderConsideration, PartiallyAccepted, Role.FocalPoint, true),
        new(UnderConsideration, NotAccepted, Role.FocalPoint, true),
        new(Accepted, PartiallyAccepted, Role.FocalPoint, true, true),
        new(Accepted, NotAccepted, Role.FocalPoint, true, true),
        new(PartiallyAccepted, Accepted, Role.FocalPoint, false),
        new(PartiallyAccepted, NotAccepted, Role.FocalPoint, true, true),
        new(NotAccepted, UnderConsideration, Role.IomCoordinator, true),
    ];

    /// <summary>The answers open to an actor; a coordinator may write down what the lead said in a call or a letter.</summary>
    public static IReadOnlyList<OfferedAnswer> For(Actor actor, RecommendationFacts item) =>
        item.Lead is null
            ? []
            :
            [
                .. All.Where(t => t.From == item.Acceptance)
                    .Where(t => !t.BeforeDeclaration || !IsDeclared(item.Status))
                    .Select(t => Offer(t, actor, item.Lead))
                    .OfType<OfferedAnswer>(),
            ];

    /// <summary>All broken rules of an answer. Empty where it may be saved.</summary>
    public static IReadOnlyList<FieldFault> Check(OfferedAnswer answer, string? reason)
    {
        if (answer.NeedsReason && string.IsNullOrWhiteSpace(reason))
        {
            return [new("Reason", Fault.ReasonRequired)];
        }
        return reason?.Length > LongestReason ? [new("Reason", Fault.TooLong, "4000")] : [];
    }

    private static bool IsDeclared(ImplementationStatus status) =>
        status is ImplementationStatus.Implemented or ImplementationStatus.Verified;

    private static OfferedAnswer? Offer(AcceptanceTransition row, Actor actor, string lead) =>
        (row.Role, actor.Role) switch
        {
            (Role.FocalPoint, Role.FocalPoint) when actor.ActsFor(lead) => new(
                row.To,
                row.NeedsReason,
                false
            ),
            (Role.FocalPoint, Role.IomCoordinator) => new(row.To, row.NeedsReason, true),
            (Role.IomCoordinator, Role.IomCoordinator) => new(row.To, row.NeedsReason, false),
            _ => null,
        };
}
