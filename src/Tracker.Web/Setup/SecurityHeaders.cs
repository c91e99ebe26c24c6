using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Tracker.Web.Layout;

namespace Tracker.Web.Setup;

/// <summary>What every answer says to the browser. Written as the answer starts, so that error pages carry it too.</summary>
internal static class SecurityHeaders
{
    private const string Common =
        "default-src 'none'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
        + "img-src 'self' data:; font-src 'self'; manifest-src 'self'; ";

    /// <summary>Constant, so that a public page may be cached.</summary>
    private const string Reading = Common + "script-src 'none'; style-src 'self'";

    /// <summary>For bytes that somebody sent: even where a browser would show them, they run nothing and load nothing.</summary>
    private const string Sandboxed = "sandbox; default-src 'none'";

    private static readonly object SandboxKey = new();
    private static readonly object OwnStyleKey = new();

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), usb=()";

    /// <summary>A year. Other names of the same domain are not ours to decide on.</summary>
    private const string SecureOnly = "max-age=31536000";

    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        var forReal = !app.Environment.IsDevelopment();
        return app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(Write, context);
                if (forReal)
                {
                    context.Response.OnStarting(WriteSecureOnly, context);
                }
                return next(context);
            }
        );
    }

    /// <summary>This answer carries a style within itself, known by its hash.</summary>
    public static void OwnStyle(HttpContext context, string hash) =>
        context.Items[OwnStyleKey] = hash;

    /// <summary>The hash of the style within the answer; null where it has none.</summary>
    public static string? OwnStyleOf(HttpContext context) =>
        context.Items.TryGetValue(OwnStyleKey, out var hash) ? (string)hash! : null;

    /// <summary>This answer carries a file of somebody's.</summary>
    public static void Sandbox(HttpContext context) => context.Items[SandboxKey] = true;

    /// <summary>Whoever came by https shall come by it again; a browser keeps that for the whole machine, hence never for this one.</summary>
    private static Task WriteSecureOnly(object state)
    {
        var context = (HttpContext)state;
        if (
            context.Request.IsHttps
            && !ThisMachine.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        )
        {
            context.Response.Headers.StrictTransportSecurity = SecureOnly;
        }
        return Task.CompletedTask;
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var nonce = ScriptNonce.Of(context);
        headers.ContentSecurityPolicy =
            context.Items.ContainsKey(SandboxKey) ? Sandboxed
            : nonce is null ? Reading + OwnStyleAfter(context)
            : context.GetEndpoint()?.Metadata.GetMetadata<PageScriptAttribute>() is null
                ? Working(nonce)
            : Writing(nonce) + OwnStyleAfter(context);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (MustNotBeStored(context, nonce))
        {
            headers.CacheControl = "no-store";
        }
        return Task.CompletedTask;
    }

    /// <summary>MudBlazor writes style attributes: styles alone may be inline.</summary>
    private static string Working(string nonce) =>
        Common
        + $"connect-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'";

    /// <summary>A form of the reading zone with a script of its own: it may talk to the server, and nothing is inline.</summary>
    private static string Writing(string nonce) =>
        Common + $"connect-src 'self'; script-src 'nonce-{nonce}'; style-src 'self'";

    /// <summary>A page with the style within itself names the style by its hash. Its list of styles stands last.</summary>
    private static string OwnStyleAfter(HttpContext context) =>
        OwnStyleOf(context) is { } hash ? $" {hash}" : "";

    private static bool MustNotBeStored(HttpContext context, string? nonce) =>
        nonce is not null
        || context.Response.StatusCode >= StatusCodes.Status400BadRequest
        || (
            context.User.Identity?.IsAuthenticated == true
            && StringValues.IsNullOrEmpty(context.Response.Headers[HeaderNames.ETag])
        );
}
