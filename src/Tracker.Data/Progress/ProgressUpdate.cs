using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Progress;

/// <summary>
/// A dated text by or for the lead, or what a supporting organisation contributed. Never edited: a correction is a new
/// update that names the one it corrects.
/// </summary>
internal sealed class ProgressUpdate : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public UpdateKind Kind { get; init; }

    [NotInHistory]
    public Guid AuthorId { get; init; }

    /// <summary>The organisation that speaks.</summary>
    public required string OrganisationCode { get; init; }

    /// <summary>True where a coordinator wrote it down for the organisation after a call or a letter.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime At { get; init; }

    /// <summary>The quarter it reports on, 2021-Q1.</summary>
    public string? Period { get; init; }

    /// <summary>Empty only where there is nothing new.</summary>
    public required string Text { get; init; }
    public Language Language { get; init; }

    /// <summary>"Nothing new this quarter": heard all the same.</summary>
    public bool NothingNew { get; init; }
    public string? NextStep { get; init; }

    /// <summary>What holds the work up, a code of the causes; null where nothing does.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>Who can lift it, in the organisation's own words.</summary>
    public string? BlockedByWhom { get; init; }

    [NotInHistory]
    public ImplementationStatus StatusBefore { get; init; }

    [NotInHistory]
    public ImplementationStatus StatusAfter { get; init; }

    [NotInHistory]
    public int? Percent { get; init; }

    /// <summary>The earlier update that this one puts right.</summary>
    [NotInHistory]
    public Guid? CorrectsId { get; init; }

    /// <summary>Undone by its author within minutes: shown to nobody, kept in the history.</summary>
    public bool Withdrawn { get; set; }

    string IRecorded.HistoryKind => "progress_update";
    string IRecorded.HistorySubject => Recommendation!.Code;
}

/// <summary>Why work stands still: a list that administrators keep.</summary>
internal sealed class BlockerCause : IRecorded
{
    public required string Code { get; init; }
    public required string NameFr { get; set; }
    public required string NameEn { get; set; }
    public int SortOrder { get; set; }

    /// <summary>No longer offered; what named it keeps its name.</summary>
    public bool Retired { get; set; }

    string IRecorded.HistoryKind => "blocker_cause";
    string IRecorded.HistorySubject => Code;
}
