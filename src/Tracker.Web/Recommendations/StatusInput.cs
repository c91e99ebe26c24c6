using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Recommendations;

/// <summary>A change of status as it is typed: days and numbers are texts until they are read.</summary>
public class StatusInput
{
    public string? To { get; set; }
    public long Version { get; set; }
    public string? UpdateText { get; set; }
    public string? Percent { get; set; }
    public string? Reason { get; set; }
    public string? Comment { get; set; }
    public string? ReviewDate { get; set; }
    public string? DueDate { get; set; }
    public string? Summary { get; set; }
    public string? CompletionDate { get; set; }
    public string? VerificationNote { get; set; }

    /// <summary>The code of a <see cref="ClosureOutcome"/>.</summary>
    public string? Outcome { get; set; }

    /// <summary>The code of another recommendation.</summary>
    public string? ReplacedBy { get; set; }

    /// <summary>What the person filled in.</summary>
    public IReadOnlyList<Requirement> Typed =>
        [
            .. new (Requirement What, string? Text)[]
            {
                (Requirement.UpdateText, UpdateText),
                (Requirement.Reason, Reason),
                (Requirement.Comment, Comment),
                (Requirement.ReviewDate, ReviewDate),
                (Requirement.DueDate, DueDate),
                (Requirement.Summary, Summary),
                (Requirement.CompletionDate, CompletionDate),
                (Requirement.VerificationNote, VerificationNote),
                (Requirement.ClosureOutcome, Outcome),
            }
                .Where(f => !string.IsNullOrEmpty(f.Text))
                .Select(f => f.What),
        ];

    /// <summary>The change that was meant; what could not be read is among the reader's faults.</summary>
    public StatusChange Read(InputReader read)
    {
        return new StatusChange
        {
            To = Codes.TryParse<ImplementationStatus>(To, out var to) ? to : default,
            UpdateText = UpdateText,
            Reason = Reason,
            Comment = Comment,
            ReviewDate = read.Day("ReviewDate", ReviewDate),
            DueDate = read.Day("DueDate", DueDate),
            Percent = read.Number("Percent", Percent),
            Summary = Summary,
            CompletionDate = read.Day("CompletionDate", CompletionDate),
            VerificationNote = VerificationNote,
            Outcome = Codes.TryParse<ClosureOutcome>(Outcome, out var outcome) ? outcome : null,
            ReplacedBy = InputReader.Code(ReplacedBy) is { Length: > 0 } other ? other : null,
        };
    }
}
