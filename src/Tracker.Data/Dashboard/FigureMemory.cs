using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Data.History;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>
/// Figures are made when the filter or the data changed, and remembered in between: the end of the history says whether
/// anything did, also by another process.
/// </summary>
internal sealed class FigureMemory(ProgrammeClock clock)
{
    private const int MostRemembered = 128;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <param name="what">Which figures of the filter.</param>
    public async Task<DashboardFigures> OfAsync(
        TrackerContext context,
        Actor actor,
        RecommendationFilter filter,
        string what,
        Func<Task<DashboardFigures>> read,
        CancellationToken cancellation
    )
    {
        var sequence = await context.EndOfHistoryAsync(cancellation);
        var today = clock.Today;
        // Who sees internal evidence sees more of what was verified.
        var key =
            $"{what} {AccessRules.SeesInternalEvidence(actor)} {TallyMemory.KeyOf(actor, filter)}";
        if (
            _known.TryGetValue(key, out var known)
            && known.Sequence == sequence
            && known.Day == today
        )
        {
            return known.Figures;
        }
        var figures = await read();
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }
        // Read after the sequence: at worst newer than it says, and then read once more.
        _known[key] = new Known(sequence, today, figures);
        return figures;
    }

    private sealed record Known(long Sequence, DateOnly Day, DashboardFigures Figures);
}
