namespace Tracker.Core.Evidence;

/// <summary>One piece of evidence as its reader may see it: what stands now, and what stood before.</summary>
public sealed record EvidencePiece
{
    public required EvidenceVersion Current { get; init; }

    /// <summary>The newest first; only those that the reader may see.</summary>
    public IReadOnlyList<EvidenceVersion> Earlier { get; init; } = [];

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>The reader may put another version in its place, or take it back while it is open.</summary>
    public bool MayReplace { get; init; }
    public bool MayWithdraw { get; init; }
    public bool MayShare { get; init; }
}

/// <summary>One version of a piece.</summary>
/// <param name="At">UTC.</param>
/// <param name="Size">Bytes; null for a link.</param>
public sealed record EvidenceVersion(
    Guid Id,
    int Number,
    EvidenceKind Kind,
    string Title,
    string? Note,
    DateOnly? DatedOn,
    EvidenceVisibility Visibility,
    Recommendations.OrganisationLabel Organisation,
    bool OnBehalf,
    string? Author,
    DateTime At,
    string? Address,
    string? FileName,
    long? Size
);

/// <summary>A file ready to be read, whole and unchanged since it came.</summary>
/// <param name="Content">Null where the bytes are gone or no longer the same.</param>
public sealed record EvidenceFile(
    Guid Id,
    string RecommendationCode,
    string Title,
    string FileName,
    string ContentType,
    long Size,
    Stream? Content
);

/// <summary>A file on its way.</summary>
/// <param name="Size">Bytes it will have.</param>
/// <param name="Received">Bytes that have come.</param>
public sealed record UploadState(Guid Id, string FileName, long Size, long Received)
{
    public bool IsWhole => Size == Received;
}
