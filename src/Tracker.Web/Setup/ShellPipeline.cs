using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Tracker.Web.Accounts;
using Tracker.Web.Evidence;
using Tracker.Web.Publishing;
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
        app.UseOwnOriginForCircuits(app.Configuration["Tracker:PublicUrl"]);
        app.UseCircuitLimit();
        app.UseErrorPages();
        app.UseLongAddressPage();
        app.UseReaderCulture();
        if (app.Services.GetService<PublicMemory>() is { } unchanged)
        {
            app.Use(unchanged.AnswerAsync);
        }
        app.UseRouting();
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            app.UseAuthentication();
        }
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseEvidencePosts();
        app.UseDefaultForm();
        app.UseSignInLimit();
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);

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
        app.Use(AnswerErrorsAsPages);
    }

    /// <summary>Runs on the first pass and again for the error page.</summary>
    private static async Task AnswerErrorsAsPages(HttpContext context, RequestDelegate next)
    {
        var again =
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!again)
        {
            await next(context);
            return;
        }
        ScriptNonce.Forget(context);
        // A page is read, whatever was sent: a refused form must not be refused a second time for its missing token.
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        await next(context);
        context.Request.Method = method;
    }

    /// <summary>Left to itself, a page refuses with an empty answer that no error page may replace.</summary>
    private static Task RefuseForgedForms(HttpContext context, RequestDelegate next)
    {
        if (
            HttpMethods.IsGet(context.Request.Method)
            || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
        )
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void ConfigureCircuits(ServerComponentsEndpointOptions circuits)
    {
        circuits.ContentSecurityFrameAncestorsPolicy = "'none'";
        circuits.ConfigureWebSocketAcceptContext = (http, socket) =>
        {
            // Setting this replaces the framework's default, which is compression.
            socket.DangerousEnableCompression = true;
            // A kept compression window costs 190 KB a circuit and saves little on small messages.
            socket.DisableServerContextTakeover = true;
            ForgetWhatBrowsersSaid(http.Request.Headers);
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// The same for what browsers send. A server may ask for it unasked (RFC 7692, 7.1.1.2), but the framework asks only
    /// those who offer it. What opens their messages is then shared, instead of 40 kB kept for each of them.
    /// </summary>
    private static void ForgetWhatBrowsersSaid(IHeaderDictionary headers)
    {
        const string Packing = "permessage-deflate";
        const string Forgetting = "client_no_context_takeover";
        var offered = headers.SecWebSocketExtensions.ToString();
        if (!offered.Contains(Forgetting, StringComparison.OrdinalIgnoreCase))
        {
            headers.SecWebSocketExtensions = offered.Replace(
                Packing,
                $"{Packing}; {Forgetting}",
                StringComparison.OrdinalIgnoreCase
            );
        }
    }
}
