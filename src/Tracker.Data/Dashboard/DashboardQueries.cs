using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>The figures of the first page, over what the reader may see.</summary>
public sealed class DashboardQueries
{
    private const int RecentLines = 8;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal DashboardQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    public async Task<DashboardFigures> TodayAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var today = _clock.Today;
        var all = context
            .Recommendations.VisibleTo(actor)
            .Where(r => r.Publication == Publication.Published);
        var tally = await Tallying.TallyAsync(all.Select(Standings.Now), today, cancellation);
        return new DashboardFigures(
            today,
            tally.Counts(RecommendationFilter.Everything),
            Measures.Of(tally.Groups(RecommendationFilter.Everything)),
            await ByThemeAsync(context, all, today, cancellation),
            await ByLeadAsync(context, all, today, cancellation),
            await RecentAsync(context, all, actor, today, cancellation)
        );
    }

    private static async Task<IReadOnlyList<Tally>> ByThemeAsync(
        TrackerContext context,
        IQueryable<Recommendation> all,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var groups = await GroupAsync(
            all.Select(r => new Grouped { Key = r.ThemeCode, Row = r }),
            today,
            cancellation
        );
        var themes = await context
            .Themes.AsNoTracking()
            .OrderBy(t => t.SortOrder)
            .ToListAsync(cancellation);
        return
        [
            .. themes
                .Select(t =>
                    ToTally(new Choice(t.Code, new Bilingual(t.NameFr, t.NameEn)), groups, t.Code)
                )
                .Where(t => t.Total > 0),
        ];
    }

    /// <summary>In the order of names: a ranking of ministries is not what the figures are for.</summary>
    private static async Task<IReadOnlyList<Tally>> ByLeadAsync(
        TrackerContext context,
        IQueryable<Recommendation> all,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var groups = await GroupAsync(
            all.Select(r => new Grouped { Key = r.LeadCode, Row = r }),
            today,
            cancellation
        );
        var labels = await OrganisationLabels.OnAsync(
            context,
            groups.Select(g => g.Key),
            today,
            cancellation
        );
        var led = labels
            .Values.Select(l => new Choice(l.Code, l.Name, l.Acronym))
            .OrderBy(l => Folding.Fold(l.Spoken(Language.Fr)), StringComparer.Ordinal)
            .Select(l => ToTally(l, groups, l.Code))
            .ToList();
        var nobody = ToTally(null, groups, null);
        return nobody.Total > 0 ? [.. led, nobody] : led;
    }

    private static async Task<List<Group>> GroupAsync(
        IQueryable<Grouped> grouped,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        await grouped
            .GroupBy(g => new
            {
                g.Key,
                g.Row.Status,
                Bound = g.Row.Acceptance != Acceptance.NotAccepted,
            })
            .Select(g => new Group(
                g.Key.Key,
                g.Key.Status,
                g.Key.Bound,
                g.Count(),
                g.Sum(r => r.Row.DueDate < today ? 1 : 0)
            ))
            .ToListAsync(cancellation);

    private static Tally ToTally(Choice? of, List<Group> groups, string? key)
    {
        var own = groups.Where(g => g.Key == key).ToList();
        return new Tally(
            of,
            own.Sum(g => g.Total),
            own.Where(g => g.Bound && FlagRules.IsWork(g.Status)).Sum(g => g.Late),
            Enum.GetValues<ImplementationStatus>()
                .ToDictionary(s => s, s => own.Where(g => g.Status == s).Sum(g => g.Total))
        );
    }

    private static async Task<IReadOnlyList<RecentChange>> RecentAsync(
        TrackerContext context,
        IQueryable<Recommendation> all,
        Actor actor,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var recent = all.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Code).Take(RecentLines);
        var at = await recent.ToDictionaryAsync(r => r.Code, r => r.ChangedAt, cancellation);
        var rows = await recent
            .Select(Standings.Now)
            .ReadRowsAsync(context, actor, today, cancellation);
        return
        [
            .. rows.Where(r => at.ContainsKey(r.Code)).Select(r => new RecentChange(r, at[r.Code])),
        ];
    }

    /// <summary>Filled by its properties: what a constructor was given cannot be seen through in SQL.</summary>
    private sealed class Grouped
    {
        public string? Key { get; init; }
        public required Recommendation Row { get; init; }
    }

    private sealed record Group(
        string? Key,
        ImplementationStatus Status,
        bool Bound,
        int Total,
        int Late
    );
}
