using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tracker.Core.Access;
using Tracker.Data.Workshops;

namespace Tracker.Web.Setup;

/// <summary>Ready means that the database answers a question.</summary>
internal sealed class DatabaseCheck(WorkshopQueries workshops) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await workshops.ListAsync(Actor.Anonymous, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
