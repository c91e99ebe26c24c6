using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Last filters on their way to the database. Reading a list must not wait for a write: they are kept in memory and
/// stored together now and then; a crash in between loses a convenience, nothing that anybody typed.
/// </summary>
internal sealed class LastFilters
{
    private const int MostWaiting = 5000;

    private readonly ConcurrentDictionary<Guid, string> _waiting = [];

    public void Keep(Guid account, string query)
    {
        if (query.Length <= LastFilter.Longest && _waiting.Count < MostWaiting)
        {
            _waiting[account] = query;
        }
    }

    public string? Waiting(Guid account) => _waiting.GetValueOrDefault(account);

    public IReadOnlyDictionary<Guid, string> Take()
    {
        var taken = new Dictionary<Guid, string>();
        foreach (var account in _waiting.Keys)
        {
            if (_waiting.TryRemove(account, out var query))
            {
                taken[account] = query;
            }
        }
        return taken;
    }
}

/// <summary>The filter that a person may take up again.</summary>
public sealed class LastFilterQueries
{
    private static readonly Compiled<
        Func<TrackerContext, Guid, CancellationToken, Task<string?>>
    > Stored = new(() =>
        EF.CompileAsyncQuery(
            (TrackerContext context, Guid account, CancellationToken _) =>
                context
                    .LastFilters.Where(f => f.AccountId == account)
                    .Select(f => f.Query)
                    .FirstOrDefault()
        )
    );

    private readonly Contexts _contexts;
    private readonly LastFilters _filters;

    internal LastFilterQueries(Contexts contexts, LastFilters filters) =>
        (_contexts, _filters) = (contexts, filters);

    /// <summary>As it stands in the address, without a question mark; null where there is none.</summary>
    public async Task<string?> OfAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (_filters.Waiting(actor.Id) is { } waiting)
        {
            return waiting;
        }
        await using var context = _contexts.Open();
        return await Stored.For(context)(context, actor.Id, cancellation);
    }
}

/// <summary>Remembers what a person last filtered by.</summary>
public sealed class LastFilterCommands
{
    private readonly Contexts _contexts;
    private readonly LastFilters _filters;

    internal LastFilterCommands(Contexts contexts, LastFilters filters) =>
        (_contexts, _filters) = (contexts, filters);

    /// <summary>Takes note; <see cref="StoreAsync"/> writes it down. A list without any condition is not worth it.</summary>
    public void Remember(Actor actor, RecommendationFilter filter)
    {
        if (actor.IsNamed && filter.Narrows)
        {
            _filters.Keep(actor.Id, FilterAddress.Write(filter.FromStart()));
        }
    }

    /// <summary>Writes down what was noted since the last time. Accounts that are gone are left out.</summary>
    /// <param name="actor">The worker.</param>
    public async Task StoreAsync(Actor actor, CancellationToken cancellation = default)
    {
        var taken = actor.Role == Role.Worker ? _filters.Take() : new Dictionary<Guid, string>();
        if (taken.Count == 0)
        {
            return;
        }
        await using var context = _contexts.Open();
        foreach (var some in taken.Keys.Chunk(500))
        {
            var stored = await context
                .LastFilters.Where(f => some.Contains(f.AccountId))
                .ToDictionaryAsync(f => f.AccountId, cancellation);
            var present = await context
                .Users.Where(u => some.Contains(u.Id))
                .Select(u => u.Id)
                .ToListAsync(cancellation);
            foreach (var account in present)
            {
                if (stored.TryGetValue(account, out var filter))
                {
                    filter.Query = taken[account];
                }
                else
                {
                    context.Add(new LastFilter { AccountId = account, Query = taken[account] });
                }
            }
        }
        await context.SaveChangesAsync(cancellation);
    }
}
