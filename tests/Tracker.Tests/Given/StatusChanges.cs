using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;

namespace Tracker.Tests.Given;

/// <summary>Changes of status as people send them.</summary>
internal static class StatusChanges
{
    private static readonly DateOnly Ahead = new(2021, 9, 30);

    /// <summary>Whole: what every move may ask for.</summary>
    public static StatusChange Whole(ImplementationStatus to) =>
        new()
        {
            To = to,
            UpdateText = "Cadre de concertation installé",
            Reason = "Budget gelé",
            Comment = "Il manque la version publiée",
            ReviewDate = Ahead,
            DueDate = Ahead,
            Summary = "Dispositif en service dans les trois cercles",
            CompletionDate = new(2020, 12, 31),
            VerificationNote = "Décret publié au journal officiel",
            Outcome = ClosureOutcome.FullyImplemented,
        };

    public static StatusChange Lacking(StatusChange change, Requirement missing) =>
        missing switch
        {
            Requirement.UpdateText => change with { UpdateText = " " },
            Requirement.Reason => change with { Reason = null },
            Requirement.Comment => change with { Comment = "" },
            Requirement.ReviewDate => change with { ReviewDate = null },
            Requirement.DueDate => change with { DueDate = null },
            Requirement.Summary => change with { Summary = null },
            Requirement.CompletionDate => change with { CompletionDate = null },
            Requirement.VerificationNote => change with { VerificationNote = "" },
            Requirement.ClosureOutcome => change with { Outcome = null },
            _ => throw new ArgumentOutOfRangeException(nameof(missing)),
        };
}
