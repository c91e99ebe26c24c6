using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;

namespace Tracker.Data.Recommendations;

/// <summary>Groups a set of recommendations in one pass. The flags are the same bounds as in <see cref="FlagRules"/>.</summary>
internal static class Tallying
{
    public static async Task<RecommendationTally> TallyAsync(
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
                r.Acceptance,
                r.Kind,
                r.ThemeCode,
                r.LeadStanding,
                Due = r.DueDate == null || r.DueDate > soon ? 0
                : r.DueDate >= today ? 1
                : 2,
                Silent = (r.LastUpdateOn ?? r.PublishedOn) < silent ? 1 : 0,
                Waiting = r.StatusSince < waited ? 1 : 0,
                Review = r.ReviewDate < today ? 1 : 0,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellation);
        return new RecommendationTally([
            .. groups.Select(g => new TallyGroup(
                g.Key.Status,
                g.Key.Acceptance,
                g.Key.Kind,
                g.Key.ThemeCode,
                g.Key.LeadStanding,
                FlagsOf(
                    g.Key.Status,
                    g.Key.Acceptance,
                    g.Key.Due,
                    g.Key.Silent == 1,
                    g.Key.Waiting == 1,
                    g.Key.Review == 1
                ),
                g.Count
            )),
        ]);
    }

    private static Flags FlagsOf(
        ImplementationStatus status,
        Acceptance acceptance,
        int due,
        bool silent,
        bool waiting,
        bool review
    )
    {
        if (acceptance == Acceptance.NotAccepted)
        {
            return Flags.None;
        }
        var dated = due switch
        {
            1 => Flags.DueSoon,
            2 => Flags.Overdue,
            _ => Flags.None,
        };
        return status switch
        {
            ImplementationStatus.NotStarted or ImplementationStatus.InProgress => dated
                | (silent ? Flags.Stale : Flags.None),
            ImplementationStatus.Implemented when waiting => Flags.AwaitingVerification,
            ImplementationStatus.Deferred when review => Flags.ReviewDue,
            _ => Flags.None,
        };
    }
}
