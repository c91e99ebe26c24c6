using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Progress;

/// <summary>A dated text, by or for the lead. Never edited: a correction is a new update.</summary>
internal sealed class ProgressUpdate : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }

    [NotInHistory]
    public Guid AuthorId { get; init; }

    /// <summary>The organisation that speaks.</summary>
    public required string OrganisationCode { get; init; }

    /// <summary>True where a coordinator wrote it down for the organisation after a call or a letter.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime At { get; init; }
    public required string Text { get; init; }
    public Language Language { get; init; }

    [NotInHistory]
    public ImplementationStatus StatusBefore { get; init; }

    [NotInHistory]
    public ImplementationStatus StatusAfter { get; init; }

    [NotInHistory]
    public int? Percent { get; init; }

    /// <summary>Undone by its author within minutes: shown to nobody, kept in the history.</summary>
    public bool Withdrawn { get; set; }

    string IRecorded.HistoryKind => "progress_update";
    string IRecorded.HistorySubject => Recommendation!.Code;
}
