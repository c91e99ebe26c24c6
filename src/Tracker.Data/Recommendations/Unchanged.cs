using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Who saves a form as it was has changed nothing: no line of history tells of it, so the recommendation keeps its version
/// and the time of its last change.
/// </summary>
internal static class Unchanged
{
    public static void LetGo(Write write)
    {
        if (write.Deed == Deed.ImportFile)
        {
            // A file may be taken back while each of its records stands at the version after it: what it names moves on.
            return;
        }
        var tracker = write.Context.ChangeTracker;
        var touched = tracker
            .Entries<Recommendation>()
            .Where(e =>
                e.State == EntityState.Modified
                && e.Properties.All(p =>
                    !p.IsModified || p.Metadata.Name == nameof(Recommendation.ChangedAt)
                )
                && !write.SaysOf(e.Entity.Code)
            )
            .ToList();
        if (touched.Count == 0)
        {
            return;
        }
        var subjects = tracker
            .Entries<IRecorded>()
            .Where(e => e.State != EntityState.Unchanged && e.Entity is not Recommendation)
            .Select(e => e.Entity.HistorySubject)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in touched.Where(e => !subjects.Contains(e.Entity.Code)))
        {
            entry.CurrentValues.SetValues(entry.OriginalValues);
            entry.State = EntityState.Unchanged;
        }
    }
}
