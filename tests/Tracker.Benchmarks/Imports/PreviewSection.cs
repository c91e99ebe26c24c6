using System.Diagnostics;
using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Benchmarks.Rows;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Data.Import;
using Tracker.Documents.Import;

namespace Tracker.Benchmarks.Imports;

/// <summary>A preview of a large stranger's file beside the floor: its cells found and kept as texts, and nothing more.</summary>
internal sealed class PreviewSection : Section
{
    private const int Rows = 20_000;
    private const int Turns = 7;

    public override string Name => "preview";

    public override string Shows =>
        "a preview of 20,000 rows to the tokenising of the same bytes, processor time, interleaved";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(2);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var tracker = await OpenTracker.OverAsync(await bench.CopyTrialAsync());
        var lists = await tracker.Of<ImportQueries>().ListsAsync(Actor.Worker, stop);
        await MeasureAsync(table, "essai.csv", ManyRows.Text(Rows), Tokenising.Text, lists, stop);
        await MeasureAsync(
            table,
            "essai.xlsx",
            ManyRows.Workbook(Rows),
            Tokenising.Workbook,
            lists,
            stop
        );
    }

    private static async Task MeasureAsync<T>(
        Table table,
        string name,
        byte[] bytes,
        Func<byte[], List<T>> floor,
        ImportLists lists,
        CancellationToken stop
    )
    {
        var (floors, previews, links) = (
            new List<double>(),
            new List<double>(),
            new List<double>()
        );
        for (var turn = 0; turn <= Turns; turn++)
        {
            stop.ThrowIfCancellationRequested();
            var (least, rows) = await SpentAsync(() => Task.FromResult(floor(bytes).Count));
            var (plain, records) = await SpentAsync(() => PreviewAsync(name, bytes, lists, false));
            var (linked, _) = await SpentAsync(() => PreviewAsync(name, bytes, lists, true));
            if (records != Rows || rows != Rows + 1)
            {
                throw new InvalidOperationException("Rows were lost.");
            }
            // The first turn pays for its compilation.
            if (turn > 0)
            {
                floors.Add(least);
                previews.Add(plain);
                links.Add(linked - plain);
            }
        }
        var form = Path.GetExtension(name)[1..];
        table.Add(
            Figure.AtMost(
                $"preview of 20,000 rows, {form}",
                4,
                Sample.Median(previews.Zip(floors, (preview, least) => preview / least)),
                "times",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Sample.Median(previews):0} ms; tokenising {Sample.Median(floors):0} ms"
                )
            )
        );
        table.Add(
            Figure.Seeing($"looking for near-duplicates, {form}", Sample.Median(links), "ms")
        );
        table.Add(
            Figure.AtMost(
                $"memory of the preview, {form}",
                100,
                await MemoryAsync(name, bytes, lists),
                "MB",
                "the most resident, over the process before it"
            )
        );
    }

    private static async Task<int> PreviewAsync(
        string name,
        byte[] bytes,
        ImportLists lists,
        bool linksNear
    ) => (await UnderstoodAsync(name, bytes, lists, linksNear)).Records.Count;

    private static async Task<ImportPreview> UnderstoodAsync(
        string name,
        byte[] bytes,
        ImportLists lists,
        bool linksNear
    )
    {
        using var stream = new MemoryStream(bytes);
        var file = ((SourceReading.Read)await SourceReader.ReadAsync(stream, name)).File;
        var (sheet, mapping) = ImportReading.Propose(file)!.Value;
        return ImportReading.Read(file, sheet, mapping, ImportAnswers.None, lists, linksNear);
    }

    private static async Task<(double Milliseconds, int Result)> SpentAsync(Func<Task<int>> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var result = await work();
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMilliseconds, result);
    }

    /// <summary>The highest the process stood while a preview was made and held.</summary>
    private static async Task<double> MemoryAsync(string name, byte[] bytes, ImportLists lists)
    {
        var peak = Peak.OfThisProcess();
        var preview = await UnderstoodAsync(name, bytes, lists, linksNear: false);
        var above = peak.MegabytesAbove();
        GC.KeepAlive(preview);
        return above;
    }
}
