using System.Diagnostics;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Http;

/// <summary>One page after another on one connection: processor time of the server for each.</summary>
internal static class PageFigures
{
    private const double Aim = 6;

    /// <summary>So many pages until the runtime has compiled them for good.</summary>
    private const int WarmUp = 800;

    private const int Repeated = 300;

    public static async Task MeasureAsync(
        PublishedServer server,
        Reader reader,
        Table table,
        CancellationToken stop
    )
    {
        Bench.Say($"{WarmUp} pages to warm up");
        await EachAsync(server, reader, Again(Addresses.OfOneFilter, WarmUp), stop);
        await EachAsync(server, reader, Addresses.OfOtherFilters, stop);

        var filters = await EachAsync(server, reader, Addresses.OfDifferentFilters, stop);
        var pages = await EachAsync(server, reader, Addresses.OfOneFilter, stop);
        var same = await EachAsync(server, reader, Again(["/recommendations"], Repeated), stop);

        var parts = await PartsAsync(server, reader, stop);
        table.Add(
            Figure.AtMost(
                "list page, a new filter each time",
                Aim,
                filters.Processor,
                "ms cpu",
                $"{Addresses.OfDifferentFilters.Count} different filters, nothing kept from before; {filters.Clock:0.0} ms by the clock"
            )
        );
        table.Add(
            Figure.AtMost(
                "list page, other pages of one filter",
                Aim,
                pages.Processor,
                "ms cpu",
                $"{Addresses.OfOneFilter.Count} pages and orders; {pages.Clock:0.0} ms by the clock; {parts.Split(pages.Processor)}"
            )
        );
        table.Add(
            Figure.Seeing(
                "list page, the same address again",
                same.Processor,
                "ms cpu",
                $"{Repeated} times; {same.Clock:0.0} ms by the clock"
            )
        );
    }

    private static async Task<Parts> PartsAsync(
        PublishedServer server,
        Reader reader,
        CancellationToken stop
    )
    {
        using var plain = await Reader.SignInAsync(server, "coordinator", stop, compression: "");
        var uncompressed = Again(["/recommendations"], Repeated);
        return new Parts(
            Floor: (
                await EachAsync(server, reader, Again(["/health/live"], Repeated), stop)
            ).Processor,
            Frame: (
                await EachAsync(server, reader, Again(["/account/login"], Repeated), stop)
            ).Processor,
            Empty: (
                await EachAsync(
                    server,
                    reader,
                    Again(["/recommendations?q=zzzzzz"], Repeated),
                    stop
                )
            ).Processor,
            Full: (
                await EachAsync(server, reader, Again(["/recommendations"], Repeated), stop)
            ).Processor,
            Plain: (await EachAsync(server, plain, uncompressed, stop)).Processor
        );
    }

    private static IReadOnlyList<string> Again(IReadOnlyList<string> paths, int times) =>
        [.. Enumerable.Range(0, times).Select(i => paths[i % paths.Count])];

    /// <summary>Reads each path once.</summary>
    private static async Task<Cost> EachAsync(
        PublishedServer server,
        Reader reader,
        IReadOnlyList<string> paths,
        CancellationToken stop
    )
    {
        var times = new List<double>(paths.Count);
        var before = ProcessReading.Of(server);
        foreach (var path in paths)
        {
            var start = Stopwatch.GetTimestamp();
            await reader.ReadAsync(path, stop);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return new Cost(
            ProcessReading.Of(server).MillisecondsEach(before, paths.Count),
            Sample.Median(times)
        );
    }

    /// <param name="Processor">Milliseconds of the server's processor time for each page, on average.</param>
    /// <param name="Clock">Milliseconds until the whole page has come, the median.</param>
    private sealed record Cost(double Processor, double Clock);

    /// <summary>Pages that lack one thing each, so that the difference is its price.</summary>
    private sealed record Parts(double Floor, double Frame, double Empty, double Full, double Plain)
    {
        public string Split(double whole) =>
            $"of it an answer without a page {Floor:0.0}, sign-in and frame {Frame - Floor:0.0}, "
            + $"filters and counts without a row {Empty - Frame:0.0}, 25 rows {Full - Empty:0.0}, "
            + $"of all that compression {Full - Plain:0.0}, other questions to the database {whole - Full:0.0}";
    }
}
