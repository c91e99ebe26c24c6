using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Evidence;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>The few rows that the dashboard names.</summary>
internal sealed class DashboardRows(
    TrackerContext context,
    Actor actor,
    FilterResolution resolution,
    ProgrammeClock clock,
    IRecommendationSearch search
)
{
    private const int Few = 5;
    private const int Recent = 8;

    /// <summary>Figures are shared between readers: the rows carry no deeds.</summary>
    private readonly Actor _reader = actor;

    private DateOnly Day => resolution.Filter.DayOr(clock.Today);

    public Task<IReadOnlyList<RecommendationRow>> FlaggedAsync(
        Flags flag,
        SortKey sort,
        CancellationToken cancellation
    ) =>
        RowsAsync(
            resolution.Filter with
            {
                Flags = resolution.Filter.Flags | flag,
                Sort = sort,
            },
            cancellation
        );

    public async Task<IReadOnlyList<RecommendationRow>> DeclaredAsync(
        CancellationToken cancellation
    ) =>
        await ReadAsync(
            Kept(resolution.Filter)
                .Where(s => s.Status == ImplementationStatus.Implemented)
                .OrderBy(s => s.StatusSince)
                .ThenBy(s => s.Item.SortCode)
                .Take(Few),
            cancellation
        );

    public Task<int> WithoutEvidenceAsync(CancellationToken cancellation) =>
        Kept(resolution.Filter with { WithoutEvidence = true }).CountAsync(cancellation);

    public async Task<IReadOnlyList<RecentlyVerified>> VerifiedAsync(
        EvidenceQueries evidence,
        CancellationToken cancellation
    )
    {
        var latest = Kept(resolution.Filter)
            .Where(s => s.Status == ImplementationStatus.Verified)
            .OrderByDescending(s => s.StatusSince)
            .ThenBy(s => s.Item.SortCode)
            .Take(Few);
        var closed = await latest
            .Select(s => new
            {
                s.Item.Code,
                s.ClosureOutcome,
                s.StatusSince,
            })
            .ToDictionaryAsync(s => s.Code, cancellation);
        var rows = await ReadAsync(latest, cancellation);
        var found = new List<RecentlyVerified>();
        foreach (var row in rows.Where(r => closed.ContainsKey(r.Code)))
        {
            var pieces = await evidence.OfRecommendationAsync(_reader, row.Code, cancellation);
            var end = clock.StartOf(Day.AddDays(1));
            found.Add(
                new RecentlyVerified(
                    row,
                    closed[row.Code].ClosureOutcome,
                    closed[row.Code].StatusSince,
                    [
                        .. pieces
                            .Where(p => Counts(p, end))
                            .Take(Few)
                            .Select(p => new ShownEvidence(
                                p.Current.Id,
                                p.Current.Kind,
                                p.Current.Title,
                                p.Current.Address
                            )),
                    ]
                )
            );
        }
        return found;
    }

    public async Task<IReadOnlyList<RecentChange>> RecentAsync(CancellationToken cancellation)
    {
        var recent = Kept(resolution.Filter)
            .OrderByDescending(s => s.Item.ChangedAt)
            .ThenBy(s => s.Item.Code)
            .Take(Recent);
        var at = await recent.ToDictionaryAsync(
            s => s.Item.Code,
            s => s.Item.ChangedAt,
            cancellation
        );
        var rows = await ReadAsync(recent, cancellation);
        return
        [
            .. rows.Where(r => at.ContainsKey(r.Code)).Select(r => new RecentChange(r, at[r.Code])),
        ];
    }

    private static bool Counts(EvidencePiece piece, DateTime end) =>
        piece.WithdrawnBecause is null
        && piece.Earlier.Select(e => e.At).Append(piece.Current.At).Min() < end;

    private async Task<IReadOnlyList<RecommendationRow>> RowsAsync(
        RecommendationFilter filter,
        CancellationToken cancellation
    ) => await ReadAsync(Kept(filter).Arranged(filter, Language.Fr).Take(Few), cancellation);

    private IQueryable<Standing> Kept(RecommendationFilter filter) =>
        context.Kept(_reader, resolution with { Filter = filter }, clock, search);

    private async Task<List<RecommendationRow>> ReadAsync(
        IQueryable<Standing> rows,
        CancellationToken cancellation
    ) => await rows.ReadRowsAsync(context, _reader, Day, cancellation, isPast: true);
}
