using Microsoft.AspNetCore.Identity;
using Tracker.Data.Drafts;
using Tracker.Web.Access;

namespace Tracker.Web.Accounts;

internal static class SignOut
{
    /// <summary>The form of the frame; its token was checked before it came here.</summary>
    public static void MapSignOut(this WebApplication app) =>
        app.MapPost(
                "/account/logout",
                async (HttpContext http, Actors actors, DraftCommands drafts) =>
                {
                    var actor = await actors.OfAsync(http.User, http.RequestAborted);
                    await drafts.DiscardAllAsync(actor, http.RequestAborted);
                    await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.SignOutAsync(
                        http,
                        IdentityConstants.ApplicationScheme
                    );
                    // Whoever uses this device next finds no text of theirs on it.
                    http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
                    return Results.LocalRedirect("/account/login");
                }
            )
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
}
