using Tracker.Core.Access;
using Tracker.Data.Live;
using Tracker.Data.Publishing;

namespace Tracker.Web.Live;

/// <summary>
/// Looks for what other processes wrote, while somebody here has a page open: a command line, another server of the same
/// database.
/// </summary>
internal sealed partial class LiveWatch(
    ChangeBus changes,
    PublicQueries published,
    TimeProvider time,
    ILogger<LiveWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(1500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Each wait begins after the last: a clock that jumps is not caught up with.
            await Task.Delay(Often, time, stoppingToken);
            if (!changes.HasListeners)
            {
                continue;
            }
            try
            {
                var sequence = await published.SequenceAsync(Actor.Worker, stoppingToken);
                changes.Tell(new Change(sequence, Guid.Empty, []));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database is away: its health says so, and the pages ask when they are used.
                NotAsked(logger, fault);
            }
        }
    }

    [LoggerMessage(60, LogLevel.Debug, "The end of the history could not be asked.")]
    private static partial void NotAsked(ILogger logger, Exception fault);
}
