using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;

namespace Tracker.Data.Recommendations;

/// <summary>Counts statuses, flags and leads of a set of recommendations in one pass.</summary>
internal static class Counting
{
    public static async Task<RecommendationCounts> CountAsync(
        IQueryable<Recommendation> kept,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var soon = today.AddDays(FlagRules.DueSoonDays);
        var silent = today.AddDays(-FlagRules.StaleDays);
        var waited = today.AddDays(-FlagRules.VerificationDays);
        var groups = await kept.GroupBy(r => new
            {
                r.Status,
                Bound = r.Acceptance != Acceptance.NotAccepted,
            })
            .Select(g => new
            {
                g.Key.Status,
                g.Key.Bound,
                Total = g.Count(),
                Late = g.Sum(r => r.DueDate < today ? 1 : 0),
                Soon = g.Sum(r => r.DueDate >= today && r.DueDate <= soon ? 1 : 0),
                Silent = g.Sum(r => (r.LastUpdateOn ?? r.PublishedOn) < silent ? 1 : 0),
                Waiting = g.Sum(r => r.StatusSince < waited ? 1 : 0),
                Review = g.Sum(r => r.ReviewDate < today ? 1 : 0),
                Unconfirmed = g.Sum(r => r.LeadStanding == LeadStanding.Proposed ? 1 : 0),
                Unassigned = g.Sum(r => r.LeadCode == null ? 1 : 0),
            })
            .ToListAsync(cancellation);
        var work = groups.Where(g => g.Bound && FlagRules.IsWork(g.Status)).ToList();
        var declared = groups.Where(g => g.Bound && g.Status == ImplementationStatus.Implemented);
        var deferred = groups.Where(g => g.Bound && g.Status == ImplementationStatus.Deferred);
        return new RecommendationCounts(
            groups.Sum(g => g.Total),
            Enum.GetValues<ImplementationStatus>()
                .ToDictionary(s => s, s => groups.Where(g => g.Status == s).Sum(g => g.Total)),
            new Dictionary<Flags, int>
            {
                [Flags.Overdue] = work.Sum(g => g.Late),
                [Flags.DueSoon] = work.Sum(g => g.Soon),
                [Flags.Stale] = work.Sum(g => g.Silent),
                [Flags.AwaitingVerification] = declared.Sum(g => g.Waiting),
                [Flags.ReviewDue] = deferred.Sum(g => g.Review),
            },
            groups.Sum(g => g.Unconfirmed),
            groups.Sum(g => g.Unassigned)
        );
    }
}
