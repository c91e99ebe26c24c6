using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Causes;
using Tracker.Core.Lists;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Causes;

/// <summary>Why work stands still: the list that update forms offer and administrators keep.</summary>
public sealed class CauseQueries
{
    private readonly Contexts _contexts;

    internal CauseQueries(Contexts contexts) => _contexts = contexts;

    /// <summary>The causes an update may name, in their order. Somebody not signed in is offered nothing.</summary>
    public async Task<IReadOnlyList<Choice>> OfferedAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        if (actor.Role == Role.Anonymous)
        {
            return [];
        }
        await using var context = _contexts.Open();
        return await context
            .BlockerCauses.Where(c => !c.Retired)
            .OrderBy(c => c.SortOrder)
            .ThenBy(c => c.Code)
            .Select(c => new Choice(c.Code, new Bilingual(c.NameFr, c.NameEn), null, null, 0))
            .ToListAsync(cancellation);
    }

    /// <summary>All causes, the retired ones last; none for those who do not keep the list.</summary>
    public async Task<IReadOnlyList<KeptCause>> AllAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        if (AccessRules.ToKeepLists(actor) is not null)
        {
            return [];
        }
        await using var context = _contexts.Open();
        return await context
            .BlockerCauses.OrderBy(c => c.Retired)
            .ThenBy(c => c.SortOrder)
            .ThenBy(c => c.Code)
            .Select(c => new KeptCause(c.Code, new Bilingual(c.NameFr, c.NameEn), c.Retired))
            .ToListAsync(cancellation);
    }
}
