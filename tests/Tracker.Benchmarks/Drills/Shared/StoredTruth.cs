using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data;
using Tracker.Data.Evidence;
using Tracker.Data.History;
using Tracker.Data.Sqlite;
using Tracker.Data.Storage;
using Tracker.Tests.History;

namespace Tracker.Benchmarks.Drills;

/// <summary>Reads the data of a program that was killed, beside the program, and says what is not as it must be.</summary>
internal sealed class StoredTruth : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string database;
    private readonly string evidence;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public StoredTruth(string folder)
    {
        database = Path.Combine(folder, "tracker.db");
        evidence = Path.Combine(folder, "evidence");
        var time = new Later();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(time);
        collection.AddSingleton(
            new ProgrammeClock(time, TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako"))
        );
        collection.AddLogging();
        collection.AddTrackerData();
        collection.AddTrackerSqlite(database);
        collection.AddSingleton(new EvidencePlace(evidence, EvidenceLimits.Usual));
        services = collection.BuildServiceProvider();
    }

    /// <summary>Files that no row named, and that the sweep took away.</summary>
    public int Swept { get; private set; }

    public async Task<(IReadOnlyList<string> Lost, IReadOnlyList<string> Corrupt)> CheckAsync(
        IReadOnlyList<KillWriter> writers,
        CancellationToken stop
    )
    {
        await using var context = services.GetRequiredService<Contexts>().Open();
        var (lost, corrupt) = (new List<string>(), new List<string>());
        corrupt.AddRange(await PragmaAsync("integrity_check", "ok", stop));
        corrupt.AddRange(await PragmaAsync("foreign_key_check", null, stop));
        corrupt.AddRange(await ChainAsync(context, stop));
        corrupt.AddRange(await StateFromHistory.DifferencesAsync(context, stop));
        corrupt.AddRange(await FilesAsync(context, writers, stop));
        var stored = await StoredAsync(context, stop);
        foreach (var writer in writers)
        {
            lost.AddRange(writer.Acknowledged.Where(w => stored.GetValueOrDefault(w) == 0));
            corrupt.AddRange(
                writer
                    .Acknowledged.Concat(writer.Unknown)
                    .Where(w => stored.GetValueOrDefault(w) > 1)
                    .Select(w => $"twice: {w}")
            );
        }
        await context.DisposeAsync();
        // Nobody may have the file open when the program dies: it must recover the file by itself.
        SqliteConnection.ClearAllPools();
        return (lost, corrupt);
    }

    /// <summary>The sweep as the program would do it two days later; afterwards every file has a row, and every row its file.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken stop)
    {
        await using var context = services.GetRequiredService<Contexts>().Open();
        Swept = (await OrphansAsync(context, stop)).Count;
        foreach (var file in AllFiles())
        {
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddDays(-3));
        }
        await services.GetRequiredService<UploadCommands>().SweepAsync(Actor.Worker, stop);
        known.Clear();
        return
        [
            .. (await OrphansAsync(context, stop)).Select(o => $"never swept: {o}"),
            .. await FilesAsync(context, [], stop),
        ];
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>How often each word of the drill is stored: updates, reasons of dates, titles of evidence.</summary>
    private static async Task<Dictionary<string, int>> StoredAsync(
        TrackerContext context,
        CancellationToken stop
    )
    {
        var words = await context
            .ProgressUpdates.Select(u => u.Text)
            .Concat(context.Evidence.Select(e => e.Title))
            .Concat(
                from line in context.HistoryLines
                join text in context.HistoryTexts on line.Sequence equals text.Sequence
                where line.Field == "reason" && text.After != null
                select text.After!
            )
            .Where(w => w.StartsWith("Essai "))
            .ToListAsync(stop);
        return words.CountBy(w => w).ToDictionary(StringComparer.Ordinal);
    }

    private async Task<IEnumerable<string>> PragmaAsync(
        string pragma,
        string? fine,
        CancellationToken stop
    )
    {
        await using var connection = new SqliteConnection(
            $"Data Source={database};Mode=ReadOnly;Pooling=False"
        );
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of two names above
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(stop);
        var said = new List<string>();
        while (await rows.ReadAsync(stop))
        {
            said.Add($"{pragma}: {rows.GetValue(0)}");
        }
        return fine is null ? said : said.Where(s => s != $"{pragma}: {fine}");
    }

    private static async Task<IEnumerable<string>> ChainAsync(
        TrackerContext context,
        CancellationToken stop
    )
    {
        var lines = await context
            .HistoryLines.AsNoTracking()
            .OrderBy(l => l.Sequence)
            .ToListAsync(stop);
        var head = await context.HistoryHeads.AsNoTracking().SingleAsync(stop);
        var broken = new List<string>();
        var (expected, previous) = (1L, new byte[32]);
        foreach (var line in lines)
        {
            if (
                line.Sequence != expected
                || !line.PreviousHash.SequenceEqual(previous)
                || !line.Hash.SequenceEqual(HistoryChain.HashOf(line))
            )
            {
                broken.Add(FormattableString.Invariant($"chain: line {line.Sequence}"));
            }
            (expected, previous) = (line.Sequence + 1, line.Hash);
        }
        if (head.Sequence != expected - 1 || !head.Hash.SequenceEqual(previous))
        {
            broken.Add("chain: its head");
        }
        return broken;
    }

    /// <summary>Every row that names a file has it, whole; each file is hashed once.</summary>
    private async Task<IEnumerable<string>> FilesAsync(
        TrackerContext context,
        IReadOnlyList<KillWriter> writers,
        CancellationToken stop
    )
    {
        var rows = await context
            .Evidence.AsNoTracking()
            .Where(e => e.StoredAs != null)
            .Select(e => new
            {
                e.Title,
                e.StoredAs,
                e.Sha256,
                e.Size,
            })
            .ToListAsync(stop);
        var wrong = new List<string>();
        foreach (var row in rows.Where(r => known.Add(r.StoredAs!)))
        {
            var file = Path.Combine(evidence, row.StoredAs![..2], row.StoredAs);
            var bytes = File.Exists(file) ? await File.ReadAllBytesAsync(file, stop) : [];
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var sent = writers
                .Select(w => w.Files.GetValueOrDefault(row.Title))
                .FirstOrDefault(h => h is not null);
            if (
                bytes.Length != row.Size
                || hash != row.Sha256
                || (sent is not null && sent != hash)
            )
            {
                wrong.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"file of {row.Title}: {bytes.Length} of {row.Size} bytes"
                    )
                );
            }
        }
        return wrong;
    }

    private async Task<IReadOnlyList<string>> OrphansAsync(
        TrackerContext context,
        CancellationToken stop
    )
    {
        var named = await context
            .Evidence.Where(e => e.StoredAs != null)
            .Select(e => e.StoredAs!)
            .Concat(context.Uploads.Select(u => u.StoredAs))
            .ToListAsync(stop);
        return [.. AllFiles().Select(f => Path.GetFileName(f)).Except(named)];
    }

    private string[] AllFiles() =>
        Directory.Exists(evidence)
            ? Directory.GetFiles(evidence, "*", SearchOption.AllDirectories)
            : [];

    /// <summary>Two days on, for the sweep: what is on its way today is left behind by then.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(2);
    }
}
