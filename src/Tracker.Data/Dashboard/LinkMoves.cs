using Microsoft.EntityFrameworkCore;
using Tracker.Core.Dashboard;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>Supporting organisations, places and framework entries that a record gained or lost between two evenings.</summary>
internal static class LinkMoves
{
    public static async Task<ILookup<Guid, LinkChange>> BetweenAsync(
        TrackerContext context,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var moves = new List<(Guid Id, LinkChange Change)>();
        await AddAsync(
            "supporting",
            Moved<RecommendationSupport>(context, from, to)
                .Select(l => new ReadMove(l.RecommendationId, l.OrganisationCode, l.From))
        );
        await AddAsync(
            "place",
            Moved<RecommendationPlace>(context, from, to)
                .Select(l => new ReadMove(l.RecommendationId, l.PlaceCode, l.From))
        );
        await AddAsync(
            "framework",
            Moved<RecommendationFrameworkEntry>(context, from, to)
                .Select(l => new ReadMove(l.RecommendationId, l.EntryCode, l.From))
        );
        return moves.ToLookup(m => m.Id, m => m.Change);

        async Task AddAsync(string parameter, IQueryable<ReadMove> query)
        {
            foreach (var move in await query.ToListAsync(cancellation))
            {
                moves.Add((move.Id, new LinkChange(parameter, move.Code, move.From > from)));
            }
        }
    }

    /// <summary>What held on one of the two evenings only.</summary>
    private static IQueryable<T> Moved<T>(TrackerContext context, DateOnly from, DateOnly to)
        where T : class, IDatedLink =>
        context
            .Set<T>()
            .AsNoTracking()
            .Where(l =>
                l.From > from && l.From <= to && (l.To == null || l.To > to)
                || l.From <= from && l.To > from && l.To <= to
            );

    private sealed record ReadMove(Guid Id, string Code, DateOnly From);
}
