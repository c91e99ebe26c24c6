using System.Diagnostics;
using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Benchmarks.Rows;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Data.Import;
using Tracker.Documents.Import;

namespace Tracker.Benchmarks.Imports;

/// <summary>Good files with bytes spoilt at random: each ends in a verdict within three seconds, and no row is lost.</summary>
internal sealed class MutationsSection : Section
{
    private const int Runs = 5000;
    private const int Rows = 200;

    public override string Name => "mutations";

    public override string Shows =>
        $"{Runs} files with bytes spoilt at random, read and understood";

    public override TimeSpan Lasts(Options options) =>
        TimeSpan.FromMilliseconds(20 * (options.Runs ?? Runs));

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var runs = bench.Options.Runs ?? Runs;
        await using var tracker = await OpenTracker.OverAsync(await bench.CopyTrialAsync());
        var lists = await tracker.Of<ImportQueries>().ListsAsync(Actor.Worker, stop);
        (string Name, byte[] Bytes)[] good =
        [
            ("essai.csv", ManyRows.Text(Rows)),
            ("essai.xlsx", ManyRows.Workbook(Rows)),
        ];
        var random = new Random(5000);
        var idle = ProcessReading.Of(Environment.ProcessId).ResidentMb;
        var (refused, understood, unmapped, lost, slowest, highest) = (0, 0, 0, 0, 0d, 0d);
        var failures = new List<string>();
        for (var run = 0; run < runs; run++)
        {
            stop.ThrowIfCancellationRequested();
            var (name, bytes) = good[run % good.Length];
            var spoilt = Spoilt(random, bytes);
            var clock = Stopwatch.StartNew();
            try
            {
                switch (await VerdictAsync(name, spoilt, lists, stop))
                {
                    case null:
                        refused++;
                        break;
                    case < 0:
                        unmapped++;
                        break;
                    case var missing:
                        understood++;
                        lost += missing.Value;
                        break;
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                failures.Add($"run {run}: {problem.GetType().Name}");
            }
            slowest = Math.Max(slowest, clock.Elapsed.TotalSeconds);
            if (run % 50 == 0)
            {
                highest = Math.Max(highest, ProcessReading.Of(Environment.ProcessId).ResidentMb);
            }
        }
        table.Add(
            Figure.Must(
                "files without a verdict",
                "none",
                failures.Count.ToString(CultureInfo.InvariantCulture),
                failures.Count == 0,
                $"{refused} refused, {understood} understood, {unmapped} without known columns; {string.Join(", ", failures.Take(3))}"
            )
        );
        table.Add(
            Figure.Must("rows lost", "none", lost.ToString(CultureInfo.InvariantCulture), lost == 0)
        );
        table.Add(Figure.AtMost("the slowest verdict", 3, slowest, "s"));
        table.Add(Figure.AtMost("above idle at most", 150, highest - idle, "MB"));
    }

    /// <summary>Rows that came to no record; null for a refusal, less than nought where no columns are known.</summary>
    private static async Task<int?> VerdictAsync(
        string name,
        byte[] bytes,
        ImportLists lists,
        CancellationToken stop
    )
    {
        using var stream = new MemoryStream(bytes);
        if (
            await SourceReader.ReadAsync(stream, name, stop)
            is not SourceReading.Read { File: var file }
        )
        {
            return null;
        }
        if (ImportReading.Propose(file) is not { } proposed)
        {
            return -1;
        }
        var preview = ImportReading.Read(
            file,
            proposed.Sheet,
            proposed.Mapping,
            ImportAnswers.None,
            lists
        );
        return proposed.Sheet.Rows.Count - proposed.Mapping.HeaderRow - 1 - preview.Records.Count;
    }

    private static byte[] Spoilt(Random random, byte[] good)
    {
        var bytes = good.ToArray();
        for (var hit = random.Next(1, 9); hit > 0; hit--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
        return random.Next(12) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
