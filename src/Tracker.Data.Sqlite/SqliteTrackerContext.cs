using Microsoft.EntityFrameworkCore;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

internal sealed class SqliteTrackerContext(DbContextOptions<SqliteTrackerContext> options)
    : TrackerContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // There are no included columns here: what an index carries stands behind its keys.
        ListOrders.Index(
            builder,
            (table, name, keys, carried) => table.HasIndex([.. keys, .. carried], name)
        );
    }
}
