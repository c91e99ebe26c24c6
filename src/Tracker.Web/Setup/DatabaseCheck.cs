using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Web.Setup;

/// <summary>
/// Ready means that the database answers and has the schema of this program. Where it is not so, one word says why:
/// never a text of the database, which may hold names and parts of the connection string.
/// </summary>
internal sealed class DatabaseCheck(Migrator migrator, TimeProvider time) : IHealthCheck
{
    public const string SchemaBehind = "schema_behind";
    public const string NoAnswer = "no_answer";

    /// <summary>Whoever asks for health has little patience; EF's own strategy would try on for a minute.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        using var over = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            over.Token
        );
        try
        {
            var pending = await migrator.PendingAsync(limit.Token).WaitAsync(limit.Token);
            return pending.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(SchemaBehind);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(NoAnswer);
        }
        catch (Exception problem) when (DatabaseFaults.Of(problem) is { } fault)
        {
            return HealthCheckResult.Unhealthy(Codes.Of(fault));
        }
    }
}
