using Tracker.Core.Evidence;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Exports;

/// <summary>
/// What a workbook is filled from, sheet by sheet: each sequence is read once, in the order of the recommendations, and
/// none is held whole.
/// </summary>
public sealed record ExportSheets(IAsyncEnumerable<ExportRow> Recommendations)
{
    public IAsyncEnumerable<ExportEntry> Frameworks { get; init; } =
        AsyncEnumerable.Empty<ExportEntry>();
    public IAsyncEnumerable<ExportPartner> Partners { get; init; } =
        AsyncEnumerable.Empty<ExportPartner>();
    public IAsyncEnumerable<ExportPlace> Places { get; init; } =
        AsyncEnumerable.Empty<ExportPlace>();
    public IAsyncEnumerable<ExportUpdate> Updates { get; init; } =
        AsyncEnumerable.Empty<ExportUpdate>();
    public IAsyncEnumerable<ExportMilestone> Milestones { get; init; } =
        AsyncEnumerable.Empty<ExportMilestone>();
    public IAsyncEnumerable<ExportEvidence> Evidence { get; init; } =
        AsyncEnumerable.Empty<ExportEvidence>();
    public IAsyncEnumerable<ExportStatusChange> StatusChanges { get; init; } =
        AsyncEnumerable.Empty<ExportStatusChange>();
}

/// <summary>One recommendation and one entry of a framework it answers.</summary>
public sealed record ExportEntry(
    string Code,
    ImplementationStatus Status,
    string FrameworkCode,
    Bilingual Framework,
    string EntryCode,
    Bilingual Entry
);

/// <summary>One recommendation and one organisation that supports it.</summary>
public sealed record ExportPartner(
    string Code,
    ImplementationStatus Status,
    string OrganisationCode,
    Bilingual Organisation
);

/// <summary>One recommendation and one place it concerns.</summary>
public sealed record ExportPlace(
    string Code,
    ImplementationStatus Status,
    string PlaceCode,
    Bilingual Place,
    string Level
);

/// <summary>An update or a contribution, without its author's name.</summary>
/// <param name="At">UTC.</param>
public sealed record ExportUpdate(
    string Code,
    DateTime At,
    string? Period,
    UpdateKind Kind,
    string OrganisationCode,
    string Text,
    Language Language,
    bool NothingNew,
    int? Percent,
    ImplementationStatus StatusBefore,
    ImplementationStatus StatusAfter,
    string? NextStep,
    string? BlockedBy
);

public sealed record ExportMilestone(
    string Code,
    string Title,
    Language Language,
    DateOnly DueDate,
    DateOnly? ReachedOn,
    string? DroppedBecause
);

/// <summary>A piece of evidence that the reader may see, without its file.</summary>
/// <param name="At">UTC.</param>
public sealed record ExportEvidence(
    string Code,
    EvidenceKind Kind,
    string Title,
    DateOnly? DatedOn,
    DateTime At,
    string OrganisationCode,
    EvidenceVisibility Visibility,
    int Version,
    string? Address
);

/// <param name="From">Null where the recommendation began in the status.</param>
/// <param name="Days">In the status reached: until the next change, else until the reference date.</param>
public sealed record ExportStatusChange(
    string Code,
    ImplementationStatus? From,
    ImplementationStatus To,
    DateOnly On,
    int Days
);
