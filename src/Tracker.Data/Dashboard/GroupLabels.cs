using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Lists;
using Tracker.Core.Words;
using Tracker.Data.Lists;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Dashboard;

/// <summary>Gives the groups of a dashboard their names on its day, and their order.</summary>
internal sealed class GroupLabels(TrackerContext context, Actor actor, DateOnly day)
{
    public async Task<IReadOnlyList<Tally>> ThemesAsync(
        Groups<string> groups,
        CancellationToken cancellation
    )
    {
        var themes = await context
            .Themes.OrderBy(t => t.SortOrder)
            .Select(t => new Choice(t.Code, new Bilingual(t.NameFr, t.NameEn), null, null, 0))
            .ToListAsync(cancellation);
        return [.. themes.Select(t => groups.Tally(t, t.Code)).Where(t => t.Total > 0)];
    }

    /// <summary>In the order of names: a ranking of ministries is not what the figures are for.</summary>
    public async Task<IReadOnlyList<Tally>> LeadsAsync(
        Groups<string> groups,
        CancellationToken cancellation
    )
    {
        var labels = await OrganisationLabels.OnAsync(
            context,
            groups.Keys.Where(k => k.Length > 0),
            day,
            cancellation
        );
        var led = labels
            .Values.Select(l => new Choice(l.Code, l.Name, l.Acronym))
            .OrderBy(l => Folding.Fold(l.Spoken(Language.Fr)), StringComparer.Ordinal)
            .Select(l => groups.Tally(l, l.Code))
            .ToList();
        var nobody = groups.Tally(null, "");
        return nobody.Total > 0 ? [.. led, nobody] : led;
    }

    public async Task<IReadOnlyList<Tally>> WorkshopsAsync(
        Groups<Guid> groups,
        CancellationToken cancellation
    )
    {
        var workshops = await context
            .Workshops.VisibleTo(actor)
            .OrderByDescending(w => w.EndsOn)
            .ThenBy(w => w.Code)
            .Select(w => new
            {
                w.Id,
                w.Code,
                w.NameFr,
                w.NameEn,
            })
            .ToListAsync(cancellation);
        return
        [
            .. workshops
                .Select(w =>
                    groups.Tally(
                        new Choice(w.Code, new Bilingual(w.NameFr, w.NameEn), w.Code),
                        w.Id
                    )
                )
                .Where(t => t.Total > 0),
        ];
    }

    /// <summary>For each recommendation the values its links of the day stand for, and those these lie under, each once.</summary>
    public async Task<ILookup<Guid, string>> LinkedAsync(
        Breakdown by,
        CancellationToken cancellation
    )
    {
        var parents = await ParentsAsync(by, cancellation);
        var links = by == Breakdown.Place ? Places() : Entries();
        var met = new HashSet<(Guid, string)>();
        foreach (var link in await links.ToListAsync(cancellation))
        {
            for (
                string? code = link.Code;
                code is not null && met.Add((link.Id, code));
                code = parents.GetValueOrDefault(code)
            ) { }
        }
        return met.ToLookup(m => m.Item1, m => m.Item2);
    }

    public async Task<IReadOnlyList<Tally>> LinksAsync(
        Breakdown by,
        Groups<string> groups,
        CancellationToken cancellation
    )
    {
        var choices =
            by == Breakdown.Place
                ? await ListQueries.PlacesAsync(context, cancellation)
                : await ListQueries.FrameworksAsync(context, cancellation);
        return [.. choices.Select(c => groups.Tally(c, c.Code)).Where(t => t.Total > 0)];
    }

    public async Task<IReadOnlyList<BlockerCount>> CausesAsync(
        IReadOnlyDictionary<string, int> counts,
        CancellationToken cancellation
    )
    {
        var causes = await context
            .BlockerCauses.OrderBy(c => c.SortOrder)
            .Select(c => new Choice(c.Code, new Bilingual(c.NameFr, c.NameEn), null, null, 0))
            .ToListAsync(cancellation);
        return
        [
            .. causes
                .Select(c => new BlockerCount(c, counts.GetValueOrDefault(c.Code)))
                .Where(c => c.Count > 0)
                .OrderByDescending(c => c.Count),
        ];
    }

    private IQueryable<Link> Places() =>
        context
            .Set<RecommendationPlace>()
            .Where(l => l.From <= day && (l.To == null || l.To > day))
            .Select(l => new Link(l.RecommendationId, l.PlaceCode));

    private IQueryable<Link> Entries() =>
        context
            .Set<RecommendationFrameworkEntry>()
            .Where(l => l.From <= day && (l.To == null || l.To > day))
            .Select(l => new Link(l.RecommendationId, l.EntryCode));

    private async Task<IReadOnlyDictionary<string, string?>> ParentsAsync(
        Breakdown by,
        CancellationToken cancellation
    )
    {
        if (by == Breakdown.Place)
        {
            return await PlaceTree.ParentsAsync(context, day, cancellation);
        }
        var entries = await context
            .FrameworkEntries.Select(e => new { e.Code, Parent = e.ParentCode ?? e.FrameworkCode })
            .ToListAsync(cancellation);
        return entries
            .Where(e => e.Code != e.Parent)
            .ToDictionary(e => e.Code, e => (string?)e.Parent, StringComparer.Ordinal);
    }

    private sealed record Link(Guid Id, string Code);
}
