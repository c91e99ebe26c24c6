using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Data.Frameworks;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Progress;
using Tracker.Data.Themes;
using Tracker.Data.Workshops;

namespace Tracker.Data.Lists;

/// <summary>
/// Remembers the lists between two readers: every page with a filter or a form asks for them, and they change a few
/// times a year. Forgotten at once when this process changes one, and after a minute for what another process did.
/// </summary>
internal sealed class ListMemory(ProgrammeClock clock)
{
    private const int MostReaders = 200;
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTime Read, object What)> _remembered = [];
    private int _changes;

    public Task<ChoiceLists> RememberAsync(Actor actor, Func<Task<ChoiceLists>> read) =>
        RecallAsync(KeyOf(actor), read);

    /// <summary>The names all organisations carry on a day, by code.</summary>
    public Task<IReadOnlyDictionary<string, OrganisationLabel>> RememberNamesAsync(
        DateOnly day,
        Func<Task<IReadOnlyDictionary<string, OrganisationLabel>>> read
    ) => RecallAsync($"names {day:O}", read);

    /// <summary>What a filter is held against. Read anew where it lacks something: another process may have added it.</summary>
    /// <param name="list">Its name, the same for the same question.</param>
    public Task<T> RememberAsync<T>(string list, Func<Task<T>> read, Func<T, bool> suffices)
        where T : class => RecallAsync($"list {list}", read, suffices);

    private async Task<T> RecallAsync<T>(
        string key,
        Func<Task<T>> read,
        Func<T, bool>? suffices = null
    )
        where T : class
    {
        if (
            _remembered.TryGetValue(key, out var known)
            && clock.Now - known.Read < Trust
            && (suffices is null || suffices((T)known.What))
        )
        {
            return (T)known.What;
        }
        var changes = Volatile.Read(ref _changes);
        var lists = await read();
        if (_remembered.Count >= MostReaders)
        {
            _remembered.Clear();
        }
        // What was read while somebody changed a list may be the lists of before.
        if (changes == Volatile.Read(ref _changes))
        {
            _remembered[key] = (clock.Now, lists);
        }
        return lists;
    }

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _remembered.Clear();
    }

    public static bool IsTouchedBy(ChangeTracker changes) =>
        changes
            .Entries()
            .Any(e =>
                e.State is not EntityState.Unchanged
                && e.Entity
                    is Theme
                        or Organisation
                        or OrganisationName
                        or Place
                        or Framework
                        or FrameworkEntry
                        or Workshop
                        or WorkshopFunder
                        or BlockerCause
            );

    /// <summary>Only donors see a part of the workshops; everybody else shares one set of lists.</summary>
    private static string KeyOf(Actor actor) =>
        actor.Role == Role.DonorViewer ? "donor " + string.Join(' ', actor.Organisations) : "all";
}
