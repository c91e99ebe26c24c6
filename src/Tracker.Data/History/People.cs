using Tracker.Core.Access;

namespace Tracker.Data.History;

/// <summary>
/// Names of colleagues are for those who work together: focal points, coordinators, administrators; never for donors,
/// analysts, exports or the public.
/// </summary>
internal static class People
{
    public static bool NamesShownTo(Actor actor) =>
        actor.Role is Role.FocalPoint or Role.IomCoordinator or Role.Admin or Role.Worker;
}
