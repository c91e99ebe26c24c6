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
    private readonly Ledgers _ledgers;
    private readonly EvidenceQueries _evidence;

    internal DashboardQueries(
        Contexts contexts,
        ProgrammeClock clock,
        IRecommendationSearch search,
        FigureMemory memory,
        Ledgers ledgers,
        EvidenceQueries evidence
    ) =>
        (_contexts, _clock, _search, _memory, _ledgers, _evidence) = (
            contexts,
            clock,
            search,
            memory,
            ledgers,
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
        var ledger = await _ledgers.ReadAsync(context, cancellation);
        var asked = await LedgerFilter.OfAsync(
            context,
            actor,
            resolution,
            _clock,
            _search,
            cancellation
        );
        var count = new DashboardCount(
            day,
            by == Breakdown.None ? null : await labels.LinkedAsync(by, cancellation)
        );
        var unshown = 0;
        foreach (var (entry, row) in asked.Kept(ledger))
        {
            count.Add(entry, row);
            unshown += asked.IsUnshown(entry, row) ? 1 : 0;
        }
        var rows = await DashboardRows.ReadAsync(
            context,
            actor,
            filter.AsOf,
            day,
            count.Named,
            cancellation
        );
        return new DashboardFigures(day, filter, [])
        {
            Counts = count.Counts,
            Measures = count.Measures,
            ByTheme = await labels.ThemesAsync(count.ByTheme, cancellation),
            ByLead = await labels.LeadsAsync(count.ByLead, cancellation),
            ByWorkshop = await labels.WorkshopsAsync(count.ByWorkshop, cancellation),
            ByLink =
                by == Breakdown.None ? [] : await labels.LinksAsync(by, count.ByLink, cancellation),
            Overdue = new Lateness(count.Late.Sum(), count.Late, rows.Of(count.LongestLate)),
            Stale = new Lateness(count.Silent.Sum(), count.Silent, rows.Of(count.LongestSilent)),
            Waiting = new Waiting(
                count.Declared,
                count.Counts.ByFlag[Flags.AwaitingVerification],
                rows.Of(count.LongestDeclared)
            ),
            WithoutEvidence = unshown,
            Blockers = await labels.CausesAsync(count.Blockers, cancellation),
            Flow = FlowByQuarter(asked, ledger, day),
            TimeInStatus = [.. count.TimeInStatus],
            Verified = await rows.VerifiedAsync(
                count.LastVerified,
                filter.AsOf,
                actor,
                _evidence,
                _clock.StartOf(day.AddDays(1)),
                cancellation
            ),
            Recent = filter.AsOf is null ? rows.Changed(count.LastChanged) : [],
        };
    }

    private static IReadOnlyList<FlowOfQuarter> FlowByQuarter(
        LedgerFilter asked,
        Ledger ledger,
        DateOnly day
    )
    {
        var quarters = new List<Quarter> { Quarter.Of(day) };
        while (quarters.Count < Quarters)
        {
            quarters.Insert(0, quarters[0].Before());
        }
        var flows = asked.Flows(ledger, [.. quarters.Select(q => q.Start), day.AddDays(1)]);
        return [.. flows.Zip(quarters, (flow, quarter) => new FlowOfQuarter(quarter, flow))];
    }
}
