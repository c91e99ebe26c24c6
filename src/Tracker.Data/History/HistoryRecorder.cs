using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>
/// Writes the history of every recorded row in the transaction of the change itself, and refuses a change that no
/// named actor and deed stand behind. Called by the context as it saves, so that no configuration can leave it out.
/// </summary>
internal static class HistoryRecorder
{
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
