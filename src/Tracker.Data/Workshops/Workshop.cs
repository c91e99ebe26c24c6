using Tracker.Core.Workshops;
using Tracker.Data.Storage;

namespace Tracker.Data.Workshops;

internal sealed class Workshop : IRecorded, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public EventType Type { get; set; }
    public string? NameFr { get; set; }
    public string? NameEn { get; set; }
    public string? ThemeFr { get; set; }
    public string? ThemeEn { get; set; }
    public DateOnly StartsOn { get; set; }
    public DateOnly EndsOn { get; set; }
    public string? Venue { get; set; }
    public string? PlaceCode { get; set; }
    public string? Source { get; set; }
    public List<WorkshopOrganiser> Organisers { get; } = [];
    public List<WorkshopFunder> Funders { get; } = [];

    [NotInHistory]
    public long Version { get; set; }

    string IRecorded.HistoryKind => "workshop";
    string IRecorded.HistorySubject => Code;
}

internal sealed class WorkshopOrganiser : IRecordedValue
{
    public Guid WorkshopId { get; init; }
    public required string OrganisationCode { get; init; }
    public Workshop? Workshop { get; init; }

    string IRecorded.HistoryKind => "workshop";
    string IRecorded.HistorySubject => Workshop!.Code;
    string IRecordedValue.HistoryField => "organiser";
    string IRecordedValue.HistoryValue => OrganisationCode;
    bool IRecordedValue.IsCurrent => true;
}

internal sealed class WorkshopFunder : IRecordedValue
{
    public Guid WorkshopId { get; init; }
    public required string OrganisationCode { get; init; }
    public Workshop? Workshop { get; init; }

    string IRecorded.HistoryKind => "workshop";
    string IRecorded.HistorySubject => Workshop!.Code;
    string IRecordedValue.HistoryField => "funder";
    string IRecordedValue.HistoryValue => OrganisationCode;
    bool IRecordedValue.IsCurrent => true;
}
