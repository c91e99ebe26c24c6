using System.Data.Common;
using Tracker.Core.Access;
using Tracker.Data.Evidence;

namespace Tracker.Web.Evidence;

/// <summary>Sweeps out soon after the start and now and then what was left on its way.</summary>
internal sealed partial class EvidenceKeeper(
    UploadCommands uploads,
    TimeProvider time,
    ILogger<EvidenceKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(First, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = Pause;
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the program.
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            await uploads.SweepAsync(Actor.Worker, cancellation);
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or DbException)
        {
            // Nothing rests on it; the next one comes by.
            Left(logger, problem);
        }
    }

    [LoggerMessage(41, LogLevel.Warning, "What is left of uploads could not be swept out.")]
    private static partial void Left(ILogger logger, Exception problem);
}
