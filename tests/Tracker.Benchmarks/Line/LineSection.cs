using Microsoft.Playwright;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Line;

/// <summary>A page in Chromium over a line as people in Kayes have it.</summary>
internal sealed class LineSection : Section
{
    private const int BitsPerSecond = 400_000;
    private const int Runs = 3;
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(400);

    /// <summary>Notes the first frame that holds a row, and the first after which the circuit has drawn.</summary>
    private const string Watch = """
        window.seen = {};
        (function look() {
          const now = performance.now();
          if (!window.seen.rows && document.querySelector('[data-code]'))
            requestAnimationFrame(() => window.seen.rows ??= performance.now());
          if (!window.seen.live && document.querySelector('#components-reconnect-modal[data-live]')) window.seen.live = now;
          if (!window.seen.live) requestAnimationFrame(look);
        })();
        """;

    public override string Name => "line";

    public override string Shows =>
        $"Chromium over {BitsPerSecond / 1000} kbit/s and {RoundTrip.TotalMilliseconds:0} ms there and back";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(1.5);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var server = await bench.StartServerAsync(Http.HttpSection.Rows);
        using var reader = await Reader.SignInAsync(server, "coordinator", stop);
        for (var page = 0; page < 100; page++)
        {
            await reader.ReadAsync("/recommendations", stop);
        }
        await using var browser = await Chromium.StartAsync();
        await using var line = new SlowLine(server.Address, BitsPerSecond, RoundTrip);
        var list = new Uri(line.Address, "/recommendations").ToString();
        var first = new List<Seen>();
        var next = new List<Seen>();
        for (var run = 0; run < Runs; run++)
        {
            await using var person = await browser.OpenAsync(reader);
            await person.AddInitScriptAsync(Watch);
            first.Add(await VisitAsync(person, list));
            next.Add(await VisitAsync(person, list));
        }
        table.Add(Rows("rows on screen, first visit", 2.0, first));
        table.Add(Rows("rows on screen, next visit", 1.2, next));
        table.Add(Live("circuit live, first visit", 6, first));
        table.Add(Live("circuit live, next visit", 6, next));
        table.Add(await AtOnceAsync(browser, reader, list));
    }

    private static Figure Rows(string name, double aim, List<Seen> seen) =>
        Figure.AtMost(
            name,
            aim,
            Sample.Median(seen.Select(s => s.Rows)),
            "s",
            $"median of {seen.Count}, a new connection included: {string.Join(", ", seen.Select(s => $"{s.Rows:0.00}"))}"
        );

    private static Figure Live(string name, double aim, List<Seen> seen) =>
        Figure.AtMost(
            name,
            aim,
            Sample.Median(seen.Select(s => s.Live)),
            "s",
            "since the address was asked for"
        );

    private static async Task<Seen> VisitAsync(IBrowserContext person, string address)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => window.seen.live && window.seen.rows");
        var seen = new Seen(
            await page.EvaluateAsync<double>("() => window.seen.rows / 1000"),
            await page.EvaluateAsync<double>("() => window.seen.live / 1000")
        );
        await page.CloseAsync();
        return seen;
    }

    /// <summary>A link and a form, used the moment the rows are there and long before the circuit is.</summary>
    private static async Task<Figure> AtOnceAsync(Chromium browser, Reader reader, string list)
    {
        await using var person = await browser.OpenAsync(reader);
        await person.AddInitScriptAsync(Watch);
        var page = await person.NewPageAsync();
        await page.GotoAsync(list, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => window.seen.rows");
        var early = !await page.EvaluateAsync<bool>("() => !!window.seen.live");
        await page.Locator("main a[href*='overdue=1']").First.ClickAsync();
        await page.WaitForURLAsync(
            "**/recommendations?*overdue=1*",
            new() { WaitUntil = WaitUntilState.Commit }
        );
        await page.WaitForFunctionAsync("() => window.seen.rows");
        early &= !await page.EvaluateAsync<bool>("() => !!window.seen.live");
        await page.Locator("main input[name=q]").FillAsync("migration");
        await page.Locator("main input[name=q]").PressAsync("Enter");
        await page.WaitForURLAsync(
            "**/recommendations?*q=migration*",
            new() { WaitUntil = WaitUntilState.Commit }
        );
        return Figure.Must(
            "a filter link, then the search form",
            "usable at once",
            early ? "usable" : "the circuit came first",
            early,
            "both used between the first rows and the circuit"
        );
    }

    /// <summary>Seconds since the address was asked for.</summary>
    private sealed record Seen(double Rows, double Live);
}
