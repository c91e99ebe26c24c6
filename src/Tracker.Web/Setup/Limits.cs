using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;

namespace Tracker.Web.Setup;

/// <summary>What the house bears at once. Beyond it, people are answered in words rather than made to wait.</summary>
internal static class Limits
{
    private const int RequestsAtOnce = 256;
    private const int RequestsWaiting = 512;

    private static readonly PathString Hub = new("/_blazor");
    private static readonly PathString Health = new("/health");

    /// <summary>After this long a cut line gives its memory back: its page comes again by what it was handed.</summary>
    public static void OfCircuits(CircuitOptions circuits)
    {
        circuits.DisconnectedCircuitMaxRetained = 100;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        circuits.PersistedCircuitInMemoryMaxRetained = 500;
        circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromHours(2);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
    }

    /// <summary>What strangers may send in one message; what a page hands over is a ticket (decision 0023).</summary>
    public static void OfHub(HubOptions hub) => hub.MaximumReceiveMessageSize = 32 * 1024;

    public static IServiceCollection AddLimits(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services
            .AddSingleton(new Crowd(configuration.GetValue(Crowd.Key, Crowd.Usual)))
            .AddHostedService(services => new MemoryGivenBack(
                services.GetRequiredService<Crowd>(),
                TimeProvider.System,
                MemoryGivenBack.CollectAll
            ))
            .AddScoped<Microsoft.AspNetCore.Components.Server.Circuits.CircuitHandler, CrowdCount>()
            .AddRateLimiter(limits =>
            {
                limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(AtOnce);
                limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
                limits.OnRejected = (refused, _) =>
                {
                    refused.HttpContext.Response.Headers.RetryAfter = "60";
                    return ValueTask.CompletedTask;
                };
            });

    /// <summary>Circuits are refused by the hub itself once more came than pages were promised.</summary>
    public static IApplicationBuilder UseCircuitLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments(Hub))
                {
                    return next(context);
                }
                var crowd = context.RequestServices.GetRequiredService<Crowd>();
                var opens = context.WebSockets.IsWebSocketRequest;
                if (crowd.IsOverrun && (opens || IsNegotiation(context)))
                {
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    return Task.CompletedTask;
                }
                return opens ? crowd.CountSocketAsync(() => next(context)) : next(context);
            }
        );

    private static bool IsNegotiation(HttpContext http) =>
        http.Request.Path.Value!.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> AtOnce(HttpContext http) =>
        IsUncounted(http)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(
                "all",
                _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = RequestsAtOnce,
                    QueueLimit = RequestsWaiting,
                }
            );

    /// <summary>A circuit lasts as long as its page; health is asked when all is full; an error page was counted before.</summary>
    private static bool IsUncounted(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Hub)
        || http.Request.Path.StartsWithSegments(Health)
        || http.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || http.Features.Get<IExceptionHandlerFeature>() is not null;
}
