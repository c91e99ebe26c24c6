using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>
/// What the planner knows of the tables. Without it every index looks as good as any other; a sample of each is
/// enough, and takes a second for a hundred thousand recommendations.
/// </summary>
internal sealed class CountedRows : IRowCounts
{
    /// <summary>Rows looked at in each index.</summary>
    private const string Sample = "PRAGMA analysis_limit=1000; ANALYZE;";

    Task IRowCounts.RefreshAsync(TrackerContext context, CancellationToken cancellation) =>
        RefreshAsync(context, cancellation);

    public static async Task RefreshAsync(TrackerContext context, CancellationToken cancellation)
    {
#pragma warning disable RS0030 // statistics, not data: the provider's own room
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning restore RS0030
        command.CommandText = Sample;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
