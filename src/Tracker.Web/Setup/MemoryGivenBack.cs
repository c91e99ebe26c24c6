namespace Tracker.Web.Setup;

/// <summary>
/// When a crowd has left, what it held is collected and given back to the machine. The runtime by itself keeps it until
/// somebody asks for memory, and at night nobody does. It stops the program for some tenths of a second: only where no
/// page is live, and not for the few who come and go.
/// </summary>
internal sealed class MemoryGivenBack(Crowd crowd, TimeProvider time, Action collect)
    : IHostedService,
        IDisposable
{
    /// <summary>The last circuits are still being put down when they are said to be closed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(
            _ => Collect(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        crowd.HasLeft += Wait;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        crowd.HasLeft -= Wait;
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    public static void CollectAll() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private void Wait(object? crowd, EventArgs news) =>
        _timer?.Change(Pause, Timeout.InfiniteTimeSpan);

    private void Collect()
    {
        if (crowd.IsGone)
        {
            collect();
        }
    }
}
