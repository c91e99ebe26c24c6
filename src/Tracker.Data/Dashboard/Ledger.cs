using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;

namespace Tracker.Data.Dashboard;

/// <summary>Every recommendation through time, as far as figures ask, at one end of the history. Never changes.</summary>
/// <param name="Sequence">The end of the history it was read at: the rows are at most newer.</param>
internal sealed record Ledger(long Sequence, IReadOnlyList<LedgerEntry> Entries);

/// <summary>One recommendation through time.</summary>
/// <param name="ChangedAt">UTC.</param>
/// <param name="ShownSince">When the first of what counts as evidence came, UTC; null where nothing does.</param>
/// <param name="Periods">In order, without gaps; the last is as it stands today.</param>
internal sealed record LedgerEntry(
    Guid Id,
    string Code,
    Guid WorkshopId,
    DateTime ChangedAt,
    DateTime? ShownSince,
    FlowPeriod[] Periods
)
{
    /// <summary>Which of its periods held on an earlier day, or holds today; null where it did not exist yet.</summary>
    public int? PeriodOn(DateOnly? asOf)
    {
        var last = Periods.Length - 1;
        if (asOf is { } day)
        {
            while (last >= 0 && Periods[last].From > day)
            {
                last--;
            }
        }
        return last < 0 ? null : last;
    }

    /// <summary>What it was on the day, where it was published.</summary>
    public FigureRow? PublishedOn(DateOnly? asOf) =>
        PeriodOn(asOf) is { } held && Periods[held].Publication == Publication.Published
            ? Periods[held].Row
            : null;
}
