using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// A recommendation as it stands on a day. Today's standing is the row itself, so that every index of the list serves; an
/// earlier day's is the period that held then. Filters, figures, orders and flags are written once, over this.
/// </summary>
internal sealed class Standing
{
    /// <summary>Texts, workshop, code: as they are today whatever the day.</summary>
    public required Recommendation Item { get; init; }

    /// <summary>Not by way of <see cref="Item"/>: figures over an earlier day read periods alone.</summary>
    public Guid Id { get; init; }
    public Guid WorkshopId { get; init; }
    public RecommendationKind Kind { get; init; }
    public Publication Publication { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public Acceptance Acceptance { get; init; }
    public ImplementationStatus Status { get; init; }
    public DateOnly StatusSince { get; init; }
    public ClosureOutcome? ClosureOutcome { get; init; }
    public required string ThemeCode { get; init; }
    public string? LeadCode { get; init; }
    public LeadStanding LeadStanding { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public string? BlockedBy { get; init; }

    public required string ThemeFr { get; init; }
    public required string ThemeEn { get; init; }
    public int ThemeOrder { get; init; }
    public int StatusRank { get; init; }
    public int AcceptanceRank { get; init; }
    public int LeadMissing { get; init; }
    public int DueMissing { get; init; }
    public int PercentMissing { get; init; }
    public int UpdateMissing { get; init; }
}

internal static class Standings
{
    /// <summary>What the actor may see, as it stands on the filter's day.</summary>
    public static IQueryable<Standing> StandingOn(
        this TrackerContext context,
        Actor actor,
        DateOnly? asOf
    ) =>
        asOf is { } day
            ? context.Periods.HeldOn(day).VisibleTo(actor).Select(Then(context))
            : context.Recommendations.VisibleTo(actor).Select(Now);

    /// <summary>Periods as standings, whatever their day.</summary>
    public static IQueryable<Standing> StandingThen(
        this IQueryable<RecommendationPeriod> periods,
        TrackerContext context
    ) => periods.Select(Then(context));

    public static IQueryable<RecommendationPeriod> HeldOn(
        this IQueryable<RecommendationPeriod> periods,
        DateOnly day
    ) => periods.Where(p => p.From <= day && (p.To == null || p.To > day));

    public static readonly System.Linq.Expressions.Expression<Func<Recommendation, Standing>> Now =
        r => new Standing
        {
            Item = r,
            Id = r.Id,
            WorkshopId = r.WorkshopId,
            Kind = r.Kind,
            Publication = r.Publication,
            PublishedOn = r.PublishedOn,
            Acceptance = r.Acceptance,
            Status = r.Status,
            StatusSince = r.StatusSince,
            ClosureOutcome = r.ClosureOutcome,
            ThemeCode = r.ThemeCode,
            LeadCode = r.LeadCode,
            LeadStanding = r.LeadStanding,
            Percent = r.Percent,
            DueDate = r.DueDate,
            ReviewDate = r.ReviewDate,
            LastUpdateOn = r.LastUpdateOn,
            BlockedBy = r.BlockedBy,
            ThemeFr = r.Theme!.NameFr,
            ThemeEn = r.Theme.NameEn,
            ThemeOrder = r.ThemeOrder,
            StatusRank = r.StatusRank,
            AcceptanceRank = r.AcceptanceRank,
            LeadMissing = r.LeadMissing,
            DueMissing = r.DueMissing,
            PercentMissing = r.PercentMissing,
            UpdateMissing = r.UpdateMissing,
        };

    private static System.Linq.Expressions.Expression<Func<RecommendationPeriod, Standing>> Then(
        TrackerContext context
    ) =>
        p => new Standing
        {
            Item = p.Recommendation!,
            Id = p.RecommendationId,
            WorkshopId = p.WorkshopId,
            Kind = p.Kind,
            Publication = p.Publication,
            PublishedOn = p.PublishedOn,
            Acceptance = p.Acceptance,
            Status = p.Status,
            StatusSince = p.StatusSince,
            ClosureOutcome = p.ClosureOutcome,
            ThemeCode = p.ThemeCode,
            LeadCode = p.LeadCode,
            LeadStanding = p.LeadStanding,
            Percent = p.Percent,
            DueDate = p.DueDate,
            ReviewDate = p.ReviewDate,
            LastUpdateOn = p.LastUpdateOn,
            BlockedBy = p.BlockedBy,
            ThemeFr = context
                .Themes.Where(t => t.Code == p.ThemeCode)
                .Select(t => t.NameFr)
                .First(),
            ThemeEn = context
                .Themes.Where(t => t.Code == p.ThemeCode)
                .Select(t => t.NameEn)
                .First(),
            ThemeOrder = context
                .Themes.Where(t => t.Code == p.ThemeCode)
                .Select(t => t.SortOrder)
                .First(),
            StatusRank =
                p.Status == ImplementationStatus.NotStarted ? 0
                : p.Status == ImplementationStatus.InProgress ? 1
                : p.Status == ImplementationStatus.Implemented ? 2
                : p.Status == ImplementationStatus.Verified ? 3
                : p.Status == ImplementationStatus.Deferred ? 4
                : 5,
            AcceptanceRank =
                p.Acceptance == Acceptance.UnderConsideration ? 0
                : p.Acceptance == Acceptance.Accepted ? 1
                : p.Acceptance == Acceptance.PartiallyAccepted ? 2
                : 3,
            LeadMissing = p.LeadCode == null ? 1 : 0,
            DueMissing = p.DueDate == null ? 1 : 0,
            PercentMissing = p.Percent == null ? 1 : 0,
            UpdateMissing = p.LastUpdateOn == null ? 1 : 0,
        };
}
