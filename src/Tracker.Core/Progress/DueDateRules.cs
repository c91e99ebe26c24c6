namespace Tracker.Core.Progress;

/// <summary>Setting and moving a due date.</summary>
public static class DueDateRules
{
    /// <summary>A first date needs no reason; moving or taking away one does.</summary>
    public static bool NeedsReason(DateOnly? old, DateOnly? next) => old is not null && next != old;

    public static IReadOnlyList<FieldFault> Check(
        DateOnly? old,
        DateOnly? next,
        string? reason,
        DateOnly workshopEnd
    )
    {
        var faults = new List<FieldFault>();
        if (next is null && old is null)
        {
            faults.Add(new("DueDate", Fault.Required));
        }
        if (next < workshopEnd)
        {
            faults.Add(new("DueDate", Fault.BeforeWorkshop, Iso(workshopEnd)));
        }
        if (NeedsReason(old, next) && string.IsNullOrWhiteSpace(reason))
        {
            faults.Add(new("Reason", Fault.ReasonRequired));
        }
        if (reason?.Length > StatusChangeRules.LongestText)
        {
            faults.Add(new("Reason", Fault.TooLong, "4000"));
        }
        return faults;
    }

    private static string Iso(DateOnly day) =>
        day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
