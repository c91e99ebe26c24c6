using System.Diagnostics;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Http;

/// <summary>Eight connections at once, each reading one page after another.</summary>
internal static class LoadFigures
{
    private const int Connections = 8;
    private const int Pages = 2400;
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(50);

    public static async Task MeasureAsync(
        PublishedServer server,
        Reader reader,
        Table table,
        CancellationToken stop
    )
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = HighestAsync(server, done.Token);
        var paging = await RateAsync(server, reader, Addresses.OfOneFilter, stop);
        var filtering = await RateAsync(server, reader, Addresses.OfDifferentFilters, stop);
        await done.CancelAsync();
        var highest = await watching;
        table.Add(
            Figure.AtLeast(
                $"{Connections} connections, other pages of one filter",
                300,
                paging.Each,
                "pages/s",
                paging.MadeOf
            )
        );
        table.Add(
            Figure.AtLeast(
                $"{Connections} connections, many filters",
                300,
                filtering.Each,
                "pages/s",
                filtering.MadeOf
            )
        );
        table.Add(
            Figure.AtMost(
                "memory, under that load",
                200,
                highest.Megabytes,
                "MB",
                $"resident, the highest of readings every 50 ms: {highest.Split}"
            )
        );
    }

    private static async Task<(double Each, string MadeOf)> RateAsync(
        PublishedServer server,
        Reader reader,
        IReadOnlyList<string> paths,
        CancellationToken stop
    )
    {
        var next = -1;
        async Task ReadAsync()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < Pages; )
            {
                await reader.ReadAsync(paths[i % paths.Count], stop);
            }
        }
        var before = ProcessReading.Of(server);
        var own = ProcessReading.Of(Environment.ProcessId);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => ReadAsync()));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var server1 = ProcessReading.Of(server).MillisecondsEach(before, Pages);
        var client = ProcessReading.Of(Environment.ProcessId).MillisecondsEach(own, Pages);
        var idle = Environment.ProcessorCount * took * 1000 / Pages - server1 - client;
        return (
            Pages / took,
            $"for each page {server1:0.0} ms cpu of the server, {client:0.0} of this client beside it, "
                + $"{idle:0.0} idle or taken by other programs"
        );
    }

    private static async Task<Resident> HighestAsync(PublishedServer server, CancellationToken done)
    {
        var highest = new Resident(0, 0, 0);
        while (!done.IsCancellationRequested)
        {
            var now = ProcessReading.Of(server).Resident;
            highest = now.Megabytes > highest.Megabytes ? now : highest;
            await Task.Delay(Watch, CancellationToken.None);
        }
        return highest;
    }
}
