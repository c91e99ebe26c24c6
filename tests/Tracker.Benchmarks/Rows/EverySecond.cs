using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;

namespace Tracker.Benchmarks.Rows;

/// <summary>One due date moved each second while others read, as on a busy day.</summary>
internal sealed class EverySecond : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    public EverySecond(params OpenTracker[] trackers) => work = WriteAsync(trackers);

    public int Written { get; private set; }

    private async Task WriteAsync(OpenTracker[] trackers)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                foreach (var tracker in trackers)
                {
                    await MoveAsync(tracker, Written);
                }
                Written++;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to end.
        }
    }

    /// <summary>Moves the due date of the recommendation of this number among the first hundred.</summary>
    public static async Task MoveAsync(OpenTracker tracker, int number)
    {
        var rows = await tracker.RowsAsync($"status=in_progress&page={1 + (number / 25 % 4)}");
        var record = await tracker
            .Of<RecordQueries>()
            .FindAsync(Actor.Worker, rows[number % rows.Count].Code);
        var due = (record!.DueDate ?? record.WorkshopEnd).AddDays(30);
        var outcome = await tracker
            .Of<OwnerCommands>()
            .SetDueDateAsync(Actor.Worker, record.Code, record.Version, due, "Benchmark");
        if (outcome is not Outcome.Done)
        {
            throw new InvalidOperationException($"A write ended as {outcome}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }
}
