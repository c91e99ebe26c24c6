namespace Tracker.Core.Import;

/// <summary>What was noticed about a record. The codes D01 to D22 are those of the catalogue of the domain pack.</summary>
public enum ImportReasonKind
{
    FrenchDate,
    Inherited,
    Trimmed,
    CodeNormalised,
    CodeGuessed,
    CodeMissing,
    SpacesAndCase,
    DateInterpreted,
    DateImpossible,
    DateAmbiguous,
    NoDueDate,
    DueBeforeWorkshop,
    PercentInterpreted,
    PercentImpossible,
    OrganisationMatched,
    OrganisationUnknown,
    SeveralLeads,
    LineBreaks,
    SameRecordTwice,
    SameCodeOtherText,
    EmptyRow,
    SectionTitle,
    HeaderRepeated,
    TotalRow,
    TextMissing,
    AccentsRecomposed,
    TextRepaired,
    StatusInterpreted,
    EvidenceMissing,
    ReasonRequired,
    NeverVerified,
    StatusUnknown,
    ThemeUnknown,
    PersonalData,
    PlaceSplit,
    PlaceProposed,
    PlaceOfItsDay,
    PlaceUnknown,
    GoalProposed,
    GoalUnknown,
    LooksLikeFormula,
    NearDuplicate,
    KnownCode,
    LongText,
    OtherLanguage,
    WorkshopUnknown,
    CodeUnfit,
    LeftOut,
    CannotLead,
    TextTooLong,
    ArchivedAlready,
}

/// <summary>One thing noticed, with what it concerns and what the sentence names.</summary>
/// <param name="Detail">A value: what was proposed, a code, a date.</param>
public sealed record ImportReason(
    ImportReasonKind Kind,
    ImportField? Field = null,
    string? Detail = null
)
{
    /// <summary>The code of the catalogue; null for what it does not list.</summary>
    public string? Dirt =>
        Kind switch
        {
            ImportReasonKind.FrenchDate => "D01",
            ImportReasonKind.Inherited => "D02",
            ImportReasonKind.Trimmed => "D03",
            ImportReasonKind.CodeNormalised
            or ImportReasonKind.CodeGuessed
            or ImportReasonKind.CodeMissing
            or ImportReasonKind.CodeUnfit => "D04",
            ImportReasonKind.SpacesAndCase => "D05",
            ImportReasonKind.DateInterpreted
            or ImportReasonKind.DateImpossible
            or ImportReasonKind.DateAmbiguous
            or ImportReasonKind.NoDueDate
            or ImportReasonKind.DueBeforeWorkshop => "D06",
            ImportReasonKind.PercentInterpreted or ImportReasonKind.PercentImpossible => "D07",
            ImportReasonKind.OrganisationMatched => "D08",
            ImportReasonKind.OrganisationUnknown
            or ImportReasonKind.SeveralLeads
            or ImportReasonKind.CannotLead => "D09",
            ImportReasonKind.LineBreaks => "D10",
            ImportReasonKind.SameRecordTwice or ImportReasonKind.SameCodeOtherText => "D11",
            ImportReasonKind.EmptyRow
            or ImportReasonKind.SectionTitle
            or ImportReasonKind.HeaderRepeated
            or ImportReasonKind.TotalRow
            or ImportReasonKind.TextMissing => "D12",
            ImportReasonKind.AccentsRecomposed or ImportReasonKind.TextRepaired => "D13",
            ImportReasonKind.StatusInterpreted
            or ImportReasonKind.EvidenceMissing
            or ImportReasonKind.ReasonRequired
            or ImportReasonKind.NeverVerified => "D14",
            ImportReasonKind.PersonalData => "D15",
            ImportReasonKind.PlaceSplit
            or ImportReasonKind.PlaceProposed
            or ImportReasonKind.PlaceOfItsDay
            or ImportReasonKind.PlaceUnknown => "D16",
            ImportReasonKind.GoalProposed or ImportReasonKind.GoalUnknown => "D17",
            ImportReasonKind.LooksLikeFormula => "D18",
            ImportReasonKind.NearDuplicate => "D19",
            ImportReasonKind.KnownCode => "D20",
            ImportReasonKind.LongText => "D21",
            ImportReasonKind.OtherLanguage => "D22",
            _ => null,
        };

    /// <summary>Said, but no cause for doubt: the day first is how dates are written here, and spaces say nothing.</summary>
    public bool IsPlain =>
        Kind
            is ImportReasonKind.FrenchDate
                or ImportReasonKind.Trimmed
                or ImportReasonKind.SpacesAndCase
                or ImportReasonKind.LineBreaks;

    /// <summary>The record cannot be written as it stands.</summary>
    public bool HoldsBack =>
        Kind
            is ImportReasonKind.DateImpossible
                or ImportReasonKind.PercentImpossible
                or ImportReasonKind.SameCodeOtherText
                or ImportReasonKind.TextMissing
                or ImportReasonKind.ThemeUnknown
                or ImportReasonKind.StatusUnknown
                or ImportReasonKind.WorkshopUnknown
                or ImportReasonKind.CodeUnfit
                or ImportReasonKind.TextTooLong
                or ImportReasonKind.ArchivedAlready;

    /// <summary>The row is no record at all.</summary>
    public bool Skips =>
        Kind
            is ImportReasonKind.EmptyRow
                or ImportReasonKind.SectionTitle
                or ImportReasonKind.HeaderRepeated
                or ImportReasonKind.TotalRow
                or ImportReasonKind.SameRecordTwice
                or ImportReasonKind.LeftOut;
}
