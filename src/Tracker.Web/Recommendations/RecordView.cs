using Tracker.Core.Comments;
using Tracker.Core.History;
using Tracker.Core.Milestones;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Recommendations;

/// <summary>What the record page shows, handed from the first response to the circuit.</summary>
/// <param name="Address">The address it answers.</param>
public sealed record RecordView(
    string Address,
    RecommendationRecord Record,
    IReadOnlyList<HistoryAct> Acts,
    Neighbours? Neighbours
)
{
    public IReadOnlyList<MilestoneLine> Milestones { get; init; } = [];

    /// <summary>Empty for those who may not read them.</summary>
    public IReadOnlyList<CommentLine> Comments { get; init; } = [];

    /// <summary>The command id of the comment that may be written here; the circuit goes on with that of the first response.</summary>
    public Guid CommentId { get; init; } = Guid.CreateVersion7();
}
