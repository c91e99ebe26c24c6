using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Drills;

/// <summary>The program killed at any moment, while people save and send files.</summary>
internal sealed class KillsSection : Section
{
    private const int Runs = 200;

    public override string Name => "kills";

    public override string Shows =>
        $"{Runs} times kill -9 under mixed saves and uploads, each counted with 5 acknowledged writes and one in the air";

    public override TimeSpan Lasts(Options options) =>
        TimeSpan.FromSeconds(5 * (options.Runs ?? Runs));

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var runs = bench.Options.Runs ?? Runs;
        await using var server = await bench.StartTrialAsync();
        await using var drill = new KillDrill(server, seed: 1);
        try
        {
            await drill.RunAsync(runs, Bench.Say, stop);
        }
        finally
        {
            var counts = drill.Counts;
            Drilled.Add(table, "runs counted", counts.Counted, runs, counts.ToString());
            Drilled.AddNone(
                table,
                "acknowledged writes lost",
                counts.Lost,
                counts.Wrong,
                $"of {counts.Acknowledged}"
            );
            Drilled.AddNone(
                table,
                "corrupt",
                counts.Corrupt,
                counts.Wrong,
                "pages, keys, chain, periods against the history, files"
            );
            table.Add(
                Figure.AtMost(
                    "ready again, slowest",
                    10,
                    counts.Slowest,
                    "s",
                    $"median {Figure.Number(counts.Usual)} s; machine {Machine.Load()}"
                )
            );
        }
    }
}
