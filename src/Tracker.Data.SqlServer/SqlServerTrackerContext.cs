using Microsoft.EntityFrameworkCore;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

internal sealed class SqlServerTrackerContext(DbContextOptions<SqlServerTrackerContext> options)
    : TrackerContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ListOrders.Index(
            builder,
            (table, name, keys, carried) =>
            {
                var index = table.HasIndex(keys, name);
                return carried.Length == 0 ? index : index.IncludeProperties(carried);
            }
        );
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
