using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Publishing;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Publishing;

/// <summary>Links by which outsiders read a workshop's page, and whether pages are public at all.</summary>
public sealed class ShareCommands
{
    private readonly Store _store;

    internal ShareCommands(Store store) => _store = store;

    /// <summary>Makes a link. Done carries its token, which is kept nowhere: it cannot be shown again.</summary>
    /// <param name="expiresOn">The last day on which it opens.</param>
    public Task<Outcome> MakeAsync(
        Actor actor,
        string workshop,
        string? purpose,
        DateOnly? expiresOn,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.MakeShareLink,
            async (write, token) =>
            {
                var found = await write
                    .Context.Workshops.VisibleTo(write.Actor)
                    .SingleOrDefaultAsync(w => w.Code == workshop, token);
                if (found is null)
                {
                    return new Outcome.NotFound();
                }
                if (AccessRules.ToEnter(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                var faults = ShareRules.Check(purpose, expiresOn, write.Today).ToList();
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                var secret = PublicScope.NewToken();
                write.Context.Add(
                    new ShareLink
                    {
                        TokenHash = PublicScope.HashOf(secret),
                        WorkshopId = found.Id,
                        Workshop = found,
                        Purpose = purpose!.Trim(),
                        MadeById = write.Actor.Id,
                        MadeAt = write.Now,
                        ExpiresOn = expiresOn!.Value,
                    }
                );
                return new Outcome.Done(secret);
            },
            cancellation
        );

    /// <summary>Ends a link before its day.</summary>
    public Task<Outcome> RevokeAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.RevokeShareLink,
            async (write, token) =>
            {
                if (AccessRules.ToEnter(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                var link = await write
                    .Context.ShareLinks.Include(l => l.Workshop)
                    .SingleOrDefaultAsync(l => l.Id == id, token);
                if (link is null)
                {
                    return new Outcome.NotFound();
                }
                link.RevokedAt ??= write.Now;
                return new Outcome.Done(link.Workshop!.Code);
            },
            cancellation
        );

    /// <summary>Lets everybody read what is published, or nobody but those who have an account or a link.</summary>
    public Task<Outcome> TurnPublicPagesAsync(
        Actor actor,
        bool on,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.KeepSettings,
            async (write, token) =>
            {
                if (AccessRules.ToKeepLists(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                var setting = await write.Context.Settings.SingleOrDefaultAsync(
                    s => s.Key == PublicScope.Setting,
                    token
                );
                var value = on ? PublicScope.On : PublicScope.Off;
                if (setting is null)
                {
                    write.Context.Add(
                        new ProgrammeSetting { Key = PublicScope.Setting, Value = value }
                    );
                }
                else
                {
                    setting.Value = value;
                }
                return new Outcome.Done(value);
            },
            cancellation
        );
}

/// <summary>The links of a workshop, for those who make them.</summary>
public sealed class ShareQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal ShareQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>The newest first; none for those who make none.</summary>
    public async Task<IReadOnlyList<SharedLink>> OfWorkshopAsync(
        Actor actor,
        string workshop,
        CancellationToken cancellation = default
    )
    {
        if (AccessRules.ToEnter(actor) is not null)
        {
            return [];
        }
        var today = _clock.Today;
        await using var context = _contexts.Open();
        var links = await context
            .ShareLinks.AsNoTracking()
            .Where(l => l.Workshop!.Code == workshop)
            .OrderByDescending(l => l.MadeAt)
            .ToListAsync(cancellation);
        return
        [
            .. links.Select(l => new SharedLink(
                l.Id,
                l.Purpose,
                l.MadeAt,
                l.ExpiresOn,
                l.RevokedAt is not null,
                l.ExpiresOn < today
            )),
        ];
    }
}
