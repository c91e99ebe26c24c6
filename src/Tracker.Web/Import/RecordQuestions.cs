using Tracker.Core.Import;

namespace Tracker.Web.Import;

/// <summary>What a person can be asked of a record, and at which fields they answer.</summary>
internal static class RecordQuestions
{
    /// <summary>
    /// The fields to be answered, each once, and those that were: an answer can be taken back as long as the file waits.
    /// What is held back can always be left out.
    /// </summary>
    public static IReadOnlyList<ImportField> Of(ImportRecord record, ImportAnswers answers)
    {
        IEnumerable<ImportField> asked = record.Action
            is ImportAction.Skip
                or ImportAction.Unchanged
            ? []
            : record.Reasons.Select(FieldOf).OfType<ImportField>();
        if (record.Action == ImportAction.HeldBack)
        {
            asked = asked.Append(ImportField.Decision);
        }
        var given = answers.ByRecord.GetValueOrDefault(record.RecordNo)?.Keys ?? [];
        return [.. asked.Concat(given).Distinct().Order()];
    }

    private static ImportField? FieldOf(ImportReason reason) =>
        reason.Kind switch
        {
            ImportReasonKind.PersonalData => ImportField.Decision,
            ImportReasonKind.ReasonRequired => ImportField.StatusReason,
            ImportReasonKind.SameCodeOtherText
            or ImportReasonKind.CodeGuessed
            or ImportReasonKind.CodeMissing => ImportField.Code,
            ImportReasonKind.OrganisationUnknown when reason.Field == ImportField.Lead =>
                ImportField.Lead,
            ImportReasonKind.SeveralLeads or ImportReasonKind.CannotLead => ImportField.Lead,
            ImportReasonKind.DateAmbiguous
            or ImportReasonKind.GoalProposed
            or ImportReasonKind.GoalUnknown
            or ImportReasonKind.PlaceProposed
            or ImportReasonKind.PlaceUnknown => reason.Field,
            ImportReasonKind.ArchivedAlready => ImportField.Decision,
            _ when reason.HoldsBack => reason.Field,
            _ => null,
        };
}
