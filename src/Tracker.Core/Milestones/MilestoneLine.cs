using Tracker.Core.Words;

namespace Tracker.Core.Milestones;

/// <summary>An intermediate result as readers of a recommendation see it.</summary>
/// <param name="Late">Expected before today, on a recommendation whose dates bind.</param>
public sealed record MilestoneLine(
    Guid Id,
    long Version,
    string Title,
    Language Language,
    DateOnly DueDate,
    DateOnly? ReachedOn,
    string? DroppedBecause,
    bool Late
)
{
    /// <summary>The recommendation it was set for: there it is changed.</summary>
    public required string SetFor { get; init; }

    /// <summary>The other recommendations it serves, as far as the reader may see them.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    /// <summary>The dates it had, latest first.</summary>
    public IReadOnlyList<MovedDate> Moves { get; init; } = [];

    /// <summary>Whether the reader may change it.</summary>
    public bool MayBeSet { get; init; }

    public bool IsExpected => ReachedOn is null && DroppedBecause is null;
}

/// <param name="At">UTC.</param>
public sealed record MovedDate(DateOnly Day, DateTime At, string Reason);

/// <summary>A milestone as somebody types it.</summary>
public sealed record MilestoneEntry(string? Title, DateOnly? DueDate)
{
    /// <summary>Codes of the further recommendations it serves.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];
}
