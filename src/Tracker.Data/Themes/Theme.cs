using Tracker.Data.Storage;

namespace Tracker.Data.Themes;

internal sealed class Theme : IRecorded
{
    public required string Code { get; init; }
    public required string NameFr { get; set; }
    public required string NameEn { get; set; }
    public string? DescriptionFr { get; set; }
    public string? DescriptionEn { get; set; }
    public int SortOrder { get; set; }

    string IRecorded.HistoryKind => "theme";
    string IRecorded.HistorySubject => Code;
}
