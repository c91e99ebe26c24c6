using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Views;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Views;

/// <summary>Saved views: one's own and those that are shared.</summary>
public sealed class ViewQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal ViewQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>In the order of names, one's own first.</summary>
    public async Task<IReadOnlyList<KeptView>> AllAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        if (!actor.IsNamed)
        {
            return [];
        }
        await using var context = _contexts.Open();
        var views = await context
            .SavedViews.AsNoTracking()
            .Where(v => v.OwnerId == actor.Id || v.Shared)
            .ToListAsync(cancellation);
        var start = await StartOfAsync(context, actor, cancellation);
        return
        [
            .. views
                .Select(v => ToView(actor, v, start))
                .OrderBy(v => !v.IsMine)
                .ThenBy(v => Folding.Fold(v.Name), StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where there is none, or it is somebody else's own.</summary>
    public async Task<KeptView?> FindAsync(
        Actor actor,
        string slug,
        CancellationToken cancellation = default
    ) => (await AllAsync(actor, cancellation)).FirstOrDefault(v => v.Slug == slug);

    /// <summary>Where the actor begins; null where they chose nothing.</summary>
    public async Task<string?> StartAsync(Actor actor, CancellationToken cancellation = default) =>
        (await AllAsync(actor, cancellation)).FirstOrDefault(v => v.IsStart)?.Address;

    /// <summary>The day of the actor's last visit before today's; null where there was none.</summary>
    public async Task<DateOnly?> LastVisitAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var visit = await context.LastVisits.SingleOrDefaultAsync(
            v => v.AccountId == actor.Id,
            cancellation
        );
        return visit is null ? null
            : visit.On < _clock.Today ? visit.On
            : visit.Before;
    }

    private static async Task<Guid?> StartOfAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    ) =>
        await context
            .StartViews.Where(s => s.AccountId == actor.Id)
            .Select(s => (Guid?)s.ViewId)
            .FirstOrDefaultAsync(cancellation);

    private static KeptView ToView(Actor actor, SavedView view, Guid? start) =>
        new(
            view.Slug,
            view.Name,
            view.Query.Length == 0 ? view.Page : $"{view.Page}?{view.Query}",
            view.Shared,
            view.OwnerId == actor.Id,
            view.Id == start,
            AccessRules.ToRemoveView(actor, view.OwnerId, view.Shared) is null
        );
}
