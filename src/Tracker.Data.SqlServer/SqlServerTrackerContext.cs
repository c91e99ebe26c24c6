using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

internal sealed class SqlServerTrackerContext(DbContextOptions<SqlServerTrackerContext> options)
    : TrackerContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // SQL Server orders uniqueidentifier by its last bytes, so time-ordered ids would scatter a clustered table.
            if (
                entity.FindPrimaryKey() is { } key
                && key.Properties.Any(p => p.ClrType == typeof(Guid))
            )
            {
                key.SetIsClustered(false);
            }
        }
    }
}
