using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Data.Evidence;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>The figures of a filter on a day, over what the reader may see.</summary>
public sealed class DashboardQueries
{
    /// <summary>Quarters whose flow is shown, the day's own included.</summary>
    private const int Quarters = 5;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;
    private readonly FigureMemory _memory;
    private readonly EvidenceQueries _evidence;

    internal DashboardQueries(
        Contexts contexts,
        ProgrammeClock clock,
        IRecommendationSearch search,
        FigureMemory memory,
        EvidenceQueries evidence
    ) =>
        (_contexts, _clock, _search, _memory, _evidence) = (
            contexts,
            clock,
            search,
            memory,
            evidence
        );

    /// <summary>Made anew only when the filter or the data changed.</summary>
    /// <param name="reading">The filter as read from the address; its order and page mean nothing here.</param>
    public async Task<DashboardFigures> FiguresAsync(
        Actor actor,
        FilterReading reading,
        Breakdown by = Breakdown.None,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var resolution = await FilterResolution.OfAsync(
            context,
            actor,
            RecommendationTally.Unarranged(reading.Filter) with
            {
                Drafts = false,
            },
            _clock.Today,
            cancellation
        );
        var figures = await _memory.OfAsync(
            context,
            actor,
            resolution.Filter,
            $"dashboard {by}",
            () => ReadAsync(context, actor, resolution, by, cancellation),
            cancellation
        );
        return figures with
        {
            Problems = FilterProblem.Gather(reading.Problems.Concat(resolution.Problems)),
        };
    }

    /// <summary>The measures alone.</summary>
    public async Task<Measures> MeasuresAsync(
        Actor actor,
        RecommendationFilter filter,
        CancellationToken cancellation = default
    ) =>
        (
            await FiguresAsync(actor, new FilterReading(filter, []), Breakdown.None, cancellation)
        ).Measures;

    private async Task<DashboardFigures> ReadAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        Breakdown by,
        CancellationToken cancellation
    )
    {
        var filter = resolution.Filter;
        var day = filter.DayOr(_clock.Today);
        var labels = new GroupLabels(context, actor, day);
        var count = new DashboardCount(
            day,
            by == Breakdown.None ? null : await labels.LinkedAsync(by, cancellation)
        );
        await foreach (
            var row in context.Kept(actor, resolution, _clock, _search).FiguresAsync(cancellation)
        )
        {
            count.Add(row);
        }
        var rows = new DashboardRows(context, actor, resolution, _clock, _search);
        return new DashboardFigures(day, filter, [])
        {
            Counts = count.Counts,
            Measures = count.Measures,
            ByTheme = await labels.ThemesAsync(count.ByTheme, cancellation),
            ByLead = await labels.LeadsAsync(count.ByLead, cancellation),
            ByWorkshop = await labels.WorkshopsAsync(count.ByWorkshop, cancellation),
            ByLink =
                by == Breakdown.None ? [] : await labels.LinksAsync(by, count.ByLink, cancellation),
            Overdue = new Lateness(
                count.Late.Sum(),
                count.Late,
                await rows.FlaggedAsync(Flags.Overdue, SortKey.Due, cancellation)
            ),
            Stale = new Lateness(
                count.Silent.Sum(),
                count.Silent,
                await rows.FlaggedAsync(Flags.Stale, SortKey.Updated, cancellation)
            ),
            Waiting = new Waiting(
                count.Declared,
                count.Counts.ByFlag[Flags.AwaitingVerification],
                await rows.DeclaredAsync(cancellation)
            ),
            WithoutEvidence = await rows.WithoutEvidenceAsync(cancellation),
            Blockers = await labels.CausesAsync(count.Blockers, cancellation),
            Flow = await FlowAsync(
                context,
                actor,
                resolution,
                day,
                count.Measures.Stock,
                cancellation
            ),
            TimeInStatus = [.. count.TimeInStatus],
            Verified = await rows.VerifiedAsync(_evidence, cancellation),
            Recent = filter.AsOf is null ? await rows.RecentAsync(cancellation) : [],
        };
    }

    private async Task<IReadOnlyList<FlowOfQuarter>> FlowAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        DateOnly day,
        int stock,
        CancellationToken cancellation
    )
    {
        var quarters = new List<Quarter> { Quarter.Of(day) };
        while (quarters.Count < Quarters)
        {
            quarters.Insert(0, quarters[0].Before());
        }
        var flows = await new FlowReader(context, actor, resolution, _search).ReadAsync(
            [.. quarters.Select(q => q.Start), day.AddDays(1)],
            stock,
            cancellation
        );
        return [.. flows.Zip(quarters, (flow, quarter) => new FlowOfQuarter(quarter, flow))];
    }
}
