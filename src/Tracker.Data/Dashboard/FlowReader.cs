using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>
/// Flows between days. Where the filter's answer never changes in the life of a recommendation, they are the entries and
/// exits that periods carry, counted by the database; else every recommendation concerned is followed from day to day.
/// </summary>
internal sealed class FlowReader(
    TrackerContext context,
    Actor actor,
    FilterResolution resolution,
    IRecommendationSearch search
)
{
    /// <param name="cuts">As <see cref="FlowCounter"/> takes them.</param>
    /// <param name="stock">The stock of the last evening, known already.</param>
    /// <param name="moves">Takes every single entry and exit, where the caller names them.</param>
    public async Task<IReadOnlyList<Flow>> ReadAsync(
        IReadOnlyList<DateOnly> cuts,
        int stock,
        CancellationToken cancellation,
        List<FlowMove>? moves = null
    )
    {
        if (cuts.Count < 2 || !FilterMatch.CanFollow(resolution.Filter))
        {
            return [];
        }
        return FilterMatch.Varies(resolution.Filter)
            ? await FollowAsync(cuts, moves, cancellation)
            : await CountAsync(cuts, stock, moves, cancellation);
    }

    private async Task<IReadOnlyList<Flow>> CountAsync(
        IReadOnlyList<DateOnly> cuts,
        int stock,
        List<FlowMove>? named,
        CancellationToken cancellation
    )
    {
        var (first, end) = (cuts[0], cuts[^1]);
        var flowed = context
            .Periods.ReachedBy(actor)
            .Where(p => p.Flow != null && p.From >= first && p.From < end)
            .StandingThen(context)
            .Always(context, resolution, search);
        named?.AddRange(
            await flowed
                .OrderBy(s => s.From)
                .ThenBy(s => s.Item.SortCode)
                .Select(s => new FlowMove(s.Id, s.From, s.Flow!.Value))
                .ToListAsync(cancellation)
        );
        var moves = await flowed
            .GroupBy(s => new { s.Flow, s.From })
            .Select(g => new
            {
                g.Key.Flow,
                g.Key.From,
                Count = g.Count(),
            })
            .ToListAsync(cancellation);
        var flows = new List<Flow>();
        for (var span = cuts.Count - 2; span >= 0; span--)
        {
            var kinds = moves
                .Where(m => m.From >= cuts[span] && m.From < cuts[span + 1])
                .GroupBy(m => m.Flow!.Value)
                .ToDictionary(g => g.Key, g => g.Sum(m => m.Count));
            var flow = new Flow(cuts[span], cuts[span + 1].AddDays(-1), 0, kinds, stock);
            stock = stock - flow.Entries + flow.Exits;
            flows.Insert(0, flow with { Start = stock });
        }
        return flows;
    }

    private async Task<IReadOnlyList<Flow>> FollowAsync(
        IReadOnlyList<DateOnly> cuts,
        List<FlowMove>? named,
        CancellationToken cancellation
    )
    {
        var counter = new FlowCounter(cuts);
        var links = await LinkedSpans.ReadAsync(context, resolution, cancellation);
        var filter = resolution.Filter;
        var current = new List<FlowPeriod>();
        var id = Guid.Empty;
        await foreach (var (recommendation, period) in PeriodsAsync(cuts, cancellation))
        {
            if (recommendation != id)
            {
                Count();
                id = recommendation;
            }
            current.Add(period);
        }
        Count();
        return counter.Flows();

        void Count()
        {
            if (current.Count > 0)
            {
                var own = links.Of(id);
                counter.Add(
                    current,
                    own.Bounds,
                    (row, day) => own.HoldsOn(day) && FilterMatch.Holds(filter, row, day),
                    named is null ? null : (kind, day) => named.Add(new FlowMove(id, day, kind))
                );
                current.Clear();
            }
        }
    }

    /// <summary>The periods that overlap the days, of every recommendation that could be concerned, each in order.</summary>
    private async IAsyncEnumerable<(Guid Id, FlowPeriod Period)> PeriodsAsync(
        IReadOnlyList<DateOnly> cuts,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var (first, end) = (cuts[0].AddDays(-1), cuts[^1]);
        var filter = resolution.Filter;
        var overlapping = context
            .Periods.ReachedBy(actor)
            .Where(p => p.From < end && (p.To == null || p.To > first));
        if (filter.Themes.Count > 0)
        {
            overlapping = overlapping.Where(p =>
                context.Periods.Any(o =>
                    o.RecommendationId == p.RecommendationId && filter.Themes.Contains(o.ThemeCode)
                )
            );
        }
        if (filter.Leads.Count > 0 && !filter.Leads.Contains(RecommendationFilter.NoLead))
        {
            overlapping = overlapping.Where(p =>
                context.Periods.Any(o =>
                    o.RecommendationId == p.RecommendationId && filter.Leads.Contains(o.LeadCode!)
                )
            );
        }
        var rows = overlapping
            .StandingThen(context)
            .Always(context, resolution, search)
            .OrderBy(s => s.Id)
            .ThenBy(s => s.From)
            .Select(s => new ReadPeriod
            {
                From = s.From,
                To = s.To,
                Publication = s.Publication,
                Row = new ReadFigure
                {
                    Id = s.Id,
                    WorkshopId = s.WorkshopId,
                    Kind = s.Kind,
                    Acceptance = s.Acceptance,
                    Status = s.Status,
                    StatusSince = s.StatusSince,
                    Closure = s.ClosureOutcome,
                    Theme = s.ThemeCode,
                    Lead = s.LeadCode,
                    Standing = s.LeadStanding,
                    DueDate = s.DueDate,
                    ReviewDate = s.ReviewDate,
                    LastUpdateOn = s.LastUpdateOn,
                    PublishedOn = s.PublishedOn,
                    BlockedBy = s.BlockedBy,
                },
            })
            .AsAsyncEnumerable();
        await foreach (var read in rows.WithCancellation(cancellation))
        {
            var row = read.Row.ToRow();
            yield return (
                row.Id,
                new FlowPeriod(
                    new Span(read.From, read.To),
                    FlowRules.StateOf(read.Publication, row.Acceptance, row.Status),
                    read.Publication == Publication.Published ? row : null
                )
            );
        }
    }

    private sealed class ReadPeriod
    {
        public DateOnly From { get; init; }
        public DateOnly? To { get; init; }
        public Publication Publication { get; init; }
        public required ReadFigure Row { get; init; }
    }
}
