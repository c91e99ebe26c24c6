using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tracker.Core.Words;
using Tracker.Data.Access;
using Tracker.Web.Layout;

namespace Tracker.Web.Accounts;

/// <summary>What the cookie says for the frame's sake: name, role, organisations. Rights are read afresh elsewhere.</summary>
internal sealed class ActorClaims(
    UserManager<Account> users,
    IOptions<IdentityOptions> options,
    AccountActors accounts
) : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>Marks the cookie of a trial's account, which is worth nothing where demonstration is off.</summary>
    public const string DemonstrationClaim = "demonstration";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (identity.FindFirst(identity.NameClaimType) is { } account)
        {
            identity.RemoveClaim(account);
        }
        identity.AddClaim(new Claim(identity.NameClaimType, user.DisplayName));
        if (user.IsDemonstration)
        {
            identity.AddClaim(new Claim(DemonstrationClaim, "yes"));
        }
        if (await accounts.FindAsync(user.Id) is { } actor)
        {
            identity.AddClaim(new Claim(identity.RoleClaimType, Codes.Of(actor.Role)));
            identity.AddClaims(
                actor.Organisations.Select(o => new Claim(Viewer.OrganisationClaim, o))
            );
        }
        return identity;
    }
}
