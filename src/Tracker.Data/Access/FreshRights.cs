using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Access;

/// <summary>What an account may do now, whatever its cookie or its open circuit remembers.</summary>
internal static class FreshRights
{
    private static readonly Compiled<
        Func<TrackerContext, Guid, IAsyncEnumerable<Held>>
    > Memberships = new(() =>
        EF.CompileAsyncQuery(
            (TrackerContext context, Guid account) =>
                context
                    .Memberships.Where(m => m.AccountId == account)
                    .OrderBy(m => m.OrganisationCode)
                    .Join(
                        context.Users,
                        m => m.AccountId,
                        a => a.Id,
                        (m, a) => new Held(a.DisplayName, m.Role, m.OrganisationCode)
                    )
        )
    );

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
        var memberships = await Memberships
            .For(context)(context, accountId)
            .ToListAsync(cancellation);
        if (memberships.Count == 0)
        {
            return null;
        }
        var role = memberships.Max(m => m.Role);
        return new Actor(
            accountId,
            memberships[0].DisplayName,
            role,
            [.. memberships.Where(m => m.Role == role).Select(m => m.OrganisationCode)]
        );
    }

    private sealed record Held(string DisplayName, Role Role, string OrganisationCode);
}
