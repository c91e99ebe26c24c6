using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>The due dates a recommendation had before: a moved date keeps the old one and the reason.</summary>
internal static class FormerDueDates
{
    public static async Task<IReadOnlyList<FormerDueDate>> OfAsync(
        TrackerContext context,
        string code,
        CancellationToken cancellation
    )
    {
        var moves = await context
            .HistoryLines.Where(l =>
                l.Subject == code && l.Kind == "recommendation" && l.Field == "due_date"
            )
            .OrderByDescending(l => l.Sequence)
            .Join(
                context.HistoryTexts.Where(t => t.Before != null),
                l => l.Sequence,
                t => t.Sequence,
                (l, t) =>
                    new
                    {
                        l.ActId,
                        l.At,
                        l.Sequence,
                        t.Before,
                    }
            )
            .OrderByDescending(m => m.Sequence)
            .ToListAsync(cancellation);
        var acts = moves.Select(m => m.ActId).ToList();
        var reasons = await context
            .HistoryLines.Where(l =>
                l.Subject == code && l.Field == "reason" && acts.Contains(l.ActId)
            )
            .Join(
                context.HistoryTexts,
                l => l.Sequence,
                t => t.Sequence,
                (l, t) => new { l.ActId, t.After }
            )
            .ToListAsync(cancellation);
        return
        [
            .. moves.Select(m => new FormerDueDate(
                DateOnly.ParseExact(m.Before!, "O", CultureInfo.InvariantCulture),
                m.At,
                reasons.Find(r => r.ActId == m.ActId)?.After
            )),
        ];
    }
}
