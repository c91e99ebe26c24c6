namespace Tracker.Core;

/// <summary>How one deed on many things ended, row by row: those done are saved together, the others are as they were.</summary>
/// <param name="Rows">In the order of their codes.</param>
public sealed record SeveralOutcome(IReadOnlyList<RowEnd> Rows)
{
    /// <summary>How many things one deed may touch: more would keep every other writer waiting.</summary>
    public const int Most = 1000;

    /// <summary>Why nothing was tried at all: nothing chosen, too many, a reason missing. Null where rows were tried.</summary>
    public Outcome? Whole { get; private init; }

    public IEnumerable<RowEnd> Done => Rows.Where(r => r.Outcome is Outcome.Done);

    public IEnumerable<RowEnd> Left => Rows.Where(r => r.Outcome is not Outcome.Done);

    /// <summary>Nothing was tried.</summary>
    public static SeveralOutcome None(Outcome why) => new([]) { Whole = why };
}

/// <summary>Which faults speak of what was typed for all, and which of one thing only.</summary>
public static class SeveralRules
{
    /// <summary>A missing reason stops the whole deed; a date before this row's workshop leaves this row only.</summary>
    public static bool ConcernsAll(Outcome outcome) =>
        outcome is Outcome.Invalid invalid && invalid.Faults.Any(f => !OfOneRow(f.Fault));

    private static bool OfOneRow(Fault fault) =>
        fault
            is Fault.NotOffered
                or Fault.BeforeWorkshop
                or Fault.LeadAmongSupporting
                or Fault.EvidenceRequired
                or Fault.NotItself;
}

/// <summary>How the deed ended for one thing.</summary>
public sealed record RowEnd(string Code, Outcome Outcome);

/// <summary>One thing of many, with the version the actor was shown.</summary>
public readonly record struct ChosenRow(string Code, long Version);
