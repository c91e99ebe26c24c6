using Tracker.Data.Storage;

namespace Tracker.Data.Organisations;

internal sealed class Organisation : IRecorded, IVersioned
{
    public required string Code { get; init; }
    public required string Kind { get; set; }
    public string? ParentCode { get; set; }
    public bool CanLead { get; set; }
    public List<OrganisationName> Names { get; } = [];

    [NotInHistory]
    public long Version { get; set; }

    string IRecorded.HistoryKind => "organisation";
    string IRecorded.HistorySubject => Code;
}

/// <summary>A name and the days on which it held (both inclusive): reports about 2020 keep the words of 2020.</summary>
internal sealed class OrganisationName : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public required string OrganisationCode { get; init; }
    public required string NameFr { get; set; }
    public required string NameEn { get; set; }
    public string? Acronym { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }

    string IRecorded.HistoryKind => "organisation";
    string IRecorded.HistorySubject => OrganisationCode;
}
