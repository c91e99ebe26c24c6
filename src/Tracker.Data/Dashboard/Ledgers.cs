using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.History;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>
/// Keeps the ledger in step with the history: read whole once, then only what the new lines name. Every write leaves lines,
/// of this process or another; a second truth it is not, since it holds nothing that the periods do not.
/// </summary>
internal sealed class Ledgers : IDisposable
{
    /// <summary>Where more was touched than this, all is read again.</summary>
    private const int MostTouched = 1_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _places = [];
    private Ledger? _last;

    /// <summary>As the history stands now.</summary>
    public async Task<Ledger> ReadAsync(TrackerContext context, CancellationToken cancellation)
    {
        if (
            Volatile.Read(ref _last) is { } known
            && known.Sequence == await context.EndOfHistoryAsync(cancellation)
        )
        {
            return known;
        }
        await _turn.WaitAsync(cancellation);
        try
        {
            // Before the rows: they are at most newer than it says, and then read once more.
            var end = await context.EndOfHistoryAsync(cancellation);
            var next = _last switch
            {
                { } last when last.Sequence == end => last,
                { } last when last.Sequence < end => await MovedOnAsync(
                    context,
                    last,
                    end,
                    cancellation
                ),
                _ => await WholeAsync(context, end, cancellation),
            };
            Volatile.Write(ref _last, next);
            return next;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Ledger> WholeAsync(
        TrackerContext context,
        long end,
        CancellationToken cancellation
    )
    {
        var entries = await new LedgerReading(context, _words).ReadAsync(null, cancellation);
        _places.Clear();
        for (var place = 0; place < entries.Count; place++)
        {
            _places[entries[place].Id] = place;
        }
        return new Ledger(end, entries);
    }

    private async Task<Ledger> MovedOnAsync(
        TrackerContext context,
        Ledger last,
        long end,
        CancellationToken cancellation
    )
    {
        var touched = await context
            .HistoryLines.Where(l => l.Sequence > last.Sequence)
            .Select(l => new { l.Subject, l.Deed })
            .Distinct()
            .Take(MostTouched + 1)
            .ToListAsync(cancellation);
        var takesAway = Codes.Of(Deed.UndoImport);
        if (touched.Count > MostTouched || touched.Exists(t => t.Deed == takesAway))
        {
            return await WholeAsync(context, end, cancellation);
        }
        List<string> codes = [.. touched.Select(t => t.Subject).Distinct(StringComparer.Ordinal)];
        var ids = await context
            .Recommendations.Where(r => EF.Parameter(codes).Contains(r.Code))
            .Select(r => r.Id)
            .ToListAsync(cancellation);
        if (ids.Count == 0)
        {
            return last with { Sequence = end };
        }
        var entries = new List<LedgerEntry>(last.Entries);
        foreach (var entry in await new LedgerReading(context, _words).ReadAsync(ids, cancellation))
        {
            if (_places.TryGetValue(entry.Id, out var place))
            {
                entries[place] = entry;
            }
            else
            {
                _places[entry.Id] = entries.Count;
                entries.Add(entry);
            }
        }
        return new Ledger(end, entries);
    }
}
