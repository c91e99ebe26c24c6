using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Access;

/// <summary>Turns a signed-in account into an <see cref="Actor"/>, and gives accounts their roles.</summary>
public sealed class AccountActors
{
    private readonly Contexts _contexts;
    private readonly Store _store;

    internal AccountActors(Contexts contexts, Store store) =>
        (_contexts, _store) = (contexts, store);

    /// <summary>The account's actor with the rights it has now; null where it has none.</summary>
    public async Task<Actor?> FindAsync(Guid accountId, CancellationToken cancellation = default)
    {
        await using var context = _contexts.Open();
        return await FreshRights.FindAsync(context, accountId, cancellation);
    }

    /// <summary>Gives an account a role in an organisation, in the place of the one it had there.</summary>
    public Task<Outcome> GiveRoleAsync(
        Actor actor,
        Guid accountId,
        string organisation,
        Role role,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.GiveRole,
            (write, token) => GiveAsync(write, accountId, organisation, role, token),
            cancellation
        );

    private static async Task<Outcome> GiveAsync(
        Write write,
        Guid accountId,
        string organisation,
        Role role,
        CancellationToken cancellation
    )
    {
        if (write.Actor.Role is not (Role.Admin or Role.Worker))
        {
            return new Outcome.Refused(Refusal.AdministratorOnly);
        }
        if (role is Role.Anonymous or Role.Worker)
        {
            return Outcome.At("Role", Fault.NotOffered, Codes.Of(role));
        }
        var context = write.Context;
        if (!await context.Users.AnyAsync(a => a.Id == accountId, cancellation))
        {
            return new Outcome.NotFound();
        }
        if (!await context.Organisations.Select(o => o.Code).HoldAsync(organisation, cancellation))
        {
            return Outcome.At("Organisation", Fault.Unknown, organisation);
        }
        var held = await context.Memberships.SingleOrDefaultAsync(
            m => m.AccountId == accountId && m.OrganisationCode == organisation,
            cancellation
        );
        if (held?.Role == role)
        {
            return new Outcome.Done(organisation);
        }
        if (held is not null)
        {
            context.Remove(held);
        }
        context.Add(
            new Membership
            {
                AccountId = accountId,
                OrganisationCode = organisation,
                Role = role,
            }
        );
        return new Outcome.Done(organisation);
    }
}
