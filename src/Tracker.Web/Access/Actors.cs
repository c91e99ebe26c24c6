using System.Security.Claims;
using Tracker.Core.Access;
using Tracker.Data.Access;

namespace Tracker.Web.Access;

/// <summary>The door at which a signed-in principal becomes an <see cref="Actor"/>, with the rights stored now.</summary>
public sealed class Actors(AccountActors accounts)
{
    /// <summary>The actor behind a request or circuit; anonymous where nobody is signed in or the account has no role.</summary>
    public async Task<Actor> OfAsync(
        ClaimsPrincipal? principal,
        CancellationToken cancellation = default
    )
    {
        if (
            principal?.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        )
        {
            return Actor.Anonymous;
        }
        return await accounts.FindAsync(id, cancellation) ?? Actor.Anonymous;
    }
}
