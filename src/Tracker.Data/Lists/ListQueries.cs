using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Lists;

/// <summary>The lists that filters and forms offer: themes, organisations, workshops, places, frameworks.</summary>
public sealed class ListQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly ListMemory _memory;

    internal ListQueries(Contexts contexts, ProgrammeClock clock, ListMemory memory) =>
        (_contexts, _clock, _memory) = (contexts, clock, memory);

    /// <summary>All lists with the names of today. Somebody not signed in is offered nothing.</summary>
    public async Task<ChoiceLists> AllAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Role == Role.Anonymous)
        {
            return new ChoiceLists([], [], [], [], []);
        }
        return await _memory.RememberAsync(
            actor,
            async () =>
            {
                await using var context = _contexts.Open();
                return await ReadAsync(context, actor, cancellation);
            }
        );
    }

    private async Task<ChoiceLists> ReadAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    ) =>
        new(
            await ThemesAsync(context, cancellation),
            await OrganisationsAsync(context, leadsOnly: false, cancellation),
            await WorkshopsAsync(context, actor, cancellation),
            await PlacesAsync(context, cancellation),
            await FrameworksAsync(context, cancellation)
        )
        {
            Causes = await context
                .BlockerCauses.OrderBy(c => c.SortOrder)
                .ThenBy(c => c.Code)
                .Select(c => new Choice(c.Code, new Bilingual(c.NameFr, c.NameEn), null, null, 0))
                .ToListAsync(cancellation),
        };

    /// <summary>The organisations that can lead, by name.</summary>
    public async Task<IReadOnlyList<Choice>> LeadsAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        if (actor.Role == Role.Anonymous)
        {
            return [];
        }
        await using var context = _contexts.Open();
        return await OrganisationsAsync(context, leadsOnly: true, cancellation);
    }

    private static async Task<IReadOnlyList<Choice>> ThemesAsync(
        TrackerContext context,
        CancellationToken cancellation
    ) =>
        await context
            .Themes.OrderBy(t => t.SortOrder)
            .Select(t => new Choice(t.Code, new Bilingual(t.NameFr, t.NameEn), null, null, 0))
            .ToListAsync(cancellation);

    private async Task<IReadOnlyList<Choice>> OrganisationsAsync(
        TrackerContext context,
        bool leadsOnly,
        CancellationToken cancellation
    )
    {
        var names = await context
            .OrganisationNames.Where(OrganisationLabels.HeldOn(_clock.Today))
            .Join(
                context.Organisations.Where(o => !leadsOnly || o.CanLead),
                n => n.OrganisationCode,
                o => o.Code,
                (n, o) =>
                    new
                    {
                        o.Code,
                        n.NameFr,
                        n.NameEn,
                        n.Acronym,
                        o.Kind,
                    }
            )
            .ToListAsync(cancellation);
        return
        [
            .. names
                .OrderBy(n => Folding.Fold(n.Acronym ?? n.NameFr), StringComparer.Ordinal)
                .Select(n => new Choice(
                    n.Code,
                    new Bilingual(n.NameFr, n.NameEn),
                    n.Acronym,
                    n.Kind
                )),
        ];
    }

    private static async Task<IReadOnlyList<Choice>> WorkshopsAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    ) =>
        await context
            .Workshops.VisibleTo(actor)
            .OrderByDescending(w => w.EndsOn)
            .ThenBy(w => w.Code)
            .Select(w => new Choice(w.Code, new Bilingual(w.NameFr, w.NameEn), w.Code, null, 0))
            .ToListAsync(cancellation);

    internal static async Task<IReadOnlyList<Choice>> PlacesAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var places = await context
            .Places.AsNoTracking()
            .OrderBy(p => p.SortOrder)
            .ToListAsync(cancellation);
        return
        [
            .. Tree.Flatten(places, p => p.Code, p => p.ParentCode)
                .Select(p => new Choice(p.Item.Code, NameOf(p.Item), null, p.Item.Level, p.Depth)),
        ];
    }

    internal static async Task<IReadOnlyList<Choice>> FrameworksAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var frameworks = await context
            .Frameworks.AsNoTracking()
            .OrderBy(f => f.SortOrder)
            .ToListAsync(cancellation);
        var entries = await context
            .FrameworkEntries.AsNoTracking()
            .OrderBy(e => e.SortOrder)
            .ToListAsync(cancellation);
        var choices = new List<Choice>();
        foreach (var framework in frameworks)
        {
            var own = entries.Where(e => e.FrameworkCode == framework.Code).ToList();
            choices.Add(new(framework.Code, new Bilingual(framework.NameFr, framework.NameEn)));
            choices.AddRange(
                Tree.Flatten(own, e => e.Code, e => e.ParentCode)
                    .Select(e => new Choice(
                        e.Item.Code,
                        new Bilingual(e.Item.NameFr, e.Item.NameEn),
                        null,
                        framework.Code,
                        e.Depth + 1
                    ))
            );
        }
        return choices;
    }

    /// <summary>Places of the past say until when, since they share names with those that followed them.</summary>
    private static Bilingual NameOf(Place place) =>
        place.ValidTo is { } end
            ? new($"{place.NameFr} (→ {end.Year})", $"{place.NameEn} (→ {end.Year})")
            : new(place.NameFr, place.NameEn);
}
