using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tracker.Web.Setup;

/// <summary>
/// Two questions of whoever watches the program: is it alive (else start it anew), is it ready (else send nobody)?
/// </summary>
internal static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(
                Live,
                new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }
            )
            .AllowAnonymous();
        app.MapHealthChecks(
                Ready,
                new HealthCheckOptions
                {
                    Predicate = c => c.Tags.Contains("ready"),
                    ResponseWriter = WriteAsync,
                }
            )
            .AllowAnonymous();
    }

    /// <summary>"Healthy", or the reasons as single words. Exceptions stay in the log.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(
            report.Status == HealthStatus.Healthy
                ? "Healthy"
                : string.Join(
                    ' ',
                    report
                        .Entries.Values.Where(e => e.Status != HealthStatus.Healthy)
                        .Select(e => e.Exception is null ? e.Description ?? "failed" : "failed")
                ),
            context.RequestAborted
        );
    }
}
