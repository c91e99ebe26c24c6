using Tracker.Core.Access;
using Tracker.Core.Recommendations;

namespace Tracker.Core.Evidence;

/// <summary>Who may do what with evidence that is there, beyond <see cref="AccessRules"/>.</summary>
public static class EvidenceRules
{
    public const int LongestReason = 1000;

    /// <summary>
    /// The deed under which evidence is changed. Once closed or refused by the lead nothing is attached any more, but the
    /// coordination still takes back or hides what should not have been shown.
    /// </summary>
    public static Deed DeedOf(Actor actor, RecommendationFacts item) =>
        actor.Coordinates
        && (!FlagRules.IsOpen(item.Status) || item.Acceptance == Acceptance.NotAccepted)
            ? Deed.CorrectRecommendation
            : Deed.AttachEvidence;

    /// <summary>In whose name the actor attaches; null where there is nobody to speak for.</summary>
    public static string? SpeakerOf(Actor actor, RecommendationFacts item) =>
        actor.ActsFor(item.Lead) || (actor.Coordinates && item.Lead is not null) ? item.Lead
        : actor.Coordinates ? (actor.Organisations is [var own, ..] ? own : null)
        : item.Supporting.FirstOrDefault(actor.ActsFor);

    /// <summary>Replacing and taking back: by the organisation that attached it, and by the coordination.</summary>
    public static bool MayTakeBack(Actor actor, string organisation) =>
        actor.Coordinates || (actor.Role == Role.FocalPoint && actor.ActsFor(organisation));

    /// <summary>Opening to donors, and closing again: the lead answers for it, and the coordination.</summary>
    public static bool MayShare(Actor actor, RecommendationFacts item) =>
        actor.Coordinates || (actor.Role == Role.FocalPoint && actor.ActsFor(item.Lead));

    /// <summary>What was taken back is for those who must know that it was there.</summary>
    public static bool SeesWithdrawn(Actor actor, string? lead) =>
        actor.Coordinates || (actor.Role == Role.FocalPoint && actor.ActsFor(lead));
}
