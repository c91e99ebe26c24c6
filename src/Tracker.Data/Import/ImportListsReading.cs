using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Import;

/// <summary>Reads what a file is understood against: the lists, and every recommendation that is there already.</summary>
internal static class ImportListsReading
{
    public static async Task<ImportLists> ReadAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    ) =>
        new()
        {
            Themes = await context
                .Themes.OrderBy(t => t.SortOrder)
                .Select(t => new ImportTheme(t.Code, t.NameFr, t.NameEn))
                .ToListAsync(cancellation),
            Organisations = await OrganisationsAsync(context, cancellation),
            Places = await context
                .Places.OrderBy(p => p.SortOrder)
                .Select(p => new ImportPlace(
                    p.Code,
                    p.NameFr,
                    p.NameEn,
                    p.Level,
                    p.ValidFrom,
                    p.ValidTo
                ))
                .ToListAsync(cancellation),
            FrameworkEntries = await context
                .FrameworkEntries.Select(e => e.Code)
                .ToListAsync(cancellation),
            Workshops = await context
                .Workshops.VisibleTo(actor)
                .OrderBy(w => w.Code)
                .Select(w => new ImportWorkshop(
                    w.Code,
                    new Bilingual(w.NameFr, w.NameEn),
                    w.EndsOn
                ))
                .ToListAsync(cancellation),
            Recommendations = await RecommendationsAsync(context, actor, cancellation),
        };

    private static async Task<List<ImportOrganisation>> OrganisationsAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var names = await context
            .OrganisationNames.AsNoTracking()
            .OrderBy(n => n.ValidFrom)
            .ToListAsync(cancellation);
        var of = names.ToLookup(n => n.OrganisationCode, StringComparer.Ordinal);
        var organisations = await context
            .Organisations.OrderBy(o => o.Code)
            .Select(o => new { o.Code, o.CanLead })
            .ToListAsync(cancellation);
        return
        [
            .. organisations.Select(o => new ImportOrganisation(
                o.Code,
                string.Join(" / ", of[o.Code].Select(n => n.Acronym).OfType<string>().Distinct()),
                [.. of[o.Code].SelectMany(n => new[] { n.NameFr, n.NameEn })],
                o.CanLead
            )),
        ];
    }

    private static async Task<List<ImportedBefore>> RecommendationsAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var visible = context.Recommendations.AsNoTracking().VisibleTo(actor);
        var rows = await visible
            .OrderBy(r => r.SortCode)
            .Select(r => new
            {
                r.Id,
                Before = new ImportedBefore
                {
                    Code = r.Code,
                    Workshop = r.Workshop!.Code,
                    Kind = r.Kind,
                    Title = new Bilingual(r.TitleFr, r.TitleEn),
                    Text = new Bilingual(r.TextFr, r.TextEn),
                    Theme = r.ThemeCode,
                    Lead = r.LeadCode,
                    DueDate = r.DueDate,
                    Status = r.Status,
                    IsArchived = r.Publication == Publication.Archived,
                    Percent = r.Percent,
                },
            })
            .ToListAsync(cancellation);
        var supports = await CodesAsync(
            context
                .Supports.Where(s => s.To == null)
                .Select(s => new Link(s.RecommendationId, s.OrganisationCode)),
            cancellation
        );
        var places = await CodesAsync(
            context
                .Set<RecommendationPlace>()
                .Where(s => s.To == null)
                .Select(s => new Link(s.RecommendationId, s.PlaceCode)),
            cancellation
        );
        var entries = await CodesAsync(
            context
                .Set<RecommendationFrameworkEntry>()
                .Where(s => s.To == null)
                .Select(s => new Link(s.RecommendationId, s.EntryCode)),
            cancellation
        );
        return
        [
            .. rows.Select(r =>
                r.Before with
                {
                    Supporting = [.. supports[r.Id]],
                    Places = [.. places[r.Id]],
                    FrameworkEntries = [.. entries[r.Id]],
                }
            ),
        ];
    }

    private static async Task<ILookup<Guid, string>> CodesAsync(
        IQueryable<Link> links,
        CancellationToken cancellation
    ) => (await links.ToListAsync(cancellation)).ToLookup(l => l.Of, l => l.Code);

    private sealed record Link(Guid Of, string Code);
}
