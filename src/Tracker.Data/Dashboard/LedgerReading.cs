using Microsoft.EntityFrameworkCore;
using Tracker.Core.Dashboard;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>Reads entries of the ledger from the periods that are stored.</summary>
/// <param name="words">Codes met so far: each is kept once, however many rows hold it.</param>
internal sealed class LedgerReading(TrackerContext context, Dictionary<string, string> words)
{
    /// <param name="ids">Null for all.</param>
    public async Task<List<LedgerEntry>> ReadAsync(
        IReadOnlyCollection<Guid>? ids,
        CancellationToken cancellation
    )
    {
        var items = context.Recommendations.AsQueryable();
        var evidence = context.Evidence.Where(e => !e.Replaced && e.WithdrawnBecause == null);
        var periods = context.Periods.AsQueryable();
        if (ids is not null)
        {
            items = items.Where(r => EF.Parameter(ids).Contains(r.Id));
            evidence = evidence.Where(e => EF.Parameter(ids).Contains(e.RecommendationId));
            periods = periods.Where(p => EF.Parameter(ids).Contains(p.RecommendationId));
        }
        var shown = await evidence
            .GroupBy(e => e.RecommendationId)
            .Select(g => new { g.Key, Since = g.Min(e => e.At) })
            .ToDictionaryAsync(g => g.Key, g => g.Since, cancellation);
        var lives = await LivesAsync(periods, cancellation);
        var entries = new List<LedgerEntry>(lives.Count);
        var heads = items.Select(r => new
        {
            r.Id,
            r.Code,
            r.WorkshopId,
            r.ChangedAt,
        });
        await foreach (var head in heads.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            // One that was entered after its periods were read will be met at the next reading.
            if (lives.TryGetValue(head.Id, out var life))
            {
                entries.Add(
                    new LedgerEntry(
                        head.Id,
                        head.Code,
                        head.WorkshopId,
                        head.ChangedAt,
                        shown.TryGetValue(head.Id, out var since) ? since : null,
                        life
                    )
                );
            }
        }
        return entries;
    }

    private async Task<Dictionary<Guid, FlowPeriod[]>> LivesAsync(
        IQueryable<Recommendations.RecommendationPeriod> periods,
        CancellationToken cancellation
    )
    {
        var rows = periods
            .OrderBy(p => p.RecommendationId)
            .ThenBy(p => p.From)
            .Select(p => new ReadPeriod
            {
                Id = p.RecommendationId,
                From = p.From,
                Publication = p.Publication,
                Kind = p.Kind,
                Acceptance = p.Acceptance,
                Status = p.Status,
                StatusSince = p.StatusSince,
                Closure = p.ClosureOutcome,
                Theme = p.ThemeCode,
                Lead = p.LeadCode,
                Standing = p.LeadStanding,
                Percent = p.Percent,
                DueDate = p.DueDate,
                ReviewDate = p.ReviewDate,
                LastUpdateOn = p.LastUpdateOn,
                PublishedOn = p.PublishedOn,
                BlockedBy = p.BlockedBy,
            })
            .AsAsyncEnumerable();
        var lives = new Dictionary<Guid, FlowPeriod[]>();
        var life = new List<FlowPeriod>();
        var id = Guid.Empty;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (row.Id != id)
            {
                End();
                id = row.Id;
            }
            life.Add(ToPeriod(row));
        }
        End();
        return lives;

        void End()
        {
            if (life.Count > 0)
            {
                lives[id] = [.. life];
                life.Clear();
            }
        }
    }

    private FlowPeriod ToPeriod(ReadPeriod read) =>
        new(
            read.From,
            read.Publication,
            new FigureRow
            {
                Kind = read.Kind,
                Acceptance = read.Acceptance,
                Status = read.Status,
                StatusSince = read.StatusSince,
                Closure = read.Closure,
                Theme = Once(read.Theme),
                Lead = read.Lead is null ? null : Once(read.Lead),
                Standing = read.Standing,
                Percent = read.Percent,
                DueDate = read.DueDate,
                ReviewDate = read.ReviewDate,
                LastUpdateOn = read.LastUpdateOn,
                PublishedOn = read.PublishedOn,
                BlockedBy = read.BlockedBy is null ? null : Once(read.BlockedBy),
            }
        );

    private string Once(string word)
    {
        if (!words.TryGetValue(word, out var kept))
        {
            words[word] = kept = word;
        }
        return kept;
    }

    private sealed class ReadPeriod
    {
        public Guid Id { get; init; }
        public DateOnly From { get; init; }
        public Publication Publication { get; init; }
        public RecommendationKind Kind { get; init; }
        public Acceptance Acceptance { get; init; }
        public ImplementationStatus Status { get; init; }
        public DateOnly StatusSince { get; init; }
        public ClosureOutcome? Closure { get; init; }
        public required string Theme { get; init; }
        public string? Lead { get; init; }
        public LeadStanding Standing { get; init; }
        public int? Percent { get; init; }
        public DateOnly? DueDate { get; init; }
        public DateOnly? ReviewDate { get; init; }
        public DateOnly? LastUpdateOn { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public string? BlockedBy { get; init; }
    }
}
