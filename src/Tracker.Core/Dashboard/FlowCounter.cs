using Tracker.Core.Recommendations;

namespace Tracker.Core.Dashboard;

/// <summary>A stretch of days, from inclusive, to exclusive (null while it lasts).</summary>
public readonly record struct Span(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly day) => From <= day && (To is null || To > day);
}

/// <summary>
/// What a recommendation was from a day on, until its next period begins: periods follow each other without gaps, and the
/// last one lasts.
/// </summary>
public readonly record struct FlowPeriod(DateOnly From, Publication Publication, FigureRow Row)
{
    public StockState Stock => FlowRules.StateOf(Publication, Row.Acceptance, Row.Status);
}

/// <summary>Whether a filter keeps these facts on a day.</summary>
public delegate bool KeptOn(in FigureRow row, DateOnly day);

/// <summary>
/// Counts entries and exits of a filtered stock, one recommendation after the other, by following each from day to day: what
/// changed the stock is named by its state, what only changed the filter's answer moved in or out. So the sum holds for any
/// history and any filter.
/// </summary>
/// <param name="cuts">
/// Days between which flows are counted, in order: the first and the evening before each further one are the ends of the
/// spans, so that span i counts the changes of the days from cuts[i] to the day before cuts[i + 1].
/// </param>
/// <param name="today">What only begins later, because its workshop has not ended yet, is there from this day.</param>
public sealed class FlowCounter(IReadOnlyList<DateOnly> cuts, DateOnly today)
{
    private readonly Dictionary<FlowKind, int>[] _kinds =
    [
        .. Enumerable.Range(0, cuts.Count - 1).Select(_ => new Dictionary<FlowKind, int>()),
    ];
    private readonly int[] _stocks = new int[cuts.Count];
    private readonly List<DateOnly> _days = [];

    /// <summary>Follows one recommendation.</summary>
    /// <param name="periods">In order; at least one.</param>
    /// <param name="bounds">Further days on which the filter's answer may change: where links begin or end.</param>
    /// <param name="isKept">Asked of what is open only.</param>
    /// <param name="note">Told of each entry and exit.</param>
    public void Add(
        ReadOnlySpan<FlowPeriod> periods,
        IEnumerable<DateOnly> bounds,
        KeptOn isKept,
        Action<FlowKind, DateOnly>? note = null
    )
    {
        if (From(periods, 0) >= cuts[^1])
        {
            return;
        }
        GatherDays(periods, bounds);
        var before = On(periods, _days[0].AddDays(-1), isKept);
        _stocks[0] += before.IsKept ? 1 : 0;
        var span = 0;
        foreach (var day in _days)
        {
            // What time alone did since the last of these days happened before this one.
            var evening = On(periods, day.AddDays(-1), isKept);
            Note(Math.Max(0, span - 1), day.AddDays(-1), before, evening, note);
            if (day == cuts[span])
            {
                _stocks[span] += span > 0 && evening.IsKept ? 1 : 0;
                span++;
            }
            if (span == cuts.Count)
            {
                return;
            }
            before = On(periods, day, isKept);
            Note(span - 1, day, evening, before, note);
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

    /// <summary>The days on which something may have changed, each once: the last is the last cut.</summary>
    private void GatherDays(ReadOnlySpan<FlowPeriod> periods, IEnumerable<DateOnly> bounds)
    {
        _days.Clear();
        _days.AddRange(cuts);
        for (var i = 0; i < periods.Length; i++)
        {
            Gather(From(periods, i));
        }
        foreach (var day in bounds)
        {
            Gather(day);
        }
        _days.Sort();
    }

    private void Gather(DateOnly day)
    {
        if (day > cuts[0] && day < cuts[^1] && !_days.Contains(day))
        {
            _days.Add(day);
        }
    }

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

    private (StockState Stock, bool IsKept) On(
        ReadOnlySpan<FlowPeriod> periods,
        DateOnly day,
        KeptOn isKept
    )
    {
        for (var i = periods.Length - 1; i >= 0; i--)
        {
            if (From(periods, i) <= day)
            {
                ref readonly var period = ref periods[i];
                var stock = period.Stock;
                return (stock, stock == StockState.Open && isKept(period.Row, day));
            }
        }
        return (StockState.NotYet, false);
    }

    private DateOnly From(ReadOnlySpan<FlowPeriod> periods, int i)
    {
        var from = periods[i].From;
        return i == 0 && from > today ? today : from;
    }
}
