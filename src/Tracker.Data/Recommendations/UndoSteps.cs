using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Keeps what every quick deed changes, in its own transaction, whatever command did it; throws away what nobody may
/// take back any more.
/// </summary>
internal static class UndoSteps
{
    private const int MostForgotten = 200;

    public static bool MayBeUndone(Deed deed) =>
        deed is Deed.AssignOwner or Deed.SetDueDate or Deed.ChangeStatus;

    public static async Task KeepAsync(Write write, CancellationToken cancellation)
    {
        if (!MayBeUndone(write.Deed))
        {
            return;
        }
        var context = write.Context;
        var changed = context
            .ChangeTracker.Entries<Recommendation>()
            .Where(e => e.State == EntityState.Modified)
            .ToList();
        foreach (var change in changed)
        {
            context.Add(
                new UndoStep
                {
                    RecommendationId = change.Entity.Id,
                    Recommendation = change.Entity,
                    ActorId = write.Actor.Id,
                    At = write.Now,
                    // Saving counts it up by one.
                    Version = change.Entity.Version + 1,
                    Before = UndoSnapshot.Of(change).Write(),
                }
            );
        }
        var over = write.Now - UndoStep.Patience;
        var forgotten = await context
            .UndoSteps.Where(s => s.At < over)
            .OrderBy(s => s.At)
            .Take(MostForgotten + changed.Count)
            .ToListAsync(cancellation);
        context.RemoveRange(forgotten);
    }
}
