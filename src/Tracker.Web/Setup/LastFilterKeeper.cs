using Tracker.Core.Access;
using Tracker.Data.Recommendations;

namespace Tracker.Web.Setup;

/// <summary>Writes down now and then what people last filtered by, and once more before the program ends.</summary>
internal sealed class LastFilterKeeper(LastFilterCommands filters, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await filters.StoreAsync(Actor.Worker, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the program: what is left is written below.
        }
        await filters.StoreAsync(Actor.Worker, CancellationToken.None);
    }
}
