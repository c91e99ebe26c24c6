using System.Diagnostics;
using Tracker.EndToEnd.Harness;

namespace Tracker.Benchmarks.Drills;

/// <summary>
/// The real program, killed as a power cut would, while several people save and send files; started again on the same
/// data, which must then hold everything that was acknowledged, whole. A run counts only where enough was acknowledged
/// since the start and something was in the air.
/// </summary>
internal sealed class KillDrill(PublishedServer server, int seed) : IAsyncDisposable
{
    private const int LeastAcknowledged = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random random = new(seed);
    private readonly StoredTruth truth = new(server.DataDirectory);
    private readonly List<KillWriter> writers = [];

    public KillCounts Counts { get; } = new();

    /// <param name="say">Told now and then how it goes.</param>
    public async Task RunAsync(int runs, Action<string> say, CancellationToken stop)
    {
        foreach (var (account, work, code) in KillWriter.Works)
        {
            var poster = await FormPoster.SignInAsync(
                server.Address,
                account,
                PublishedServer.DemoPassword,
                stop
            );
            writers.Add(new KillWriter(poster, work, code, random.Next()));
        }
        // Runs that do not count are done again, but not for ever.
        for (var run = 0; Counts.Counted < runs && run < runs * 3; run++)
        {
            await RunOnceAsync(stop);
            if (Counts.Runs % 10 == 0)
            {
                say(Counts.ToString());
            }
        }
        await server.KillAsync();
        Counts.Wrong.AddRange(await truth.SweepAsync(stop));
        Counts.Orphans = truth.Swept;
    }

    private async Task RunOnceAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = writers.Sum(w => w.Acknowledged.Count);
        var work = Task.WhenAll(writers.Select(w => w.WorkAsync(over.Token)));
        var clock = Stopwatch.StartNew();
        var more = random.Next(8);
        while (
            writers.Sum(w => w.Acknowledged.Count) - before < LeastAcknowledged + more
            && clock.Elapsed < Patience
        )
        {
            await Task.Delay(1, stop);
        }
        // Some moments later, at whatever is going on then.
        await Task.Delay(random.Next(60), stop);
        while (!writers.Exists(w => w.IsWriting) && clock.Elapsed < Patience)
        {
            await Task.Delay(1, stop);
        }
        var acknowledged = writers.Sum(w => w.Acknowledged.Count) - before;
        await server.KillAsync();
        await over.CancelAsync();
        await work;
        var cut = writers.Count(w => w.WasCut);

        clock.Restart();
        await server.RestartAsync();
        Counts.Note(acknowledged, cut, clock.Elapsed, LeastAcknowledged);
        Counts.Take(await truth.CheckAsync(writers, stop));
        Counts.Refused = writers.Sum(w => w.Refused);
    }

    public ValueTask DisposeAsync()
    {
        writers.ForEach(w => w.Dispose());
        return truth.DisposeAsync();
    }
}

/// <summary>What came of the kills.</summary>
internal sealed class KillCounts
{
    public int Runs { get; private set; }
    public int Counted { get; private set; }
    public int Acknowledged { get; private set; }

    /// <summary>Writes that were in the air at a kill.</summary>
    public int Cut { get; private set; }

    /// <summary>Acknowledged, and not there after the start.</summary>
    public int Lost { get; private set; }

    /// <summary>Something that does not fit: pages, keys, chain, periods, files.</summary>
    public int Corrupt { get; private set; }

    /// <summary>From the start of the process to 200 on /health/ready, in seconds.</summary>
    private readonly List<double> starts = [];

    public double Slowest => starts.DefaultIfEmpty().Max();

    public double Usual => starts.Order().ElementAtOrDefault(starts.Count / 2);

    /// <summary>Not saved and not cut: a form that came back in words.</summary>
    public int Refused { get; set; }

    /// <summary>Files without a row that the sweep took away in the end.</summary>
    public int Orphans { get; set; }
    public List<string> Wrong { get; } = [];

    public void Note(int acknowledged, int cut, TimeSpan ready, int least)
    {
        Runs++;
        Acknowledged += acknowledged;
        Cut += cut;
        Counted += acknowledged >= least && cut > 0 ? 1 : 0;
        starts.Add(ready.TotalSeconds);
    }

    public void Take((IReadOnlyList<string> Lost, IReadOnlyList<string> Corrupt) found)
    {
        // What is missed once is missed in every later run: it is one fault.
        var lost = found.Lost.Select(l => $"lost: {l}").Except(Wrong).ToList();
        var corrupt = found.Corrupt.Except(Wrong).ToList();
        Lost += lost.Count;
        Corrupt += corrupt.Count;
        Wrong.AddRange(lost);
        Wrong.AddRange(corrupt);
    }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Runs} kills, {Counted} counted; {Acknowledged} writes acknowledged, {Cut} in the air, {Lost} lost, {Corrupt} corrupt; ready again after {Usual:0.0} s, at most {Slowest:0.0} s; {Refused} forms came back in words, {Orphans} files without a row swept."
        );
}
