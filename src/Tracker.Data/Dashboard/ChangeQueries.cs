using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>What moved between two days.</summary>
public sealed class ChangeQueries
{
    /// <summary>Records named on one page.</summary>
    public const int Most = 200;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;
    private readonly DashboardQueries _figures;

    internal ChangeQueries(
        Contexts contexts,
        ProgrammeClock clock,
        IRecommendationSearch search,
        DashboardQueries figures
    ) => (_contexts, _clock, _search, _figures) = (contexts, clock, search, figures);

    /// <summary>Numbers and records. Days of the future become today; days in the wrong order are turned round.</summary>
    /// <param name="flow">Names only what entered or left in this way.</param>
    public async Task<ChangesBetween> BetweenAsync(
        Actor actor,
        FilterReading reading,
        DateOnly from,
        DateOnly to,
        FlowKind? flow = null,
        CancellationToken cancellation = default
    )
    {
        var today = _clock.Today;
        (from, to) = from <= to ? (from, to) : (to, from);
        (from, to) = (from < today ? from : today, to < today ? to : today);
        var then = reading with { Filter = On(reading.Filter, from) };
        var now = reading with { Filter = On(reading.Filter, to) };
        var before = await _figures.FiguresAsync(actor, then, Breakdown.None, cancellation);
        var after = await _figures.FiguresAsync(actor, now, Breakdown.None, cancellation);
        await using var context = _contexts.Open();
        var earlier = await ResolveAsync(context, actor, then.Filter, cancellation);
        var later = await ResolveAsync(context, actor, now.Filter, cancellation);
        var moves = new List<FlowMove>();
        var flows = await new FlowReader(context, actor, later, _search).ReadAsync(
            [from.AddDays(1), to.AddDays(1)],
            after.Measures.Stock,
            cancellation,
            moves: flow is null ? null : moves
        );
        var changes = new ChangesBetween(from, to, after.Filter with { AsOf = null })
        {
            Before = before.Measures,
            After = after.Measures,
            Flow = flows.Count > 0 ? flows[0] : null,
            Problems = after.Problems,
        };
        if (flow is { } kind)
        {
            var asked = moves.Where(m => m.Kind == kind).OrderBy(m => m.On).ToList();
            return changes with
            {
                Events = await EventsAsync(context, actor, asked, cancellation),
                Total = asked.Count,
            };
        }
        var (records, total) = await RecordsAsync(context, actor, earlier, later, cancellation);
        return changes with { Records = records, Total = total };
    }

    private static RecommendationFilter On(RecommendationFilter filter, DateOnly day) =>
        RecommendationTally.Unarranged(filter) with
        {
            AsOf = day,
            Drafts = false,
        };

    private Task<FilterResolution> ResolveAsync(
        TrackerContext context,
        Actor actor,
        RecommendationFilter filter,
        CancellationToken cancellation
    ) => FilterResolution.OfAsync(context, actor, filter, _clock.Today, cancellation);

    private async Task<(IReadOnlyList<RecordChange>, int)> RecordsAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution earlier,
        FilterResolution later,
        CancellationToken cancellation
    )
    {
        var today = _clock.Today;
        var (from, to) = (earlier.Filter.DayOr(today), later.Filter.DayOr(today));
        var was = await StatesAsync(context, actor, earlier, from, to, cancellation);
        var stands = await StatesAsync(context, actor, later, from, to, cancellation);
        var changed = was
            .Keys.Union(stands.Keys)
            .Where(id =>
                !was.TryGetValue(id, out var one)
                || !stands.TryGetValue(id, out var other)
                || one with { SortCode = "" } != other with { SortCode = "" }
            )
            .OrderBy(
                id => (stands.GetValueOrDefault(id) ?? was[id]).SortCode,
                StringComparer.Ordinal
            )
            .ToList();
        List<Guid> named = [.. changed.Take(Most)];
        var before = await RowsAsync(context, actor, earlier, named, cancellation);
        var after = await RowsAsync(context, actor, later, named, cancellation);
        return (
            [
                .. before
                    .Keys.Union(after.Keys)
                    .Order(StringComparer.Ordinal)
                    .Select(code => new RecordChange(
                        code,
                        before.GetValueOrDefault(code),
                        after.GetValueOrDefault(code)
                    )),
            ],
            changed.Count
        );
    }

    /// <summary>
    /// What can change of a record between the two days. Where only a change of the record's own can make a difference,
    /// those that have none are not read.
    /// </summary>
    private async Task<Dictionary<Guid, State>> StatesAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var filter = resolution.Filter;
        var kept = context.Kept(actor, resolution, _clock, _search);
        if (
            filter.Flags == Flags.None
            && filter.Supporting.Count + filter.Places.Count + filter.Frameworks.Count == 0
        )
        {
            kept = kept.Where(s => s.Item.Periods.Any(p => p.From > from && p.From <= to));
        }
        return await kept.Select(s => new
            {
                s.Id,
                State = new State(
                    s.Item.SortCode,
                    s.Status,
                    s.Acceptance,
                    s.LeadCode,
                    s.LeadStanding,
                    s.ThemeCode,
                    s.DueDate,
                    s.ReviewDate,
                    s.Percent
                ),
            })
            .ToDictionaryAsync(s => s.Id, s => s.State, cancellation);
    }

    private async Task<Dictionary<string, RecommendationRow>> RowsAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        List<Guid> ids,
        CancellationToken cancellation
    )
    {
        var rows = await context
            .Kept(actor, resolution, _clock, _search)
            .Where(s => EF.Parameter(ids).Contains(s.Id))
            .ReadRowsAsync(
                context,
                actor,
                resolution.Filter.DayOr(_clock.Today),
                cancellation,
                isPast: true
            );
        return rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<FlowEvent>> EventsAsync(
        TrackerContext context,
        Actor actor,
        List<FlowMove> moves,
        CancellationToken cancellation
    )
    {
        var shown = moves.Take(Most).ToList();
        List<Guid> ids = [.. shown.Select(m => m.Recommendation).Distinct()];
        var codes = await context
            .Recommendations.Where(r => EF.Parameter(ids).Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => r.Code, cancellation);
        var rows = await context
            .Recommendations.VisibleTo(actor)
            .Where(r => EF.Parameter(ids).Contains(r.Id))
            .Select(Standings.Now)
            .ReadRowsAsync(context, actor, _clock.Today, cancellation, isPast: true);
        return
        [
            .. shown.Select(m => new FlowEvent(
                codes[m.Recommendation],
                m.On,
                m.Kind,
                rows.Find(r => r.Code == codes[m.Recommendation])
            )),
        ];
    }

    private sealed record State(
        string SortCode,
        ImplementationStatus Status,
        Acceptance Acceptance,
        string? Lead,
        LeadStanding Standing,
        string Theme,
        DateOnly? DueDate,
        DateOnly? ReviewDate,
        int? Percent
    );
}

/// <summary>One entry or exit.</summary>
internal sealed record FlowMove(Guid Recommendation, DateOnly On, FlowKind Kind);
