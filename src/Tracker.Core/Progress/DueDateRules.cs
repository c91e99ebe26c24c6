namespace Tracker.Core.Progress;

/// <summary>When a commitment is due: on one day, or again and again. Never both.</summary>
public readonly record struct Term(DateOnly? DueDate, Frequency? Frequency)
{
    public bool IsSet => DueDate is not null || Frequency is not null;
}

/// <summary>Setting and moving a due date, or giving a frequency in its place.</summary>
public static class DueDateRules
{
    /// <summary>A first date needs no reason; moving or taking away one does.</summary>
    public static bool NeedsReason(DateOnly? old, DateOnly? next) => old is not null && next != old;

    /// <summary>The same of a frequency, and of putting one in the place of the other.</summary>
    public static bool NeedsReason(Term old, Term next) => old.IsSet && next != old;

    public static IReadOnlyList<FieldFault> Check(
        DateOnly? old,
        DateOnly? next,
        string? reason,
        DateOnly workshopEnd
    ) => Check(new Term(old, null), new Term(next, null), reason, workshopEnd);

    public static IReadOnlyList<FieldFault> Check(
        Term old,
        Term next,
        string? reason,
        DateOnly workshopEnd
    )
    {
        var faults = new List<FieldFault>();
        if (!next.IsSet && !old.IsSet)
        {
            faults.Add(new("DueDate", Fault.Required));
        }
        if (next.DueDate < workshopEnd)
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
