using Tracker.Core.Progress;
using Tracker.Core.Recommendations;

namespace Tracker.Core.Access;

/// <summary>What the rules need to know about one recommendation, read fresh from the database.</summary>
public readonly record struct RecommendationFacts(
    Publication Publication,
    Acceptance Acceptance,
    ImplementationStatus Status,
    string? Lead
);

/// <summary>
/// Who may do what. Rows and records carry the answers of these rules and commands ask them again, so that a hidden
/// button and a refused command cannot disagree. Source of the moves: status_transitions.csv.
/// </summary>
public static class AccessRules
{
    /// <summary>Workshops and recommendations are entered by coordinators and administrators.</summary>
    public static Refusal? ToEnter(Actor actor)
    {
        if (actor.Coordinates)
        {
            return null;
        }
        return actor.Role == Role.Anonymous ? Refusal.SignInFirst : Refusal.CoordinationOnly;
    }

    /// <summary>Null where the actor may do the deed on this recommendation, else why not.</summary>
    public static Refusal? On(Actor actor, Deed deed, RecommendationFacts item)
    {
        if (actor.Role == Role.Anonymous)
        {
            return Refusal.SignInFirst;
        }
        if (item.Publication == Publication.Archived)
        {
            return Refusal.Archived;
        }
        return deed switch
        {
            Deed.CorrectRecommendation or Deed.AssignOwner or Deed.ArchiveRecommendation => ToEnter(
                actor
            ),
            Deed.PublishRecommendation => ToEnter(actor)
                ?? (item.Publication == Publication.Draft ? null : Refusal.AlreadyPublished),
            Deed.SetDueDate => ToWorkOn(actor, item),
            Deed.ChangeStatus => ToChangeStatus(actor, item),
            Deed.Undo => ToWorkOn(actor, item),
            _ => Refusal.CoordinationOnly,
        };
    }

    /// <summary>The deeds whose buttons the actor is shown on this recommendation.</summary>
    public static IReadOnlyList<Deed> Allowed(Actor actor, RecommendationFacts item) =>
        [.. OnRecommendations.Where(deed => On(actor, deed, item) is null)];

    private static readonly Deed[] OnRecommendations =
    [
        Deed.ChangeStatus,
        Deed.AssignOwner,
        Deed.SetDueDate,
        Deed.CorrectRecommendation,
        Deed.PublishRecommendation,
        Deed.ArchiveRecommendation,
    ];

    /// <summary>The coordination and the lead.</summary>
    private static Refusal? ToWorkOn(Actor actor, RecommendationFacts item)
    {
        if (actor.Coordinates)
        {
            return null;
        }
        if (actor.Role != Role.FocalPoint)
        {
            return Refusal.ReadOnlyRole;
        }
        return actor.ActsFor(item.Lead) ? null : Refusal.LeadOnly;
    }

    private static Refusal? ToChangeStatus(Actor actor, RecommendationFacts item)
    {
        if (actor.Role is Role.DonorViewer or Role.Analyst)
        {
            return Refusal.ReadOnlyRole;
        }
        if (actor.Role == Role.FocalPoint && !actor.ActsFor(item.Lead))
        {
            return Refusal.LeadOnly;
        }
        if (item.Publication == Publication.Draft)
        {
            return Refusal.NotPublished;
        }
        if (item.Acceptance == Acceptance.NotAccepted)
        {
            return Refusal.NotAccepted;
        }
        if (StatusTransitions.For(actor, item).Count > 0)
        {
            return null;
        }
        if (item.Lead is null)
        {
            return Refusal.NoLead;
        }
        return actor.Role == Role.Admin ? Refusal.LeadOnly : Refusal.NotYetAvailable;
    }
}
