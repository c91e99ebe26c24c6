namespace Tracker.Web.Setup;

/// <summary>
/// A circuit is opened by our own pages only. The framework's default lets any site's script open one. A browser always
/// says where a socket is opened from: what says nothing is none, and carries nobody else's cookies.
/// </summary>
internal static class HubOrigin
{
    private static readonly PathString Hub = new("/_blazor");

    public static IApplicationBuilder UseOwnOriginForCircuits(
        this IApplicationBuilder app,
        string? publicAddress
    ) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(Hub) && !IsOwn(context, publicAddress))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                }
                return next(context);
            }
        );

    private static bool IsOwn(HttpContext context, string? publicAddress)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var given)
                && (
                    IsSame(given, $"{context.Request.Scheme}://{context.Request.Host}")
                    || IsSame(given, publicAddress)
                )
            );
    }

    private static bool IsSame(Uri given, string? own) =>
        Uri.TryCreate(own, UriKind.Absolute, out var address)
        && Uri.Compare(
            given,
            address,
            UriComponents.SchemeAndServer,
            UriFormat.UriEscaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;
}
