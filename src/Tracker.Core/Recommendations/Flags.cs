namespace Tracker.Core.Recommendations;

/// <summary>What is computed from dates and never stored. Source: status_vocabulary.csv, glossary "States and dates".</summary>
[Flags]
public enum Flags
{
    None = 0,
    Overdue = 1,
    DueSoon = 2,
    Stale = 4,
    AwaitingVerification = 8,
    ReviewDue = 16,
}

/// <summary>The dates and states the flags are computed from.</summary>
public readonly record struct FlagFacts(
    ImplementationStatus Status,
    Acceptance Acceptance,
    DateOnly? DueDate,
    DateOnly? ReviewDate,
    DateOnly? LastUpdateOn,
    DateOnly? PublishedOn,
    DateOnly StatusSince
);

/// <summary>
/// The one definition of the flags. The data layer states the same bounds as range conditions; a test holds the two together.
/// </summary>
public static class FlagRules
{
    /// <summary>Days before the due date from which an item is "due soon".</summary>
    public const int DueSoonDays = 30;

    /// <summary>Days without an update after which an item is stale.</summary>
    public const int StaleDays = 90;

    /// <summary>Days a declaration may wait for the verifier.</summary>
    public const int VerificationDays = 30;

    public static Flags Of(FlagFacts item, DateOnly today)
    {
        if (item.Acceptance == Acceptance.NotAccepted)
        {
            return Flags.None;
        }
        var flags = Flags.None;
        if (IsWork(item.Status))
        {
            flags |= DueFlag(item.DueDate, today);
            if (
                (item.LastUpdateOn ?? item.PublishedOn) is { } heard
                && heard < today.AddDays(-StaleDays)
            )
            {
                flags |= Flags.Stale;
            }
        }
        if (
            item.Status == ImplementationStatus.Implemented
            && item.StatusSince < today.AddDays(-VerificationDays)
        )
        {
            flags |= Flags.AwaitingVerification;
        }
        if (item.Status == ImplementationStatus.Deferred && item.ReviewDate < today)
        {
            flags |= Flags.ReviewDue;
        }
        return flags;
    }

    /// <summary>Not started or in progress: work is still owed, so dates bind.</summary>
    public static bool IsWork(ImplementationStatus status) =>
        status is ImplementationStatus.NotStarted or ImplementationStatus.InProgress;

    /// <summary>Closed means verified or no longer applicable.</summary>
    public static bool IsOpen(ImplementationStatus status) =>
        status is not (ImplementationStatus.Verified or ImplementationStatus.NoLongerApplicable);

    private static Flags DueFlag(DateOnly? due, DateOnly today)
    {
        if (due is not { } day)
        {
            return Flags.None;
        }
        if (day < today)
        {
            return Flags.Overdue;
        }
        return day <= today.AddDays(DueSoonDays) ? Flags.DueSoon : Flags.None;
    }
}
