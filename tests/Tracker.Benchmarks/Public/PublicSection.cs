using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Tracker.Benchmarks.Harness;
using Tracker.Benchmarks.Line;
using Tracker.Benchmarks.Rows;
using Tracker.Benchmarks.Weights;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Recommendations;

namespace Tracker.Benchmarks.Public;

/// <summary>A published page: answered from memory, weighed, and read over a slow line.</summary>
internal sealed class PublicSection : Section
{
    private const string Page = "/public/KAY-2020";
    private const int Connections = 8;
    private const int Requests = 8_000;
    private const int Changes = 12;
    private const string Changed = "KAY-2020-01";
    private const int Visits = 3;
    private const int BitsPerSecond = 400_000;
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override string Name => "public";

    public override string Shows =>
        "a published workshop: requests a second, right after a change, weight of a first visit, readable over 400 kbit/s and 400 ms";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(1);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var server = await bench.StartServerAsync(
            await bench.CopyTrialAsync(),
            new Dictionary<string, string> { ["Tracker__Public__Enabled"] = "true" }
        );
        await RateAsync(server, table, stop);
        await FreshAsync(server, table, stop);
        await using var browser = await Chromium.StartAsync();
        await using (var person = await browser.OpenAsync(reader: null))
        {
            var visit = await Visit.ToAsync(person, server.At(Page), comesAlive: false);
            table.Add(
                Figure.AtMost(
                    "first visit",
                    60,
                    visit.Kilobytes,
                    "kB",
                    "heads included, no circuit"
                )
            );
            table.Add(Figure.AtMost("the same, requests", 6, visit.Requests, "requests"));
        }
        await ReadableAsync(server, browser, table);
    }

    private static async Task RateAsync(PublishedServer server, Table table, CancellationToken stop)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = Connections }
        )
        {
            BaseAddress = server.Address,
        };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        for (var i = 0; i < 400; i++)
        {
            await http.GetByteArrayAsync(Page, stop);
        }
        var before = ProcessReading.Of(server);
        var left = Requests;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async _ =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        await http.GetByteArrayAsync(Page, stop);
                    }
                })
        );
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var cost = ProcessReading.Of(server).MillisecondsEach(before, Requests);
        table.Add(
            Figure.AtLeast(
                "unchanged page",
                1000,
                Requests / took,
                "requests/s",
                $"{Connections} connections, {Figure.Number(cost)} ms cpu of the server each, the client on the same two cores"
            )
        );
    }

    /// <summary>
    /// By another process over the same data, which the server only learns of by asking: what it writes itself it knows at
    /// once.
    /// </summary>
    private static async Task FreshAsync(
        PublishedServer server,
        Table table,
        CancellationToken stop
    )
    {
        await using var tracker = await OpenTracker.OverAsync(server.DataDirectory);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = server.Address,
        };
        var seen = new List<double>();
        for (var round = 0; round < Changes; round++)
        {
            var due = new DateOnly(2031, 1, 1).AddDays(round);
            var spelt = due.ToString("O", CultureInfo.InvariantCulture);
            var record = await tracker.Of<RecordQueries>().FindAsync(Actor.Worker, Changed, stop);
            var outcome = await tracker
                .Of<OwnerCommands>()
                .SetDueDateAsync(Actor.Worker, Changed, record!.Version, due, "Benchmark", stop);
            var start = Stopwatch.GetTimestamp();
            if (outcome is not Outcome.Done)
            {
                throw new InvalidOperationException($"A write ended as {outcome}.");
            }
            while (
                !(await http.GetStringAsync(Page, stop)).Contains(spelt, StringComparison.Ordinal)
            )
            {
                if (Stopwatch.GetElapsedTime(start) > Patience)
                {
                    throw new InvalidOperationException($"{Page} never showed {spelt}.");
                }
            }
            seen.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        table.Add(
            Figure.AtMost(
                "right again after a change",
                1,
                seen.Max(),
                "s",
                $"the slowest of {Changes} changes by another process; median {Figure.Number(Sample.Median(seen))} s"
            )
        );
    }

    private static async Task ReadableAsync(PublishedServer server, Chromium browser, Table table)
    {
        await using var line = new SlowLine(server.Address, BitsPerSecond, RoundTrip);
        var seen = new List<double>();
        var sockets = 0;
        for (var visit = 0; visit < Visits; visit++)
        {
            await using var person = await browser.OpenAsync(reader: null);
            var page = await person.NewPageAsync();
            page.WebSocket += (_, _) => sockets++;
            await page.GotoAsync(
                new Uri(line.Address, Page).ToString(),
                new() { WaitUntil = WaitUntilState.Load }
            );
            await page.WaitForFunctionAsync(
                "() => performance.getEntriesByName('first-contentful-paint').length"
            );
            seen.Add(
                await page.EvaluateAsync<double>(
                    "() => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
                )
            );
        }
        table.Add(
            Figure.AtMost(
                "readable at 400 kbit/s and 400 ms",
                1.5,
                Sample.Median(seen),
                "s",
                $"first paint of the text, first visits: {string.Join(", ", seen.Select(s => $"{s:0.00}"))}"
            )
        );
        table.Add(Figure.AtMost("circuits opened", 0, sockets, "circuits"));
    }
}
