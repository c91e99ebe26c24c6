using Tracker.Core.Progress;
using Tracker.Core.Recommendations;

namespace Tracker.Core.Access;

/// <summary>What the rules need to know about one recommendation, read fresh from the database.</summary>
public readonly record struct RecommendationFacts(
    Publication Publication,
    Acceptance Acceptance,
    ImplementationStatus Status,
    string? Lead
)
{
    /// <summary>Codes of the organisations that support it now.</summary>
    public IReadOnlyList<string> Supporting { get; init; } = [];

    /// <summary>A coordinator belongs to the lead organisation: somebody else has to verify.</summary>
    public bool LeadVerifies { get; init; }
}

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

    /// <summary>Lists that forms offer are kept by administrators.</summary>
    public static Refusal? ToKeepLists(Actor actor) =>
        actor.Role switch
        {
            Role.Admin or Role.Worker => null,
            Role.Anonymous => Refusal.SignInFirst,
            _ => Refusal.AdministratorOnly,
        };

    /// <summary>Views are everybody's convenience; offering one to all is for those who work here and those who analyse.</summary>
    public static Refusal? ToSaveView(Actor actor, bool shared) =>
        actor.Role == Role.Anonymous ? Refusal.SignInFirst
        : shared && actor.Role == Role.DonorViewer ? Refusal.ReadOnlyRole
        : null;

    /// <summary>One's own; a shared one also by the coordination, which keeps the list tidy.</summary>
    public static Refusal? ToRemoveView(Actor actor, Guid owner, bool shared) =>
        actor.Role == Role.Anonymous ? Refusal.SignInFirst
        : actor.Id == owner || (shared && actor.Coordinates) ? null
        : Refusal.CoordinationOnly;

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
            Deed.CorrectRecommendation
            or Deed.AssignOwner
            or Deed.ArchiveRecommendation
            or Deed.LinkRecommendations => ToEnter(actor),
            Deed.PublishRecommendation => ToEnter(actor)
                ?? (item.Publication == Publication.Draft ? null : Refusal.AlreadyPublished),
            Deed.SetDueDate => ToWorkOn(actor, item),
            Deed.ChangeStatus => ToChangeStatus(actor, item),
            Deed.AnswerRecommendation => ToAnswer(actor, item),
            Deed.PostUpdate => ToWorkOn(actor, item) ?? ToSpeakFor(actor, item) ?? WhileOpen(item),
            Deed.PostContribution => ToContribute(actor, item) ?? WhileOpen(item),
            Deed.SetMilestone => ToWorkOn(actor, item) ?? WhileOpen(item),
            Deed.AttachEvidence => ToShow(actor, item) ?? WhileOpen(item),
            Deed.WriteComment => ToComment(actor, item),
            Deed.Undo => ToWorkOn(actor, item),
            _ => Refusal.CoordinationOnly,
        };
    }

    /// <summary>The deeds whose buttons the actor is shown on this recommendation.</summary>
    public static IReadOnlyList<Deed> Allowed(Actor actor, RecommendationFacts item) =>
        [.. OnRecommendations.Where(deed => On(actor, deed, item) is null)];

    /// <summary>Those that a line of a list offers at once: a line carries no others, since it travels often.</summary>
    public static IReadOnlyList<Deed> AllowedInList(Actor actor, RecommendationFacts item) =>
        [.. InList.Where(deed => On(actor, deed, item) is null)];

    private static readonly Deed[] InList = [Deed.ChangeStatus, Deed.AssignOwner, Deed.SetDueDate];

    private static readonly Deed[] OnRecommendations =
    [
        Deed.ChangeStatus,
        Deed.PostUpdate,
        Deed.PostContribution,
        Deed.AnswerRecommendation,
        Deed.AttachEvidence,
        Deed.SetMilestone,
        Deed.WriteComment,
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

    /// <summary>Comments between those who work on it are no business of readers. Source: DOMAIN.md sections 2 and 7.</summary>
    public static bool SeesComments(Actor actor) =>
        actor.Coordinates || actor.Role == Role.FocalPoint;

    /// <summary>Internal evidence is seen by those who work here; shared evidence by whoever sees the recommendation.</summary>
    public static bool SeesInternalEvidence(Actor actor) => SeesComments(actor);

    /// <summary>
    /// Null where the actor may say that a declaration holds. Nobody verifies what their own organisation leads; an
    /// administrator does so only in the place of a coordinator who belongs to the lead. Source: status_transitions.csv.
    /// </summary>
    public static Refusal? ToVerify(Actor actor, RecommendationFacts item) =>
        actor.Role switch
        {
            Role.Anonymous => Refusal.SignInFirst,
            Role.IomCoordinator => actor.ActsFor(item.Lead) ? Refusal.OwnVerification : null,
            Role.Admin when actor.ActsFor(item.Lead) => Refusal.OwnVerification,
            Role.Admin => item.LeadVerifies ? null : Refusal.CoordinatorVerifies,
            _ => Refusal.CoordinationOnly,
        };

    /// <summary>Work on what is still owed: published, not refused by the lead, not closed.</summary>
    private static Refusal? WhileOpen(RecommendationFacts item) =>
        item.Publication == Publication.Draft ? Refusal.NotPublished
        : item.Acceptance == Acceptance.NotAccepted ? Refusal.NotAccepted
        : FlagRules.IsOpen(item.Status) ? null
        : Refusal.Closed;

    /// <summary>An administrator keeps accounts and lists, and does not report for others; a lead must be there to speak for.</summary>
    private static Refusal? ToSpeakFor(Actor actor, RecommendationFacts item) =>
        item.Lead is null ? Refusal.NoLead
        : actor.Role == Role.Admin && !actor.ActsFor(item.Lead) ? Refusal.LeadOnly
        : null;

    private static Refusal? ToAnswer(Actor actor, RecommendationFacts item)
    {
        var refusal = ToWorkOn(actor, item) ?? ToSpeakFor(actor, item);
        if (refusal is not null)
        {
            return refusal;
        }
        if (actor.Role == Role.Admin)
        {
            // The table of answers knows no administrator, not even one who belongs to the lead.
            return Refusal.LeadOnly;
        }
        if (item.Publication == Publication.Draft)
        {
            return Refusal.NotPublished;
        }
        if (AcceptanceTransitions.For(actor, item).Count > 0)
        {
            return null;
        }
        return item.Acceptance == Acceptance.NotAccepted
            ? Refusal.CoordinationOnly
            : Refusal.DeclaredAlready;
    }

    private static Refusal? ToContribute(Actor actor, RecommendationFacts item)
    {
        if (actor.Role is not (Role.FocalPoint or Role.IomCoordinator))
        {
            return actor.Role == Role.Admin ? Refusal.SupportingOnly : Refusal.ReadOnlyRole;
        }
        if (item.Supporting.Count == 0)
        {
            return Refusal.SupportingOnly;
        }
        return actor.Role == Role.IomCoordinator || item.Supporting.Any(actor.ActsFor)
            ? null
            : Refusal.SupportingOnly;
    }

    /// <summary>The lead, those who support it, and the coordination for either.</summary>
    private static Refusal? ToShow(Actor actor, RecommendationFacts item) =>
        ToWorkOn(actor, item) is { } refusal
        && !(actor.Role == Role.FocalPoint && item.Supporting.Any(actor.ActsFor))
            ? refusal
            : null;

    private static Refusal? ToComment(Actor actor, RecommendationFacts item) =>
        ToShow(actor, item)
        ?? (item.Publication == Publication.Draft ? Refusal.NotPublished : null);

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
        if (actor.Role != Role.Admin)
        {
            return Refusal.MoveUnknown;
        }
        return item.Status == ImplementationStatus.Implemented && ToVerify(actor, item) is { } why
            ? why
            : Refusal.LeadOnly;
    }
}
