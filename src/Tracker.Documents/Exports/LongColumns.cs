using Tracker.Core.Exports;
using Tracker.Core.Words;

namespace Tracker.Documents.Exports;

/// <summary>The columns of the long sheets: one row for each pair or event. New ones go to the end; none is renamed.</summary>
internal static class LongColumns
{
    private const double Code = 16;
    private const double Word = 18;
    private const double Name = 34;
    private const double Long = 60;

    public static IReadOnlyList<ExportColumn<ExportEntry>> Entries { get; } =
    [
        new TextColumn<ExportEntry>("code", Code, (r, _) => r.Code),
        new TextColumn<ExportEntry>("status", Word, (r, _) => Codes.Of(r.Status))
        {
            Family = "status",
        },
        new TextColumn<ExportEntry>("framework_code", Code, (r, _) => r.FrameworkCode),
        new TextColumn<ExportEntry>("framework_fr", Name, (r, _) => r.Framework.Fr),
        new TextColumn<ExportEntry>("framework_en", Name, (r, _) => r.Framework.En),
        new TextColumn<ExportEntry>("entry_code", Code, (r, _) => r.EntryCode),
        new TextColumn<ExportEntry>("entry_fr", Long, (r, _) => r.Entry.Fr),
        new TextColumn<ExportEntry>("entry_en", Long, (r, _) => r.Entry.En),
        new LinkColumn<ExportEntry>("link", r => r.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportPartner>> Partners { get; } =
    [
        new TextColumn<ExportPartner>("code", Code, (r, _) => r.Code),
        new TextColumn<ExportPartner>("status", Word, (r, _) => Codes.Of(r.Status))
        {
            Family = "status",
        },
        new TextColumn<ExportPartner>("organisation_code", Code, (r, _) => r.OrganisationCode),
        new TextColumn<ExportPartner>("organisation_fr", Long, (r, _) => r.Organisation.Fr),
        new TextColumn<ExportPartner>("organisation_en", Long, (r, _) => r.Organisation.En),
        new LinkColumn<ExportPartner>("link", r => r.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportPlace>> Places { get; } =
    [
        new TextColumn<ExportPlace>("code", Code, (r, _) => r.Code),
        new TextColumn<ExportPlace>("status", Word, (r, _) => Codes.Of(r.Status))
        {
            Family = "status",
        },
        new TextColumn<ExportPlace>("place_code", Code, (r, _) => r.PlaceCode),
        new TextColumn<ExportPlace>("place_fr", Name, (r, _) => r.Place.Fr),
        new TextColumn<ExportPlace>("place_en", Name, (r, _) => r.Place.En),
        new TextColumn<ExportPlace>("place_level", Code, (r, _) => r.Level),
        new LinkColumn<ExportPlace>("link", r => r.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportUpdate>> Updates { get; } =
    [
        new TextColumn<ExportUpdate>("code", Code, (r, _) => r.Code),
        new InstantColumn<ExportUpdate>("updated_at", r => r.At),
        new TextColumn<ExportUpdate>("reporting_period", Code, (r, _) => r.Period),
        new TextColumn<ExportUpdate>("update_kind", Code, (r, _) => Codes.Of(r.Kind))
        {
            Family = "update_kind",
        },
        new TextColumn<ExportUpdate>("organisation_code", Code, (r, _) => r.OrganisationCode),
        new TextColumn<ExportUpdate>("text", Long, (r, _) => r.Text),
        new TextColumn<ExportUpdate>("language", Code, (r, _) => Codes.Of(r.Language)),
        new FlagColumn<ExportUpdate>("nothing_new", r => r.NothingNew),
        new NumberColumn<ExportUpdate>("progress_percent", Code, r => r.Percent),
        new TextColumn<ExportUpdate>("status_before", Word, (r, _) => Codes.Of(r.StatusBefore))
        {
            Family = "status",
        },
        new TextColumn<ExportUpdate>("status_after", Word, (r, _) => Codes.Of(r.StatusAfter))
        {
            Family = "status",
        },
        new TextColumn<ExportUpdate>("next_step", Long, (r, _) => r.NextStep),
        new TextColumn<ExportUpdate>("blocked_by", Word, (r, _) => r.BlockedBy),
        new LinkColumn<ExportUpdate>("link", r => r.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportMilestone>> Milestones { get; } =
    [
        new TextColumn<ExportMilestone>("code", Code, (r, _) => r.Code),
        new TextColumn<ExportMilestone>("milestone", Long, (r, _) => r.Title),
        new TextColumn<ExportMilestone>("language", Code, (r, _) => Codes.Of(r.Language)),
        new DayColumn<ExportMilestone>("due_date", r => r.DueDate),
        new DayColumn<ExportMilestone>("reached_on", r => r.ReachedOn),
        new TextColumn<ExportMilestone>("dropped_because", Long, (r, _) => r.DroppedBecause),
        new LinkColumn<ExportMilestone>("link", r => r.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportEvidence>> Evidence { get; } =
    [
        new TextColumn<ExportEvidence>("code", Code, (r, _) => r.Code),
        new TextColumn<ExportEvidence>("evidence_kind", Word, (r, _) => Codes.Of(r.Kind))
        {
            Family = "evidence_kind",
        },
        new TextColumn<ExportEvidence>("evidence_title", Long, (r, _) => r.Title),
        new DayColumn<ExportEvidence>("dated_on", r => r.DatedOn),
        new InstantColumn<ExportEvidence>("added_at", r => r.At),
        new TextColumn<ExportEvidence>("organisation_code", Code, (r, _) => r.OrganisationCode),
        new TextColumn<ExportEvidence>("visibility", Code, (r, _) => Codes.Of(r.Visibility))
        {
            Family = "evidence_visibility",
        },
        new NumberColumn<ExportEvidence>("evidence_version", Code, r => r.Version),
        new TextColumn<ExportEvidence>("address", Long, (r, _) => r.Address),
        new LinkColumn<ExportEvidence>("link", r => r.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportStatusChange>> StatusChanges { get; } =
    [
        new TextColumn<ExportStatusChange>("code", Code, (r, _) => r.Code),
        new TextColumn<ExportStatusChange>(
            "status_before",
            Word,
            (r, _) => r.From is { } from ? Codes.Of(from) : null
        )
        {
            Family = "status",
        },
        new TextColumn<ExportStatusChange>("status_after", Word, (r, _) => Codes.Of(r.To))
        {
            Family = "status",
        },
        new DayColumn<ExportStatusChange>("changed_on", r => r.On),
        new NumberColumn<ExportStatusChange>("days_in_status", Code, r => r.Days),
        new LinkColumn<ExportStatusChange>("link", r => r.Code),
    ];
}
