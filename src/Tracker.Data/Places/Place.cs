using Tracker.Data.Storage;

namespace Tracker.Data.Places;

/// <summary>A country, region, cercle or wider scope, with the days on which it existed (both inclusive).</summary>
internal sealed class Place : IRecorded
{
    public required string Code { get; init; }
    public required string Level { get; set; }
    public string? ParentCode { get; set; }
    public required string NameFr { get; set; }
    public required string NameEn { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public int SortOrder { get; set; }

    string IRecorded.HistoryKind => "place";
    string IRecorded.HistorySubject => Code;
}
