using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Data.Evidence;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>The few rows that the dashboard names, read once. They are shared between readers, so they carry no deeds.</summary>
internal sealed class DashboardRows
{
    private const int Pieces = 5;

    private readonly Dictionary<string, RecommendationRow> _rows;

    private DashboardRows(Dictionary<string, RecommendationRow> rows) => _rows = rows;

    public static async Task<DashboardRows> ReadAsync(
        TrackerContext context,
        Actor actor,
        DateOnly? asOf,
        DateOnly day,
        IEnumerable<LedgerEntry> named,
        CancellationToken cancellation
    )
    {
        List<Guid> ids = [.. named.Select(e => e.Id).Distinct()];
        var rows = await context
            .StandingOn(actor, asOf)
            .Where(s => EF.Parameter(ids).Contains(s.Id))
            .ReadRowsAsync(context, actor, day, cancellation, isPast: true);
        return new DashboardRows(rows.ToDictionary(r => r.Code, StringComparer.Ordinal));
    }

    public IReadOnlyList<RecommendationRow> Of(Foremost first) =>
        [.. Known(first).Select(e => _rows[e.Code])];

    public IReadOnlyList<RecentChange> Changed(Foremost first) =>
        [.. Known(first).Select(e => new RecentChange(_rows[e.Code], e.ChangedAt))];

    /// <param name="end">Evidence that came later, UTC, does not count yet.</param>
    public async Task<IReadOnlyList<RecentlyVerified>> VerifiedAsync(
        Foremost first,
        DateOnly? asOf,
        Actor actor,
        EvidenceQueries evidence,
        DateTime end,
        CancellationToken cancellation
    )
    {
        var found = new List<RecentlyVerified>();
        foreach (var entry in Known(first))
        {
            if (entry.PublishedOn(asOf) is not { } row)
            {
                continue;
            }
            var pieces = await evidence.OfRecommendationAsync(actor, entry.Code, cancellation);
            found.Add(
                new RecentlyVerified(
                    _rows[entry.Code],
                    row.Closure,
                    row.StatusSince,
                    [
                        .. pieces
                            .Where(p => Counts(p, end))
                            .Take(Pieces)
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

    /// <summary>What was counted a moment ago may have left the reader's sight since.</summary>
    private IEnumerable<LedgerEntry> Known(Foremost first) =>
        first.Entries.Where(e => _rows.ContainsKey(e.Code));

    private static bool Counts(EvidencePiece piece, DateTime end) =>
        piece.WithdrawnBecause is null
        && piece.Earlier.Select(e => e.At).Append(piece.Current.At).Min() < end;
}
