using Tracker.Core.Import;

namespace Tracker.Web.Import;

/// <summary>What a person can be asked of a record, and at which fields they answer.</summary>
internal static class RecordQuestions
{
    /// <summary>The fields to be answered, each once, in the order of the file.</summary>
    public static IReadOnlyList<ImportField> Of(ImportRecord record) =>
        record.Action is ImportAction.Skip or ImportAction.Unchanged
            ? []
            : [.. record.Reasons.Select(FieldOf).OfType<ImportField>().Distinct().Order()];

    public static bool Asks(ImportRecord record) => Of(record).Count > 0;

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
            _ when reason.HoldsBack => reason.Field,
            _ => null,
        };
}
