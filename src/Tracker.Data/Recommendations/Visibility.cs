using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Workshops;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Where every lookup begins: what the actor may know of. An absent thing and a hidden one then look alike.
/// </summary>
internal static class Visibility
{
    public static IQueryable<Recommendation> VisibleTo(
        this IQueryable<Recommendation> all,
        Actor actor
    )
    {
        var own = WorkshopVisibility.FundedBy(actor.Organisations);
        return actor.Role switch
        {
            Role.IomCoordinator or Role.Admin or Role.Worker => all,
            Role.FocalPoint or Role.Analyst => all.Where(r =>
                r.Publication == Publication.Published
            ),
            Role.DonorViewer => all.Where(r =>
                r.Publication == Publication.Published && r.Workshop!.Funders.AsQueryable().Any(own)
            ),
            _ => all.Where(r => false),
        };
    }

    /// <summary>The same of an earlier day: what was published then, also where it was archived since.</summary>
    public static IQueryable<RecommendationPeriod> VisibleTo(
        this IQueryable<RecommendationPeriod> all,
        Actor actor
    )
    {
        var own = WorkshopVisibility.FundedBy(actor.Organisations);
        return actor.Role switch
        {
            Role.IomCoordinator or Role.Admin or Role.Worker => all,
            Role.FocalPoint or Role.Analyst => all.Where(p =>
                p.Publication == Publication.Published
            ),
            Role.DonorViewer => all.Where(p =>
                p.Publication == Publication.Published
                && p.Recommendation!.Workshop!.Funders.AsQueryable().Any(own)
            ),
            _ => all.Where(p => false),
        };
    }
}
