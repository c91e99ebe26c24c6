using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Server;
using Tracker.Web.Text;

namespace Tracker.Web.Setup;

public static class ShellPipeline
{
    /// <summary>
    /// Everything between the socket and the endpoints, and the pages themselves. Further endpoints may be mapped after it.
    /// </summary>
    public static WebApplication UseTrackerShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseErrorPages();
        app.UseOwnOriginForCircuits(app.Configuration["Tracker:PublicUrl"]);
        app.UseReaderCulture();
        app.UseRouting();
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            app.UseAuthentication();
        }
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(ConfigureCircuits);
        return app;
    }

    private static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                AllowStatusCode404Response = true,
                StatusCodeSelector = Failures.StatusOf,
                // Failures has logged it, under the reference that the page shows.
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use(
            (context, next) =>
            {
                ScriptNonce.Forget(context);
                return next(context);
            }
        );
    }

    private static void ConfigureCircuits(ServerComponentsEndpointOptions circuits)
    {
        circuits.ContentSecurityFrameAncestorsPolicy = "'none'";
        circuits.ConfigureWebSocketAcceptContext = (_, socket) =>
        {
            // Setting this replaces the framework's default, which is compression.
            socket.DangerousEnableCompression = true;
            // A kept compression window costs 190 KB a circuit and saves little on small messages.
            socket.DisableServerContextTakeover = true;
            return Task.CompletedTask;
        };
    }
}
