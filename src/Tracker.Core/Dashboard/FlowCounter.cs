namespace Tracker.Core.Dashboard;

/// <summary>A stretch of days, from inclusive, to exclusive (null while it lasts).</summary>
public readonly record struct Span(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly day) => From <= day && (To is null || To > day);
}

/// <summary>A period of a recommendation as flows see it.</summary>
/// <param name="Row">Its facts; null while it was a draft or archived.</param>
public readonly record struct FlowPeriod(Span Span, StockState Stock, FigureRow? Row);

/// <summary>
/// Counts entries and exits of a filtered stock, one recommendation after the other, by following each from day to day: what
/// changed the stock is named by its state, what only changed the filter's answer moved in or out. So the sum holds for any
/// history and any filter.
/// </summary>
/// <param name="cuts">
/// Days between which flows are counted, in order: the first and the evening before each further one are the ends of the
/// spans, so that span i counts the changes of the days from cuts[i] to the day before cuts[i + 1].
/// </param>
public sealed class FlowCounter(IReadOnlyList<DateOnly> cuts)
{
    private readonly Dictionary<FlowKind, int>[] _kinds =
    [
        .. Enumerable.Range(0, cuts.Count - 1).Select(_ => new Dictionary<FlowKind, int>()),
    ];
    private readonly int[] _stocks = new int[cuts.Count];

    /// <summary>Follows one recommendation.</summary>
    /// <param name="periods">In order, without gaps.</param>
    /// <param name="bounds">Further days on which the filter's answer may change: where links begin or end.</param>
    /// <param name="isKept">Whether the filter keeps its facts on a day.</param>
    /// <param name="note">Told of each entry and exit.</param>
    public void Add(
        IReadOnlyList<FlowPeriod> periods,
        IEnumerable<DateOnly> bounds,
        Func<FigureRow, DateOnly, bool> isKept,
        Action<FlowKind, DateOnly>? note = null
    )
    {
        var days = periods
            .Select(p => p.Span.From)
            .Concat(bounds)
            .Where(d => d >= cuts[0] && d < cuts[^1])
            .Concat(cuts)
            .Distinct()
            .Order()
            .ToList();
        var (before, wasKept) = On(periods, days[0].AddDays(-1), isKept);
        var span = 0;
        _stocks[0] += wasKept ? 1 : 0;
        foreach (var day in days)
        {
            // What time alone did since the last of these days happened before this one.
            var (evening, keptThen) = On(periods, day.AddDays(-1), isKept);
            Note(
                Math.Max(0, span - 1),
                day.AddDays(-1),
                (before, wasKept),
                (evening, keptThen),
                note
            );
            (before, wasKept) = (evening, keptThen);
            if (span < cuts.Count && day == cuts[span])
            {
                if (span > 0)
                {
                    _stocks[span] += wasKept ? 1 : 0;
                }
                span++;
            }
            if (span == cuts.Count)
            {
                return;
            }
            var (after, isKeptNow) = On(periods, day, isKept);
            Note(span - 1, day, (before, wasKept), (after, isKeptNow), note);
            (before, wasKept) = (after, isKeptNow);
        }
    }

    /// <summary>The flows of the spans, in order.</summary>
    public IReadOnlyList<Flow> Flows() =>
        [
            .. _kinds.Select(
                (kinds, i) =>
                    new Flow(cuts[i], cuts[i + 1].AddDays(-1), _stocks[i], kinds, _stocks[i + 1])
            ),
        ];

    private void Note(
        int span,
        DateOnly day,
        (StockState Stock, bool IsKept) before,
        (StockState Stock, bool IsKept) after,
        Action<FlowKind, DateOnly>? note
    )
    {
        if (before.IsKept == after.IsKept)
        {
            return;
        }
        var kind =
            FlowRules.Between(before.Stock, after.Stock)
            ?? (after.IsKept ? FlowKind.MovedIn : FlowKind.MovedOut);
        _kinds[span][kind] = _kinds[span].GetValueOrDefault(kind) + 1;
        note?.Invoke(kind, day);
    }

    private static (StockState Stock, bool IsKept) On(
        IReadOnlyList<FlowPeriod> periods,
        DateOnly day,
        Func<FigureRow, DateOnly, bool> isKept
    )
    {
        foreach (var period in periods)
        {
            if (period.Span.Holds(day))
            {
                return (
                    period.Stock,
                    period.Stock == StockState.Open && period.Row is { } row && isKept(row, day)
                );
            }
        }
        return (StockState.NotYet, false);
    }
}
