using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>
/// EF's own lock on SQLite is a table row: a process killed at the wrong moment leaves it behind, and every later start
/// waits for ever. This lock is a file handle, which dies with its process; while holding it, a stale row is cleared.
/// SQLite cannot bring some changes of a schema about within a transaction, so a database with records in it is copied first.
/// </summary>
internal sealed class FileGuard(string databasePath) : IMigrationGuard
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<string>> MigrateAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        await using var held = await HoldAsync(cancellation);
#pragma warning disable RS0030 // schema, not data: the provider's own room
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, "PRAGMA journal_mode=WAL;", cancellation);
        await ExecuteAsync(
            connection,
            "DROP TABLE IF EXISTS \"__EFMigrationsLock\";",
            cancellation
        );
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        // Where nothing is pending, comparing the whole model with the last snapshot costs a start a quarter of a second.
        if (pending.Count > 0)
        {
            if (
                (await context.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault() is
                { } last
            )
            {
                await CopyAsync(connection, CopyOf(last), cancellation);
            }
            await context.Database.MigrateAsync(cancellation);
            await ManyRows.CountAsync(context, cancellation);
        }
        else
        {
            await ManyRows.CountWhatGrewAsync(context, cancellation);
        }
#pragma warning restore RS0030
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

    /// <summary>A file is there or is made.</summary>
    public Task ReachAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Where the database lies as it was under an older schema.</summary>
    private string CopyOf(string migration) => $"{databasePath}.{migration}";

    /// <summary>A copy that is there already is of before a start that was broken off: it is the one to keep.</summary>
    private static async Task CopyAsync(
        System.Data.Common.DbConnection connection,
        string path,
        CancellationToken cancellation
    )
    {
        if (File.Exists(path))
        {
            return;
        }
        // A copy broken off leaves no file that would be taken for a whole one.
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "VACUUM INTO @path";
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@path";
            parameter.Value = unfinished;
            command.Parameters.Add(parameter);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        File.Move(unfinished, path);
    }

    private static async Task ExecuteAsync(
        System.Data.Common.DbConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant statements of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<FileStream> HoldAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            try
            {
                return new FileStream(
                    databasePath + ".migrating",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException) when (!limit.IsCancellationRequested && Directory.Exists(Folder))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }
        }
    }

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(databasePath))!;
}
