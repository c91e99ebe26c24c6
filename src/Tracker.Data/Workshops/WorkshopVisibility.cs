using System.Linq.Expressions;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Workshops;

internal static class WorkshopVisibility
{
    public static IQueryable<Workshop> VisibleTo(this IQueryable<Workshop> all, Actor actor)
    {
        var own = FundedBy(actor.Organisations);
        return actor.Role switch
        {
            Role.Anonymous => all.Where(w => false),
            Role.DonorViewer => all.Where(w => w.Funders.AsQueryable().Any(own)),
            _ => all,
        };
    }

    /// <summary>A workshop's funder is one of these organisations.</summary>
    public static Expression<Func<WorkshopFunder, bool>> FundedBy(
        IReadOnlyList<string> organisations
    ) => OneOf.Values((WorkshopFunder f) => f.OrganisationCode, organisations);
}
