using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>
/// Takes the words of many new documents into the index in one statement. Row by row, through the trigger, each would
/// be a segment of its own, and the index would be merged as a whole again and again. The trigger is away within the
/// transaction only.
/// </summary>
internal sealed class WordsAtOnce
{
    private const string Trigger = "SearchDocuments_added";

    private readonly TrackerContext _context;
    private readonly string _keys;
    private readonly string _trigger;

    private WordsAtOnce(TrackerContext context, string keys, string trigger) =>
        (_context, _keys, _trigger) = (context, keys, trigger);

    public static async Task<WordsAtOnce> BeginAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var keys = context
            .ChangeTracker.Entries<SearchDocument>()
            .Where(e => e.State == EntityState.Added)
            .Select(e => e.Entity.Key);
        await using var asked = Command(
            context,
            $"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '{Trigger}';"
        );
        var trigger = (string)(await asked.ExecuteScalarAsync(cancellation))!;
        await using var dropped = Command(context, $"DROP TRIGGER \"{Trigger}\";");
        await dropped.ExecuteNonQueryAsync(cancellation);
        return new WordsAtOnce(context, JsonSerializer.Serialize(keys), trigger);
    }

    public async Task EndAsync(CancellationToken cancellation)
    {
        await using var taken = Command(
            _context,
            """
            INSERT INTO "SearchIndex"(rowid, "Folded")
            SELECT "Key", "Folded" FROM "SearchDocuments"
            WHERE "Key" IN (SELECT value FROM json_each(@keys)) ORDER BY "Key";
            """
        );
        var parameter = taken.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@keys", _keys);
        taken.Parameters.Add(parameter);
        await taken.ExecuteNonQueryAsync(cancellation);
        await using var restored = Command(_context, _trigger);
        await restored.ExecuteNonQueryAsync(cancellation);
    }

    private static DbCommand Command(TrackerContext context, string sql)
    {
#pragma warning disable RS0030 // the index is this database's own: the marked place
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning restore RS0030
#pragma warning disable CA2100 // constant statements, and the trigger as it was
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
