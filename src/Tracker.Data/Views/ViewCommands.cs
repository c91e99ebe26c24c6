using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Views;
using Tracker.Data.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Views;

/// <summary>Saving, choosing and removing views.</summary>
public sealed class ViewCommands
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int SlugLength = 10;

    private readonly Store _store;
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal ViewCommands(Store store, Contexts contexts, ProgrammeClock clock) =>
        (_store, _contexts, _clock) = (store, contexts, clock);

    /// <summary>Saves a view. Done carries its slug.</summary>
    public Task<Outcome> SaveAsync(
        Actor actor,
        ViewEntry entry,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.SaveView,
            (write, _) =>
            {
                if (AccessRules.ToSaveView(write.Actor, entry.Shared) is { } refusal)
                {
                    return Task.FromResult<Outcome>(new Outcome.Refused(refusal));
                }
                var faults = ViewRules.Check(entry).ToList();
                if (faults.Count > 0)
                {
                    return Task.FromResult<Outcome>(new Outcome.Invalid(faults));
                }
                var (page, query) = ViewRules.Parts(entry.Address);
                var view = new SavedView
                {
                    Slug = RandomNumberGenerator.GetString(Letters, SlugLength),
                    OwnerId = write.Actor.Id,
                    Name = entry.Name.Trim(),
                    Page = page,
                    Query = query,
                    Shared = entry.Shared,
                };
                write.Context.Add(view);
                return Task.FromResult<Outcome>(new Outcome.Done(view.Slug));
            },
            cancellation
        );

    /// <summary>Removes a view, also for those who begin with it.</summary>
    public Task<Outcome> RemoveAsync(
        Actor actor,
        string slug,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.SaveView,
            async (write, token) =>
            {
                var view = await SeenAsync(write.Context, write.Actor, slug, token);
                if (view is null)
                {
                    return new Outcome.NotFound();
                }
                if (AccessRules.ToRemoveView(write.Actor, view.OwnerId, view.Shared) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                write.Context.RemoveRange(
                    await write
                        .Context.StartViews.Where(s => s.ViewId == view.Id)
                        .ToListAsync(token)
                );
                write.Context.Remove(view);
                return new Outcome.Done(slug);
            },
            cancellation
        );

    /// <summary>Chooses the view the actor begins with; null begins with the house's own page again.</summary>
    public async Task<Outcome> StartWithAsync(
        Actor actor,
        string? slug,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        if (
            AccessRules.ToSaveView(actor, shared: false) is not null
            || await FreshRights.OfAsync(context, actor, cancellation) is null
        )
        {
            return new Outcome.Refused(Refusal.SignInFirst);
        }
        var view = slug is null ? null : await SeenAsync(context, actor, slug, cancellation);
        if (slug is not null && view is null)
        {
            return new Outcome.NotFound();
        }
        var start = await context.StartViews.SingleOrDefaultAsync(
            s => s.AccountId == actor.Id,
            cancellation
        );
        if (view is null)
        {
            context.RemoveRange(start is null ? [] : [start]);
        }
        else if (start is null)
        {
            context.Add(new StartView { AccountId = actor.Id, ViewId = view.Id });
        }
        else
        {
            start.ViewId = view.Id;
        }
        await context.SaveChangesAsync(cancellation);
        return new Outcome.Done(slug ?? "");
    }

    /// <summary>Takes note that the actor looked at figures today. A convenience of theirs: no history, no deed.</summary>
    public async Task NoteVisitAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (!actor.IsNamed || actor.Role == Role.Worker)
        {
            return;
        }
        var today = _clock.Today;
        await using var context = _contexts.Open();
        var visit = await context.LastVisits.SingleOrDefaultAsync(
            v => v.AccountId == actor.Id,
            cancellation
        );
        if (visit?.On == today)
        {
            return;
        }
        if (visit is null)
        {
            context.Add(new LastVisit { AccountId = actor.Id, On = today });
        }
        else
        {
            (visit.Before, visit.On) = (visit.On, today);
        }
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two pages opened at once noted the same day: one note is enough.
        }
    }

    private static Task<SavedView?> SeenAsync(
        TrackerContext context,
        Actor actor,
        string slug,
        CancellationToken cancellation
    ) =>
        context.SavedViews.SingleOrDefaultAsync(
            v => v.Slug == slug && (v.OwnerId == actor.Id || v.Shared),
            cancellation
        );
}
