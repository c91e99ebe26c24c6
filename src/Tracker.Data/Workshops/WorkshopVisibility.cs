using Tracker.Core.Access;

namespace Tracker.Data.Workshops;

internal static class WorkshopVisibility
{
    public static IQueryable<Workshop> VisibleTo(this IQueryable<Workshop> all, Actor actor)
    {
        var organisations = actor.Organisations;
        return actor.Role switch
        {
            Role.Anonymous => all.Where(w => false),
            Role.DonorViewer => all.Where(w =>
                w.Funders.Any(f => organisations.Contains(f.OrganisationCode))
            ),
            _ => all,
        };
    }
}
