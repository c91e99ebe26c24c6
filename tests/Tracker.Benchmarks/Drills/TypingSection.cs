using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Drills;

/// <summary>The program killed while somebody types into the form of an update.</summary>
internal sealed class TypingSection : Section
{
    private const int Runs = 100;

    /// <summary>Of them in a real browser: slower, and the same addresses behind it.</summary>
    private const int InBrowser = 5;

    public override string Name => "typing";

    public override string Shows =>
        $"{Runs} restarts while typing: {InBrowser} in a browser, the others by what its script sends";

    public override TimeSpan Lasts(Options options) =>
        TimeSpan.FromSeconds(4 * (options.Runs ?? Runs));

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var runs = bench.Options.Runs ?? Runs;
        await using var server = await bench.StartTrialAsync();
        var inBrowser = Math.Min(InBrowser, runs / 2);
        var typed = await BrowserTyping.RunAsync(server, inBrowser, stop);
        Drilled.Add(
            table,
            "offered back in the browser",
            typed,
            inBrowser,
            "typed 3 s before the kill"
        );
        var drill = new TypingDrill(server, seed: 1);
        try
        {
            await drill.RunAsync(runs - inBrowser, Bench.Say, stop);
        }
        finally
        {
            var counts = drill.Counts;
            Drilled.Add(
                table,
                "offered back to its author",
                counts.Offered + typed,
                runs,
                counts.ToString()
            );
            Drilled.AddNone(table, "offered to anybody else", counts.OfferedToOthers, counts.Wrong);
        }
    }
}
