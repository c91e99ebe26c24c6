using Microsoft.AspNetCore.Identity;

namespace Tracker.Web.Accounts;

internal static class SignOut
{
    /// <summary>The form of the frame; its token was checked before it came here.</summary>
    public static void MapSignOut(this WebApplication app) =>
        app.MapPost(
                "/account/logout",
                async (HttpContext http) =>
                {
                    await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.SignOutAsync(
                        http,
                        IdentityConstants.ApplicationScheme
                    );
                    return Results.LocalRedirect("/account/login");
                }
            )
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
}
