using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Access;

/// <summary>What an account may do now, whatever its cookie or its open circuit remembers.</summary>
internal static class FreshRights
{
    /// <summary>The actor with the rights stored now; null where the account is gone or has lost its role.</summary>
    public static async Task<Actor?> OfAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    )
    {
        if (actor.Role == Role.Worker)
        {
            return actor;
        }
        var present = await FindAsync(context, actor.Id, cancellation);
        return present is null || present.Role != actor.Role ? null : present;
    }

    /// <summary>An account's strongest role and the organisations it holds it for.</summary>
    public static async Task<Actor?> FindAsync(
        TrackerContext context,
        Guid accountId,
        CancellationToken cancellation
    )
    {
        var name = await context
            .Users.Where(a => a.Id == accountId)
            .Select(a => a.DisplayName)
            .SingleOrDefaultAsync(cancellation);
        if (name is null)
        {
            return null;
        }
        var memberships = await context
            .Memberships.AsNoTracking()
            .Where(m => m.AccountId == accountId)
            .OrderBy(m => m.OrganisationCode)
            .ToListAsync(cancellation);
        if (memberships.Count == 0)
        {
            return null;
        }
        var role = memberships.Max(m => m.Role);
        return new Actor(
            accountId,
            name,
            role,
            [.. memberships.Where(m => m.Role == role).Select(m => m.OrganisationCode)]
        );
    }
}
