using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>EF's lock on SQL Server is an application lock of the session: it dies with its process, nothing to add.</summary>
internal sealed class ServerGuard : IMigrationGuard
{
    public async Task<IReadOnlyList<string>> MigrateAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
#pragma warning disable RS0030 // schema, not data: the provider's own room
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        await context.Database.MigrateAsync(cancellation);
#pragma warning restore RS0030
        return pending;
    }
}
