using System.Diagnostics;
using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Core.Exports;

namespace Tracker.Benchmarks.Exports;

/// <summary>What writing a sheet costs beside the least that its cells can cost.</summary>
internal sealed class FlatSection : Section
{
    public override string Name => "flat";

    public override string Shows =>
        "a flat sheet of 14 columns in a drawn book to the same cells by hand-written zip and text, same compression, "
        + "processor time, interleaved";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(2);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var rows = FlatRows.Some(10_000);
        // Compiled before anything is measured.
        for (var turn = 0; turn < 8; turn++)
        {
            await SpentAsync(FlatSheet.WriteAsync, rows, 3_000);
            await SpentAsync(FlatSheet.WriteByHandAsync, rows, 3_000);
        }
        await MeasureAsync(table, rows, 10_000, 1.3, 15, stop);
        await MeasureAsync(table, rows, 100_000, 1.15, 5, stop);
    }

    private static async Task MeasureAsync(
        Table table,
        IReadOnlyList<ExportRow> rows,
        int count,
        double aim,
        int turns,
        CancellationToken stop
    )
    {
        var (ours, floors) = (new List<double>(), new List<double>());
        var (size, least) = (0L, 0L);
        for (var turn = 0; turn < turns; turn++)
        {
            stop.ThrowIfCancellationRequested();
            (var one, size) = await SpentAsync(FlatSheet.WriteAsync, rows, count);
            (var other, least) = await SpentAsync(FlatSheet.WriteByHandAsync, rows, count);
            ours.Add(one);
            floors.Add(other);
        }
        var peak = Peak.OfThisProcess();
        await SpentAsync(FlatSheet.WriteAsync, rows, count, collect: false);
        var memory = peak.MegabytesAbove();
        var named = string.Create(CultureInfo.InvariantCulture, $"{count:N0} x 14");
        table.Add(
            Figure.AtMost(
                $"flat sheet, {named}",
                aim,
                Sample.Median(ours.Zip(floors, (own, floor) => own / floor)),
                "times",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Sample.Median(ours):0} ms to {Sample.Median(floors):0} ms, {size / 1e6:0.0} MB to {least / 1e6:0.0} MB"
                )
            )
        );
        table.Add(
            Figure.AtMost(
                $"memory, {named}",
                25,
                memory,
                "MB",
                "the most resident, over the warm process before it"
            )
        );
    }

    private static async Task<(double Milliseconds, long Bytes)> SpentAsync(
        Func<Stream, IAsyncEnumerable<ExportRow>, Task> write,
        IReadOnlyList<ExportRow> rows,
        int count,
        bool collect = true
    )
    {
        if (collect)
        {
            GC.Collect();
        }
        await using var output = new CountingStream();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await write(output, FlatRows.Repeated(rows, count));
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMilliseconds, output.Length);
    }
}
