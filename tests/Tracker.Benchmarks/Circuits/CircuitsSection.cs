using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Circuits;

/// <summary>What open pages cost the server, by tabs without a browser.</summary>
internal sealed class CircuitsSection : Section
{
    private const int Held = 300;
    private const int InRound = 200;
    private const int Turns = 40;

    private static readonly string[] Accounts =
    [
        "coordinator",
        "admin",
        "analyst",
        "anpe",
        "cigem",
        "ctc",
        "dgia",
        "dgme",
        "mef",
        "mmeia",
    ];

    public override string Name => "circuits";

    public override string Shows =>
        $"{Held} circuits held on the list, one page turn, rounds of {InRound} opened and closed";

    public override TimeSpan Lasts(Options options) =>
        TimeSpan.FromMinutes(options.Minutes + 1 + options.Rounds / 5d);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var server = await bench.StartServerAsync(Http.HttpSection.Rows);
        using var site = new Site(server, "/recommendations");
        var people = new List<Reader>();
        try
        {
            foreach (var account in Accounts)
            {
                people.Add(await Reader.SignInAsync(server, account, stop));
            }
            await TurnAsync(server, site, people, table, stop);
            await RoundsAsync(bench.Options.Rounds, server, site, people, table, stop);
            await HoldAsync(bench, server, site, people, table, stop);
        }
        finally
        {
            people.ForEach(p => p.Dispose());
        }
    }

    private static async Task TurnAsync(
        PublishedServer server,
        Site site,
        List<Reader> people,
        Table table,
        CancellationToken stop
    )
    {
        Bench.Say($"{Turns} page turns");
        await using var crew = new Crew(site, people);
        await crew.OpenAsync(1, stop);
        var circuit = crew.Circuits[0];
        var (bytes, batches) = (new List<double>(), new List<double>());
        var words = await RowWords.WeighAsync(server, "/recommendations?page=2", stop);
        for (var turn = 0; turn < Turns; turn++)
        {
            var (received, drawn) = (site.Received, circuit.Batches);
            await circuit.GoAsync(
                FormattableString.Invariant($"/recommendations?page={2 + turn}"),
                stop
            );
            // A second batch, where there is one, follows at once.
            await Task.Delay(TimeSpan.FromMilliseconds(300), stop);
            bytes.Add(site.Received - received);
            batches.Add(circuit.Batches - drawn);
        }
        table.Add(
            Figure.AtMost(
                "one page turn, batches",
                2,
                Sample.Median(batches),
                "batches",
                $"median of {Turns}, the most {batches.Max():0}"
            )
        );
        table.Add(
            Figure.AtMost(
                "one page turn, on the wire",
                2.5,
                Sample.Median(bytes) / 1000,
                "kB",
                $"median of {Turns}, the most {bytes.Max() / 1000:0.0}; the words of 25 rows alone, without any mark-up, weigh {words / 1000d:0.0}"
            )
        );
    }

    private static async Task RoundsAsync(
        int rounds,
        PublishedServer server,
        Site site,
        List<Reader> people,
        Table table,
        CancellationToken stop
    )
    {
        var after = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            Bench.Say($"round {round} of {rounds}");
            await using (var crew = new Crew(site, people))
            {
                await crew.OpenAsync(InRound, stop);
            }
            // As long as the load client for circuits waits.
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
            after.Add(ProcessReading.Of(server).ResidentMb);
        }
        table.Add(
            Figure.AtMost(
                $"memory after round {rounds} beside that after round 3",
                1.05,
                after[^1] / after[Math.Min(2, after.Count - 1)],
                "times",
                $"MB after each round of {InRound} opened and closed: {string.Join(' ', after.Select(mb => $"{mb:0}"))}"
            )
        );
    }

    private static async Task HoldAsync(
        Bench bench,
        PublishedServer server,
        Site site,
        List<Reader> people,
        Table table,
        CancellationToken stop
    )
    {
        var before = ProcessReading.Of(server);
        await using var crew = new Crew(site, people);
        await crew.OpenAsync(Held, stop);
        var open = ProcessReading.Of(server);
        Bench.Say($"{Held} circuits held for {bench.Options.Minutes} min");
        await Task.Delay(TimeSpan.FromMinutes(bench.Options.Minutes), stop);
        var end = ProcessReading.Of(server);
        var lost = crew.Circuits.Where(c => !c.IsAlive).ToList();
        table.Add(
            Figure.Must(
                $"{Held} circuits held {bench.Options.Minutes} min",
                "none lost",
                $"{lost.Count} lost",
                lost.Count == 0,
                lost.Select(c => c.Loss).FirstOrDefault()
                    ?? $"{(end.Processor - open.Processor).TotalSeconds:0.0} s cpu of the server meanwhile"
            )
        );
        table.Add(
            Figure.AtMost(
                "memory for each of them",
                500,
                (end.ResidentMb - before.ResidentMb) * 1024 / Held,
                "kB",
                $"resident, uncollected garbage included: {before.ResidentMb:0} MB before, {open.ResidentMb:0} when open, {end.ResidentMb:0} at the end"
            )
        );
    }
}
