using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tracker.Data.History;

namespace Tracker.Data.Storage;

/// <summary>
/// Writes the history of every recorded row in the transaction of the change itself, and refuses a change that no
/// named actor and deed stand behind. Added by the context, so that it cannot be left out of a configuration.
/// </summary>
internal sealed class HistoryInterceptor : SaveChangesInterceptor
{
    public static HistoryInterceptor Instance { get; } = new();

    private HistoryInterceptor() { }

    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Record((TrackerContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Record((TrackerContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    /// <summary>Once for each write: a second saving of the same write has no lines of its own.</summary>
    public static void Record(TrackerContext context)
    {
        var changes = context
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (context.CurrentWrite is not { } write)
        {
            if (changes.Exists(e => e.Entity is IRecorded))
            {
                throw new InvalidOperationException(
                    "A write needs a named actor and a deed: go through the store."
                );
            }
            return;
        }
        CountVersions(write, changes);
        List<HistoryNote> notes = write.IsTold
            ? []
            :
            [
                .. changes
                    .Where(e => e.Entity is IRecorded)
                    .SelectMany(e => HistoryNotes.Of(e, write.Deed)),
            ];
        notes.AddRange(write.TakeNotes());
        context.AddRange(HistoryChain.Extend(write, notes));
    }

    private static void CountVersions(Write write, List<EntityEntry> changes)
    {
        foreach (var change in changes)
        {
            if (change.Entity is IVersioned versioned && change.State != EntityState.Deleted)
            {
                versioned.Version++;
                if (change.Entity is IRecorded row)
                {
                    write.Versions[(row.HistoryKind, row.HistorySubject)] = versioned.Version;
                }
            }
        }
    }
}
