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
    private readonly Ledgers _ledgers;
    private readonly DashboardQueries _figures;

    internal ChangeQueries(
        Contexts contexts,
        ProgrammeClock clock,
        IRecommendationSearch search,
        Ledgers ledgers,
        DashboardQueries figures
    ) =>
        (_contexts, _clock, _search, _ledgers, _figures) = (
            contexts,
            clock,
            search,
            ledgers,
            figures
        );

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
        var ledger = await _ledgers.ReadAsync(context, cancellation);
        var stands = await AskAsync(context, actor, later, cancellation);
        var flows = stands.Flows(
            ledger,
            [from.AddDays(1), to.AddDays(1)],
            flow is null ? null : moves
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
            var asked = moves
                .Where(m => m.Kind == kind)
                .OrderBy(m => m.On)
                .ThenBy(m => RecommendationCode.SortKeyOf(m.Entry.Code), StringComparer.Ordinal)
                .ToList();
            return changes with
            {
                Events = await EventsAsync(context, actor, asked, cancellation),
                Total = asked.Count,
            };
        }
        var stood = await AskAsync(context, actor, earlier, cancellation);
        var links = await LinkMoves.BetweenAsync(context, from, to, cancellation);
        var changed = Changed(stood.Kept(ledger), stands.Kept(ledger), links);
        var named = changed.Take(Most).ToList();
        return changes with
        {
            Records = Records(
                await RowsAsync(context, actor, earlier, named, cancellation),
                await RowsAsync(context, actor, later, named, cancellation),
                named.ToDictionary(e => e.Code, e => links[e.Id], StringComparer.Ordinal)
            ),
            Total = changed.Count,
        };
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

    private Task<LedgerFilter> AskAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        CancellationToken cancellation
    ) => LedgerFilter.OfAsync(context, actor, resolution, _clock, _search, cancellation);

    /// <summary>What the filter kept on one of the days only, and what was something else on the two, in the order of codes.</summary>
    private static List<LedgerEntry> Changed(
        IEnumerable<(LedgerEntry Entry, FigureRow Row)> stood,
        IEnumerable<(LedgerEntry Entry, FigureRow Row)> stands,
        ILookup<Guid, LinkChange> links
    )
    {
        var was = stood.ToDictionary(s => s.Entry.Id);
        var changed = new List<LedgerEntry>();
        foreach (var (entry, row) in stands)
        {
            if (
                !was.Remove(entry.Id, out var before)
                || State.Of(before.Row) != State.Of(row)
                || links.Contains(entry.Id)
            )
            {
                changed.Add(entry);
            }
        }
        return
        [
            .. changed
                .Concat(was.Values.Select(w => w.Entry))
                .OrderBy(e => RecommendationCode.SortKeyOf(e.Code), StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<RecordChange> Records(
        Dictionary<string, RecommendationRow> before,
        Dictionary<string, RecommendationRow> after,
        Dictionary<string, IEnumerable<LinkChange>> links
    ) =>
        [
            .. before
                .Keys.Union(after.Keys)
                .OrderBy(RecommendationCode.SortKeyOf, StringComparer.Ordinal)
                .Select(code => new RecordChange(
                    code,
                    before.GetValueOrDefault(code),
                    after.GetValueOrDefault(code)
                )
                {
                    Links =
                        before.ContainsKey(code) && after.ContainsKey(code) ? [.. links[code]] : [],
                }),
        ];

    private async Task<Dictionary<string, RecommendationRow>> RowsAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        List<LedgerEntry> named,
        CancellationToken cancellation
    )
    {
        List<Guid> ids = [.. named.Select(e => e.Id)];
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
        List<Guid> ids = [.. shown.Select(m => m.Entry.Id).Distinct()];
        var rows = await context
            .Recommendations.VisibleTo(actor)
            .Where(r => EF.Parameter(ids).Contains(r.Id))
            .Select(Standings.Now)
            .ReadRowsAsync(context, actor, _clock.Today, cancellation, isPast: true);
        return
        [
            .. shown.Select(m => new FlowEvent(
                m.Entry.Code,
                m.On,
                m.Kind,
                rows.Find(r => r.Code == m.Entry.Code)
            )),
        ];
    }

    /// <summary>What a change between two days is told of.</summary>
    private readonly record struct State(
        ImplementationStatus Status,
        Acceptance Acceptance,
        string? Lead,
        LeadStanding Standing,
        string Theme,
        DateOnly? DueDate,
        DateOnly? ReviewDate,
        int? Percent
    )
    {
        public static State Of(in FigureRow row) =>
            new(
                row.Status,
                row.Acceptance,
                row.Lead,
                row.Standing,
                row.Theme,
                row.DueDate,
                row.ReviewDate,
                row.Percent
            );
    }
}
