using System.Linq.Expressions;
using Tracker.Core.Recommendations;

namespace Tracker.Data.Recommendations;

/// <summary>Each computed flag as a range condition both databases can answer from columns.</summary>
internal static class FlagConditions
{
    public static Expression<Func<Standing, bool>> Of(Flags flag, DateOnly today)
    {
        var soon = today.AddDays(FlagRules.DueSoonDays);
        var silent = today.AddDays(-FlagRules.StaleDays);
        var waited = today.AddDays(-FlagRules.VerificationDays);
        return flag switch
        {
            Flags.Overdue => r =>
                r.Acceptance != Acceptance.NotAccepted
                && (
                    r.Status == ImplementationStatus.NotStarted
                    || r.Status == ImplementationStatus.InProgress
                )
                && r.DueDate < today,
            Flags.DueSoon => r =>
                r.Acceptance != Acceptance.NotAccepted
                && (
                    r.Status == ImplementationStatus.NotStarted
                    || r.Status == ImplementationStatus.InProgress
                )
                && r.DueDate >= today
                && r.DueDate <= soon,
            Flags.Stale => r =>
                r.Acceptance != Acceptance.NotAccepted
                && (
                    r.Status == ImplementationStatus.NotStarted
                    || r.Status == ImplementationStatus.InProgress
                )
                && (r.LastUpdateOn ?? r.PublishedOn) < silent,
            Flags.AwaitingVerification => r =>
                r.Acceptance != Acceptance.NotAccepted
                && r.Status == ImplementationStatus.Implemented
                && r.StatusSince < waited,
            Flags.ReviewDue => r =>
                r.Acceptance != Acceptance.NotAccepted
                && r.Status == ImplementationStatus.Deferred
                && r.ReviewDate < today,
            _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "One flag at a time."),
        };
    }
}
