using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>Takes a whole file back: what it created goes, what it changed is given back.</summary>
internal static class ImportUndoing
{
    public static async Task<Outcome> UndoAsync(
        Write write,
        Guid id,
        CancellationToken cancellation
    )
    {
        var batch = await write
            .Context.ImportBatches.Include(b => b.Rows)
            .SingleOrDefaultAsync(b => b.Id == id, cancellation);
        if (batch is null)
        {
            return new Outcome.NotFound();
        }
        if (batch.UndoneAt is not null || batch.At < write.Now - ImportBatchLine.Patience)
        {
            return new Outcome.Refused(Refusal.NothingToUndo);
        }
        var rows = batch.Rows.Where(r => r.RecommendationId is not null).ToList();
        var items = await LoadAsync(write, rows, cancellation);
        if (
            rows.Exists(r =>
                !items.TryGetValue(r.RecommendationId!.Value, out var item)
                || item.Version != r.VersionAfter
            )
        )
        {
            return new Outcome.Refused(Refusal.ChangedSince);
        }
        var created = rows.Where(r => r.Action != ImportAction.Update)
            .Select(r => items[r.RecommendationId!.Value])
            .ToList();
        if (await AddedToAsync(write, batch, created, cancellation))
        {
            return new Outcome.Refused(Refusal.ChangedSince);
        }
        foreach (var row in rows.Where(r => r.Action == ImportAction.Update))
        {
            await GiveBackAsync(
                write,
                batch,
                row,
                items[row.RecommendationId!.Value],
                cancellation
            );
        }
        rows.ForEach(r => r.RecommendationId = null);
        await RemoveAsync(write, batch, created, cancellation);
        batch.UndoneAt = write.Now;
        return new Outcome.Done(batch.Id.ToString("D"));
    }

    private static async Task<Dictionary<Guid, Recommendation>> LoadAsync(
        Write write,
        List<ImportRow> rows,
        CancellationToken cancellation
    )
    {
        var items = new Dictionary<Guid, Recommendation>();
        foreach (var some in rows.Select(r => r.RecommendationId!.Value).Chunk(500))
        {
            var loaded = await write
                .Context.Recommendations.AsSplitQuery()
                .Include(r => r.Workshop)
                .Include(r => r.Supporting)
                .Include(r => r.Places)
                .Include(r => r.FrameworkEntries)
                .Include(r => r.Periods)
                .Where(r => some.Contains(r.Id))
                .ToListAsync(cancellation);
            loaded.ForEach(item => items[item.Id] = item);
        }
        return items;
    }

    /// <summary>Some things stand beside a recommendation and do not change its version: nobody's word is thrown away.</summary>
    private static async Task<bool> AddedToAsync(
        Write write,
        ImportBatch batch,
        List<Recommendation> created,
        CancellationToken cancellation
    )
    {
        var context = write.Context;
        foreach (var some in created.Select(r => r.Id).Chunk(500))
        {
            if (
                await context.Comments.AnyAsync(
                    c => some.Contains(c.RecommendationId) && c.At != batch.At,
                    cancellation
                )
                || await context.ProgressUpdates.AnyAsync(
                    u => some.Contains(u.RecommendationId),
                    cancellation
                )
                || await context.Evidence.AnyAsync(
                    e => some.Contains(e.RecommendationId),
                    cancellation
                )
                || await context.Milestones.AnyAsync(
                    m => some.Contains(m.RecommendationId),
                    cancellation
                )
                || await context.RelatedLinks.AnyAsync(
                    l =>
                        some.Contains(l.OtherId)
                        || (
                            some.Contains(l.RecommendationId) && l.Standing != LinkStanding.Proposed
                        ),
                    cancellation
                )
                || await context.Recommendations.AnyAsync(
                    r => r.ReplacedById != null && some.Contains(r.ReplacedById.Value),
                    cancellation
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    private static async Task GiveBackAsync(
        Write write,
        ImportBatch batch,
        ImportRow row,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var before = ImportSnapshot.Read(row.Before!);
        before.GiveBack(write, item);
        foreach (
            var update in await write
                .Context.ProgressUpdates.Where(u => u.RecommendationId == item.Id)
                .ToListAsync(cancellation)
        )
        {
            update.Withdrawn |= before.Updates.Contains(update.Id);
        }
        // A write has one time for all it touches: these came with the file.
        foreach (
            var examined in await write
                .Context.Verifications.Where(v => v.RecommendationId == item.Id && v.At == batch.At)
                .ToListAsync(cancellation)
        )
        {
            examined.Withdrawn = true;
        }
    }

    private static async Task RemoveAsync(
        Write write,
        ImportBatch batch,
        List<Recommendation> created,
        CancellationToken cancellation
    )
    {
        var context = write.Context;
        foreach (var some in created.Select(r => r.Id).Chunk(500))
        {
            context.RemoveRange(
                await context
                    .Comments.Include(c => c.Mentions)
                    .Where(c => some.Contains(c.RecommendationId))
                    .ToListAsync(cancellation)
            );
            context.RemoveRange(
                await context
                    .SearchDocuments.Where(d => some.Contains(d.RecommendationId))
                    .ToListAsync(cancellation)
            );
            context.RemoveRange(
                await context
                    .RelatedLinks.Where(l => some.Contains(l.RecommendationId))
                    .ToListAsync(cancellation)
            );
            context.RemoveRange(
                await context
                    .UndoSteps.Where(s => some.Contains(s.RecommendationId))
                    .ToListAsync(cancellation)
            );
        }
        foreach (var item in created)
        {
            context.RemoveRange(item.Supporting);
            context.RemoveRange(item.Places);
            context.RemoveRange(item.FrameworkEntries);
            context.RemoveRange(item.Periods);
        }
        context.RemoveRange(created);
        await RemoveEmptyAsync(write, batch, created, cancellation);
    }

    /// <summary>A workshop that came with the file and that nothing else belongs to. Its version says that nobody touched it.</summary>
    private static async Task RemoveEmptyAsync(
        Write write,
        ImportBatch batch,
        List<Recommendation> created,
        CancellationToken cancellation
    )
    {
        var gone = created.Select(r => r.Id).ToHashSet();
        foreach (
            var workshop in created.Select(r => r.Workshop!).Distinct().Where(w => w.Version == 1)
        )
        {
            var held = await write
                .Context.Recommendations.Where(r => r.WorkshopId == workshop.Id)
                .Select(r => r.Id)
                .ToListAsync(cancellation);
            var isShared = await write.Context.ShareLinks.AnyAsync(
                l => l.WorkshopId == workshop.Id,
                cancellation
            );
            if (
                held.TrueForAll(gone.Contains)
                && !isShared
                && await BeganHereAsync(write, batch, workshop.Code, cancellation)
            )
            {
                write.Context.Remove(workshop);
            }
        }
    }

    /// <summary>A workshop that somebody typed in stays, though its only recommendations came with a file.</summary>
    private static async Task<bool> BeganHereAsync(
        Write write,
        ImportBatch batch,
        string code,
        CancellationToken cancellation
    )
    {
        var (brought, at) = (Codes.Of(Deed.ImportFile), batch.At);
        return await write.Context.HistoryLines.AnyAsync(
            l => l.Kind == "workshop" && l.Subject == code && l.Deed == brought && l.At == at,
            cancellation
        );
    }
}
