using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.History;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Counts are made when the filter or the data changed, and remembered in between. The end of the history says whether
/// anything changed, also by another process: every write of something counted moves it.
/// </summary>
internal sealed class TallyMemory(ProgrammeClock clock, IRecommendationSearch search)
{
    private const int MostFilters = 256;

    private readonly ConcurrentDictionary<string, Known> _known = [];

    /// <param name="resolution">Of the whole filter: what the tally answers by itself is taken out here.</param>
    public async Task<RecommendationTally> OfAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        CancellationToken cancellation
    )
    {
        var around = resolution with { Filter = RecommendationTally.Around(resolution.Filter) };
        var sequence = await context.EndOfHistoryAsync(cancellation);
        var today = resolution.Filter.DayOr(clock.Today);
        var key = KeyOf(actor, around.Filter);
        if (_known.TryGetValue(key, out var known) && known.Holds(sequence, today))
        {
            return known.Tally;
        }
        var tally = await Tallying.TallyAsync(
            context.Kept(actor, around, clock, search),
            today,
            cancellation
        );
        if (_known.Count >= MostFilters)
        {
            _known.Clear();
        }
        // Read after the sequence: at worst newer than it says, and then read once more.
        _known[key] = new Known(sequence, today, tally);
        return tally;
    }

    /// <summary>Donors see the workshops they fund; whoever else sees a filter sees the same rows in it.</summary>
    public static string KeyOf(Actor actor, RecommendationFilter filter)
    {
        var scope =
            actor.Role == Role.DonorViewer
                ? "donor " + string.Join(' ', actor.Organisations.Order(StringComparer.Ordinal))
            : actor.Role == Role.Anonymous ? "nobody"
            : "all";
        return $"{scope}?{FilterAddress.Write(filter)}";
    }

    private sealed record Known(long Sequence, DateOnly Day, RecommendationTally Tally)
    {
        public bool Holds(long sequence, DateOnly day) => Sequence == sequence && Day == day;
    }
}
