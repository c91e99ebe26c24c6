using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>EF's lock on SQL Server is an application lock of the session: it dies with its process, nothing to add.</summary>
internal sealed class ServerGuard(string connectionString) : IMigrationGuard
{
    private const int NoSuchDatabase = 4060;

    public async Task<IReadOnlyList<string>> MigrateAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var pending = await PendingAsync(context, cancellation);
        // Comparing the whole model with the last snapshot is not needed at each start.
        if (pending.Count > 0)
        {
#pragma warning disable RS0030 // schema, not data: the provider's own room
            await context.Database.MigrateAsync(cancellation);
#pragma warning restore RS0030
        }
        return pending;
    }

    public async Task<IReadOnlyList<string>> PendingAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
#pragma warning disable RS0030 // schema, not data: the provider's own room
        return (await context.Database.GetPendingMigrationsAsync(cancellation)).ToList();
#pragma warning restore RS0030
    }

    /// <summary>
    /// Not through EF, whose strategy would try on in silence, and not through the pool, which repeats the last failure
    /// for up to a minute without asking.
    /// </summary>
    public async Task ReachAsync(CancellationToken cancellation)
    {
        var own = new SqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ConnectRetryCount = 0,
        };
        await using var connection = new SqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
        }
        catch (SqlException problem) when (problem.Number == NoSuchDatabase)
        {
            // The server answers; migrating makes the database.
        }
    }
}
