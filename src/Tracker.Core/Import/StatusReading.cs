using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// What a file says of the state, and what that may become: done words give implemented and never verified, and what
/// was verified here stays so. Source: the domain pack's catalogue, D14.
/// </summary>
internal static class StatusReading
{
    /// <param name="hasReason">The person typed why.</param>
    /// <param name="before">Of the recommendation that is there; null for a new one.</param>
    /// <returns>Null where no word of the vocabulary is found: the record is held back.</returns>
    public static ImplementationStatus? Read(
        string typed,
        bool hasReason,
        RowDraft draft,
        ImplementationStatus? before
    )
    {
        if (before is not null && string.IsNullOrWhiteSpace(typed))
        {
            return before;
        }
        var (status, isInterpreted) = ImportValues.Status(typed);
        if (status is not { } said)
        {
            draft.Note(ImportReasonKind.StatusUnknown, ImportField.Status, typed.Trim());
            return null;
        }
        var isDone = said is ImplementationStatus.Implemented or ImplementationStatus.Verified;
        if (before == said || (isDone && before == ImplementationStatus.Verified))
        {
            return before;
        }
        if (said == ImplementationStatus.Verified)
        {
            draft.Note(ImportReasonKind.NeverVerified, ImportField.Status, typed.Trim());
            said = ImplementationStatus.Implemented;
            if (before == said)
            {
                return said;
            }
        }
        if (isInterpreted)
        {
            draft.Note(ImportReasonKind.StatusInterpreted, ImportField.Status, Codes.Of(said));
        }
        if (said == ImplementationStatus.Implemented)
        {
            draft.Note(ImportReasonKind.EvidenceMissing, ImportField.Status);
        }
        if (
            !hasReason
            && said is ImplementationStatus.NoLongerApplicable or ImplementationStatus.Deferred
        )
        {
            draft.Note(ImportReasonKind.ReasonRequired, ImportField.StatusReason);
        }
        return said;
    }
}
