using System.Diagnostics;
using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Benchmarks.Http;

namespace Tracker.Benchmarks.Exports;

/// <summary>The whole tidy workbook of a large programme over HTTP, and what others feel of it.</summary>
internal sealed class ServedSection : Section
{
    private const int Recommendations = 100_000;
    private const string Path = "/recommendations/export.xlsx";
    private const int Warm = 3;
    private const int Pages = 60;

    public override string Name => "served";

    public override string Shows =>
        $"export.xlsx of {Recommendations:N0} recommendations over HTTP, and a page of the list meanwhile";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(8);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var server = await bench.StartServerAsync(Recommendations);
        using var analyst = await Reader.SignInAsync(server, "analyst", stop);
        using var coordinator = await Reader.SignInAsync(server, "coordinator", stop);
        using var third = await Reader.SignInAsync(server, "dgme", stop);
        var cold = await Download.OfAsync(server, analyst, Path, stop);
        var warm = new List<Download>();
        var peaks = new List<double>();
        for (var turn = 0; turn < Warm; turn++)
        {
            var peak = Peak.Of(server.ProcessId);
            warm.Add(await Download.OfAsync(server, analyst, Path, stop));
            peaks.Add(peak.MegabytesAbove());
        }
        table.Add(
            Figure.AtMost(
                "first byte, warm",
                100,
                1_000 * Sample.Median(warm.Select(d => d.First)),
                "ms",
                $"the first after the start {Figure.Number(1_000 * cold.First)} ms"
            )
        );
        table.Add(
            Figure.Seeing(
                "whole workbook",
                Sample.Median(warm.Select(d => d.Whole)),
                "s",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Sample.Median(warm.Select(d => d.Processor)):0.0} s of processor time, {warm[0].Bytes / 1e6:0.0} MB, all its sheets"
                )
            )
        );
        table.Add(
            Figure.Seeing(
                "memory of the server meanwhile",
                Sample.Median(peaks),
                "MB",
                "the most resident, over what it held before; reading the rows included"
            )
        );
        await ThirdAsync([analyst, coordinator], third, server, table, stop);
    }

    /// <summary>Somebody turns pages while two others fetch everything.</summary>
    private static async Task ThirdAsync(
        Reader[] fetching,
        Reader third,
        PublishedServer server,
        Table table,
        CancellationToken stop
    )
    {
        await TurnAsync(third, Pages, stop);
        var usual = await TurnAsync(third, Pages, stop);
        var downloads = fetching.Select(r => Download.OfAsync(server, r, Path, stop)).ToList();
        var meanwhile = new List<double>();
        while (!downloads.Exists(d => d.IsCompleted))
        {
            meanwhile.AddRange(await TurnAsync(third, 5, stop));
        }
        await Task.WhenAll(downloads);
        table.Add(
            Figure.AtMost(
                "a third person's page during two of them",
                2,
                Sample.Median(meanwhile) / Sample.Median(usual),
                "times",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"median {Sample.Median(meanwhile):0.0} ms of {meanwhile.Count} pages to {Sample.Median(usual):0.0} ms, client on the same two cores"
                )
            )
        );
    }

    /// <returns>Milliseconds of each page.</returns>
    private static async Task<List<double>> TurnAsync(
        Reader reader,
        int pages,
        CancellationToken stop
    )
    {
        var took = new List<double>();
        for (var page = 1; page <= pages; page++)
        {
            var start = Stopwatch.GetTimestamp();
            var address = string.Create(
                CultureInfo.InvariantCulture,
                $"/recommendations?page={1 + (page % 20)}"
            );
            await reader.ReadAsync(address, stop);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return took;
    }
}
