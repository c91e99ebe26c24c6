using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Dashboard;

/// <summary>
/// A filter asked of the ledger: the same rows as <see cref="Filtering.Kept"/> asks of the database, of any day. What the
/// ledger does not hold (workshops, words, links) is read beforehand, for this filter alone.
/// </summary>
internal sealed class LedgerFilter
{
    private readonly RecommendationFilter _filter;
    private readonly ProgrammeClock _clock;
    private readonly DateOnly _day;
    private readonly DateTime _evening;

    /// <summary>Null where all of them will do.</summary>
    private HashSet<Guid>? _workshops;
    private HashSet<Guid>? _found;
    private LinkedSpans _links = LinkedSpans.Unasked;

    private LedgerFilter(RecommendationFilter filter, ProgrammeClock clock)
    {
        (_filter, _clock) = (filter, clock);
        _day = filter.DayOr(clock.Today);
        _evening = clock.StartOf(_day.AddDays(1));
    }

    public static async Task<LedgerFilter> OfAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        ProgrammeClock clock,
        IRecommendationSearch search,
        CancellationToken cancellation
    )
    {
        var filter = resolution.Filter;
        return new LedgerFilter(filter, clock)
        {
            _workshops = await WorkshopsAsync(context, actor, filter, cancellation),
            _found =
                string.IsNullOrWhiteSpace(filter.Search) ? null
                // Punctuation alone stands in no text.
                : resolution.Terms.Count == 0 ? []
                : await search.Matching(context, resolution.Terms).ToHashSetAsync(cancellation),
            _links = await LinkedSpans.ReadAsync(context, resolution, clock.Today, cancellation),
        };
    }

    /// <summary>What it keeps on its day, each with its facts of that day.</summary>
    public IEnumerable<(LedgerEntry Entry, FigureRow Row)> Kept(Ledger ledger)
    {
        foreach (var entry in ledger.Entries)
        {
            if (
                Reaches(entry)
                && entry.PublishedOn(_filter.AsOf) is { } row
                && _links.HoldOn(entry.Id, _day)
                && FilterMatch.Holds(_filter, row, _day)
                && (!_filter.WithoutEvidence || IsUnshown(entry, row))
                && (_filter.ChangedAfter is not { } changed || HasChanged(entry, changed))
            )
            {
                yield return (entry, row);
            }
        }
    }

    /// <summary>Declared or verified, and nothing of what counts as evidence showed it on the day.</summary>
    public bool IsUnshown(LedgerEntry entry, in FigureRow row) =>
        row.Status is ImplementationStatus.Implemented or ImplementationStatus.Verified
        && !(entry.ShownSince < _evening);

    /// <param name="cuts">As <see cref="FlowCounter"/> takes them.</param>
    /// <param name="moves">Takes every single entry and exit, where the caller names them.</param>
    /// <returns>Nothing where the filter cannot be followed.</returns>
    public IReadOnlyList<Flow> Flows(
        Ledger ledger,
        IReadOnlyList<DateOnly> cuts,
        List<FlowMove>? moves = null
    )
    {
        if (cuts.Count < 2 || !FilterMatch.CanFollow(_filter))
        {
            return [];
        }
        var counter = new FlowCounter(cuts, _clock.Today);
        foreach (var entry in ledger.Entries.Where(Reaches))
        {
            counter.Add(
                entry.Periods,
                _links.Bounds(entry.Id),
                (in row, day) =>
                    FilterMatch.Holds(_filter, row, day) && _links.HoldOn(entry.Id, day),
                moves is null ? null : (kind, day) => moves.Add(new FlowMove(entry, day, kind))
            );
        }
        return counter.Flows();
    }

    /// <summary>What never changes while a recommendation lives: its words of today, its workshop.</summary>
    private bool Reaches(LedgerEntry entry) =>
        _workshops?.Contains(entry.WorkshopId) != false
        && _found?.Contains(entry.Id) != false
        && _links.EverHeld(entry.Id);

    private bool HasChanged(LedgerEntry entry, DateOnly changed) =>
        _filter.AsOf is { } day
            ? Array.Exists(entry.Periods, p => p.From > changed && p.From <= day)
            : entry.ChangedAt >= _clock.StartOf(changed.AddDays(1));

    private static async Task<HashSet<Guid>?> WorkshopsAsync(
        TrackerContext context,
        Actor actor,
        RecommendationFilter filter,
        CancellationToken cancellation
    )
    {
        if (
            actor.Role is not (Role.DonorViewer or Role.Anonymous)
            && filter.Workshops.Count + filter.Funders.Count == 0
        )
        {
            return null;
        }
        var workshops = context.Workshops.VisibleTo(actor);
        if (filter.Workshops.Count > 0)
        {
            workshops = workshops.Where(OneOf.Values((Workshop w) => w.Code, filter.Workshops));
        }
        if (filter.Funders.Count > 0)
        {
            var funded = WorkshopVisibility.FundedBy(filter.Funders);
            workshops = workshops.Where(w => w.Funders.AsQueryable().Any(funded));
        }
        return await workshops.Select(w => w.Id).ToHashSetAsync(cancellation);
    }
}

/// <summary>One entry into the stock or exit from it.</summary>
internal sealed record FlowMove(LedgerEntry Entry, DateOnly On, FlowKind Kind);
