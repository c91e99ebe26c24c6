using Tracker.Data.Storage;

namespace Tracker.Data.Frameworks;

/// <summary>Global Compact, Sustainable Development Goals, governance indicators, national policy...</summary>
internal sealed class Framework : IRecorded
{
    public required string Code { get; init; }
    public required string NameFr { get; set; }
    public required string NameEn { get; set; }
    public int SortOrder { get; set; }

    string IRecorded.HistoryKind => "framework";
    string IRecorded.HistorySubject => Code;
}

/// <summary>An objective, target, dimension, axis or text of a framework.</summary>
internal sealed class FrameworkEntry : IRecorded
{
    public required string Code { get; init; }
    public required string FrameworkCode { get; init; }
    public string? ParentCode { get; set; }
    public required string Level { get; set; }
    public required string NameFr { get; set; }
    public required string NameEn { get; set; }
    public string? FullTitleFr { get; set; }
    public string? FullTitleEn { get; set; }
    public int SortOrder { get; set; }

    string IRecorded.HistoryKind => "framework_entry";
    string IRecorded.HistorySubject => Code;
}
