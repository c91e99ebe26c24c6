using Tracker.Core.Recommendations;
using Tracker.Core.Verification;

namespace Tracker.Core.Progress;

/// <summary>What a person sends with a change of status. Which of the texts and dates are needed depends on the move.</summary>
public sealed record StatusChange
{
    public required ImplementationStatus To { get; init; }
    public string? UpdateText { get; init; }
    public string? Reason { get; init; }
    public string? Comment { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary>What was done, where the lead declares it implemented.</summary>
    public string? Summary { get; init; }
    public DateOnly? CompletionDate { get; init; }

    /// <summary>What the verifier saw.</summary>
    public string? VerificationNote { get; init; }
    public ClosureOutcome? Outcome { get; init; }

    /// <summary>The code of the recommendation that takes its place, where it is no longer applicable.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>0 to 100; null leaves the percentage as it stands.</summary>
    public int? Percent { get; init; }
}

/// <summary>The dates a change is checked against.</summary>
public readonly record struct ChangeContext(
    DateOnly WorkshopEnd,
    DateOnly Today,
    DateOnly? OldDueDate,
    int Evidence = 0
);

/// <summary>Checks a change of status against what its move asks for.</summary>
public static class StatusChangeRules
{
    public const int LongestText = 4000;

    /// <summary>Where a missing piece of evidence is said.</summary>
    public const string EvidenceField = "Evidence";

    /// <summary>All broken rules at once, so that a form is corrected in one go. Empty where the change may be saved.</summary>
    public static IReadOnlyList<FieldFault> Check(
        StatusChange change,
        OfferedMove move,
        ChangeContext context
    )
    {
        var faults = new List<FieldFault>();
        foreach (var asked in move.Requires)
        {
            faults.AddRange(
                asked switch
                {
                    Requirement.UpdateText => Text(nameof(change.UpdateText), change.UpdateText),
                    Requirement.Reason => Text(nameof(change.Reason), change.Reason),
                    Requirement.Comment => Text(nameof(change.Comment), change.Comment),
                    Requirement.ReviewDate => After(
                        nameof(change.ReviewDate),
                        change.ReviewDate,
                        context.Today
                    ),
                    Requirement.DueDate => NewDueDate(change, context),
                    Requirement.Summary => Text(nameof(change.Summary), change.Summary),
                    Requirement.CompletionDate => NotAfter(
                        nameof(change.CompletionDate),
                        change.CompletionDate,
                        context.Today
                    ),
                    Requirement.Evidence when context.Evidence == 0 =>
                    [
                        new(EvidenceField, Fault.EvidenceRequired),
                    ],
                    Requirement.VerificationNote => Text(
                        nameof(change.VerificationNote),
                        change.VerificationNote
                    ),
                    Requirement.ClosureOutcome when change.Outcome is null =>
                    [
                        new(nameof(change.Outcome), Fault.Required),
                    ],
                    _ => [],
                }
            );
        }
        if (change.Percent is < 0 or > 100)
        {
            faults.Add(new(nameof(change.Percent), Fault.OutOfRange, "0–100"));
        }
        return faults;
    }

    private static IEnumerable<FieldFault> Text(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new(field, Fault.Required);
        }
        else if (text.Length > LongestText)
        {
            yield return new(
                field,
                Fault.TooLong,
                LongestText.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }

    private static IEnumerable<FieldFault> NotAfter(string field, DateOnly? day, DateOnly today)
    {
        if (day is null)
        {
            yield return new(field, Fault.Required);
        }
        else if (day > today)
        {
            yield return new(field, Fault.InTheFuture);
        }
    }

    private static IEnumerable<FieldFault> After(string field, DateOnly? day, DateOnly today)
    {
        if (day is null)
        {
            yield return new(field, Fault.Required);
        }
        else if (day <= today)
        {
            yield return new(field, Fault.InThePast);
        }
    }

    /// <summary>Resuming gives a new date; where there was another one, moving it needs a reason like any move of a date.</summary>
    private static IEnumerable<FieldFault> NewDueDate(StatusChange change, ChangeContext context)
    {
        // Inclusive: what is due today is late tomorrow.
        foreach (
            var fault in After(nameof(change.DueDate), change.DueDate, context.Today.AddDays(-1))
        )
        {
            yield return fault;
        }
        if (change.DueDate < context.WorkshopEnd)
        {
            yield return new(
                nameof(change.DueDate),
                Fault.BeforeWorkshop,
                context.WorkshopEnd.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
            );
        }
        if (DueDateRules.NeedsReason(context.OldDueDate, change.DueDate))
        {
            foreach (var fault in Text(nameof(change.Reason), change.Reason))
            {
                yield return fault;
            }
        }
    }
}
