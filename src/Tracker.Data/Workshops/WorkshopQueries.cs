using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Workshops;

/// <summary>The workshops, and one of them with what it recommended.</summary>
public sealed class WorkshopQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal WorkshopQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>All workshops the actor may see, latest first.</summary>
    public async Task<IReadOnlyList<WorkshopRow>> ListAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var seen = context.Recommendations.VisibleTo(actor);
        return await context
            .Workshops.VisibleTo(actor)
            .OrderByDescending(w => w.EndsOn)
            .ThenBy(w => w.Code)
            .Select(w => new WorkshopRow(
                w.Code,
                new Bilingual(w.NameFr, w.NameEn),
                w.Type,
                w.StartsOn,
                w.EndsOn,
                w.Venue,
                seen.Count(r => r.WorkshopId == w.Id && r.Publication == Publication.Published),
                seen.Count(r => r.WorkshopId == w.Id && r.Publication == Publication.Draft)
            ))
            .ToListAsync(cancellation);
    }

    /// <summary>One workshop; null where there is none or the actor may not know of it.</summary>
    public async Task<WorkshopRecord?> FindAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var workshop = await context
            .Workshops.AsNoTracking()
            .AsSplitQuery()
            .Include(w => w.Organisers)
            .Include(w => w.Funders)
            .VisibleTo(actor)
            .SingleOrDefaultAsync(w => w.Code == code, cancellation);
        if (workshop is null)
        {
            return null;
        }
        var labels = await OrganisationLabels.OnAsync(
            context,
            workshop
                .Organisers.Select(o => o.OrganisationCode)
                .Concat(workshop.Funders.Select(f => f.OrganisationCode)),
            _clock.Today,
            cancellation
        );
        var place = await context
            .Places.Where(p => p.Code == workshop.PlaceCode)
            .Select(p => new Choice(p.Code, new Bilingual(p.NameFr, p.NameEn), null, p.Level, 0))
            .SingleOrDefaultAsync(cancellation);
        var rows = await context
            .Recommendations.VisibleTo(actor)
            .Where(r => r.WorkshopId == workshop.Id)
            .OrderBy(r => r.SortCode)
            .Select(Standings.Now)
            .ReadRowsAsync(context, actor, _clock.Today, cancellation);
        return new WorkshopRecord(
            workshop.Code,
            workshop.Version,
            new Bilingual(workshop.NameFr, workshop.NameEn),
            new Bilingual(workshop.ThemeFr, workshop.ThemeEn),
            workshop.Type,
            workshop.StartsOn,
            workshop.EndsOn,
            workshop.Venue,
            place,
            [.. workshop.Organisers.Select(o => labels[o.OrganisationCode])],
            [.. workshop.Funders.Select(f => labels[f.OrganisationCode])],
            workshop.Source,
            rows,
            AccessRules.ToEnter(actor) is null
        );
    }
}
