using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Keeps the periods in step with the rows, whatever command changed them: the first begins on the workshop's last
/// day, a later one on the day saved; nobody back-dates.
/// </summary>
internal static class Periods
{
    public static async Task KeepAsync(Write write, CancellationToken cancellation)
    {
        if (write.Deed == Deed.Undo)
        {
            // Undoing gives back the very periods of before.
            return;
        }
        foreach (var entry in write.Context.ChangeTracker.Entries<Recommendation>().ToList())
        {
            if (entry.State == EntityState.Added)
            {
                var from = entry.Entity.Workshop!.EndsOn;
                write.Context.Add(RecommendationPeriod.Begin(entry.Entity, from));
            }
            else if (entry.State == EntityState.Modified)
            {
                await MoveOnAsync(write, entry.Entity, cancellation);
            }
        }
    }

    private static async Task MoveOnAsync(
        Write write,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var current = await write.Context.Periods.SingleAsync(
            p => p.RecommendationId == item.Id && p.To == null,
            cancellation
        );
        if (current.Matches(item))
        {
            return;
        }
        if (current.From >= write.Today)
        {
            current.Copy(item);
            return;
        }
        current.To = write.Today;
        write.Context.Add(RecommendationPeriod.Begin(item, write.Today));
    }
}
