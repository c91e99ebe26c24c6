using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
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

    /// <summary>Gives an account a role in an organisation; done already counts as done.</summary>
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
            async (write, token) =>
            {
                if (write.Actor.Role is not (Role.Admin or Role.Worker))
                {
                    return new Outcome.Refused(Refusal.AdministratorOnly);
                }
                var known = await write.Context.Memberships.AnyAsync(
                    m =>
                        m.AccountId == accountId
                        && m.OrganisationCode == organisation
                        && m.Role == role,
                    token
                );
                if (!known)
                {
                    write.Context.Add(
                        new Membership
                        {
                            AccountId = accountId,
                            OrganisationCode = organisation,
                            Role = role,
                        }
                    );
                }
                return new Outcome.Done(organisation);
            },
            cancellation
        );
}
