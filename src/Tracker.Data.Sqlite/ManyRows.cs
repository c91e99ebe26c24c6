using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.History;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>
/// While many rows come, the pages of all indexes stay in memory instead of being written and read again and again;
/// afterwards the planner is told how much there is: without, every index looks as good as any other.
/// </summary>
internal sealed class ManyRows : IManyRows
{
    /// <summary>64 MB, against the usual two.</summary>
    private const string MuchMemory = "PRAGMA cache_size=-64000;";
    private const string UsualMemory = "PRAGMA cache_size=-2000;";

    /// <summary>A sample of a thousand rows of each index is enough, and takes a second at a hundred thousand.</summary>
    private const string Count = "PRAGMA analysis_limit=1000; ANALYZE;";

    public Task PrepareAsync(TrackerContext context, CancellationToken cancellation) =>
        ExecuteAsync(context, MuchMemory, cancellation);

    public async Task SaveAsync(TrackerContext context, CancellationToken cancellation)
    {
        HistoryRecorder.Record(context);
        var words = await WordsAtOnce.BeginAsync(context, cancellation);
        await PreparedInserts.SaveAsync(context, cancellation);
        await words.EndAsync(cancellation);
    }

    public Task FinishAsync(TrackerContext context, CancellationToken cancellation) =>
        ExecuteAsync(context, UsualMemory + Count, cancellation);

    /// <summary>Counts anew the tables that have grown tenfold since they were counted.</summary>
    public static Task CountWhatGrewAsync(TrackerContext context, CancellationToken cancellation) =>
        ExecuteAsync(context, "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;", cancellation);

    public static Task CountAsync(TrackerContext context, CancellationToken cancellation) =>
        ExecuteAsync(context, Count, cancellation);

    private static async Task ExecuteAsync(
        TrackerContext context,
        string sql,
        CancellationToken cancellation
    )
    {
#pragma warning disable RS0030 // settings and statistics, not data: the provider's own room
        await context.Database.OpenConnectionAsync(cancellation);
        DbConnection connection = context.Database.GetDbConnection();
#pragma warning restore RS0030
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant statements of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
