using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Circuits;

/// <summary>Many circuits at once, shared out among the trial's accounts.</summary>
internal sealed class Crew(Site site, IReadOnlyList<Reader> people) : IAsyncDisposable
{
    private const int OpeningAtOnce = 4;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly List<HeadlessCircuit> circuits = [];
    private readonly CancellationTokenSource left = new();
    private Task pinging = Task.CompletedTask;

    public IReadOnlyList<HeadlessCircuit> Circuits => circuits;

    public async Task OpenAsync(int count, CancellationToken stop)
    {
        circuits.AddRange(
            Enumerable
                .Range(0, count)
                .Select(i => new HeadlessCircuit(site, people[i % people.Count]))
        );
        pinging = PingAsync();
        await Parallel.ForEachAsync(
            circuits,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = OpeningAtOnce,
                CancellationToken = stop,
            },
            async (circuit, token) => await circuit.OpenAsync(token)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await left.CancelAsync();
        await pinging;
        await Parallel.ForEachAsync(
            circuits,
            CancellationToken.None,
            async (circuit, _) => await circuit.DisposeAsync()
        );
        left.Dispose();
    }

    /// <summary>As a browser does, each circuit says from time to time that it is still there.</summary>
    private async Task PingAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Silence, left.Token);
                foreach (var circuit in circuits.Where(c => c.IsAlive))
                {
                    await PingAsync(circuit);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // They have left.
        }
    }

    private async Task PingAsync(HeadlessCircuit circuit)
    {
        try
        {
            await circuit.PingAsync(left.Token);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Bench.Say($"a circuit was lost: {circuit.Loss ?? problem.Message}");
        }
    }
}
