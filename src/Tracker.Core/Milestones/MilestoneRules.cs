using System.Globalization;
using Tracker.Core.Recommendations;

namespace Tracker.Core.Milestones;

/// <summary>Setting, moving, reaching and dropping milestones.</summary>
public static class MilestoneRules
{
    public const int LongestReason = 2000;

    /// <summary>More than this is another plan, not a milestone.</summary>
    public const int MostServed = 20;

    /// <summary>
    /// A milestone is late from the day after its date, where the dates of the recommendation bind: not while it is
    /// deferred, declared or closed, and never where it was not accepted.
    /// </summary>
    public static bool IsLate(
        DateOnly due,
        bool expected,
        ImplementationStatus status,
        Acceptance acceptance,
        DateOnly today
    ) =>
        expected && due < today && FlagRules.IsWork(status) && acceptance != Acceptance.NotAccepted;

    public static IReadOnlyList<FieldFault> Check(MilestoneEntry entry, DateOnly workshopEnd)
    {
        var faults = new List<FieldFault>();
        if (string.IsNullOrWhiteSpace(entry.Title))
        {
            faults.Add(new("Title", Fault.Required));
        }
        else if (entry.Title.Trim().Length > RecommendationEntry.LongestTitle)
        {
            faults.Add(new("Title", Fault.TooLong, "300"));
        }
        faults.AddRange(CheckDate("DueDate", entry.DueDate, workshopEnd));
        return faults;
    }

    /// <summary>A moved date needs a reason; the same date again needs none, and moves nothing.</summary>
    public static IReadOnlyList<FieldFault> CheckMove(
        DateOnly old,
        DateOnly? next,
        string? reason,
        DateOnly workshopEnd
    ) => [.. CheckDate("DueDate", next, workshopEnd), .. next == old ? [] : CheckReason(reason)];

    public static IReadOnlyList<FieldFault> CheckReached(
        DateOnly? day,
        DateOnly workshopEnd,
        DateOnly today
    ) =>
        day > today
            ? [new FieldFault("ReachedOn", Fault.InTheFuture, Iso(day.Value))]
            : CheckDate("ReachedOn", day, workshopEnd);

    public static IReadOnlyList<FieldFault> CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? [new("Reason", Fault.ReasonRequired)]
        : reason.Length > LongestReason ? [new("Reason", Fault.TooLong, "2000")]
        : [];

    private static IReadOnlyList<FieldFault> CheckDate(
        string field,
        DateOnly? day,
        DateOnly workshopEnd
    ) =>
        day is null ? [new(field, Fault.Required)]
        : day < workshopEnd ? [new(field, Fault.BeforeWorkshop, Iso(workshopEnd))]
        : [];

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
