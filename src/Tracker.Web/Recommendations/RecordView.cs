using Tracker.Core.Comments;
using Tracker.Core.Evidence;
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
    /// <summary>The organisations that the reader speaks for.</summary>
    public IReadOnlyList<string> Mine { get; init; } = [];

    /// <summary>The id of the next thing written by a form that stands on the page itself.</summary>
    public Guid Command { get; init; }
    public IReadOnlyList<MilestoneLine> Milestones { get; init; } = [];

    /// <summary>Empty for those who may not read them.</summary>
    public IReadOnlyList<CommentLine> Comments { get; init; } = [];

    /// <summary>The newest pieces, no more than a record carries along.</summary>
    public IReadOnlyList<EvidencePiece> Evidence { get; init; } = [];

    /// <summary>Pieces beyond those.</summary>
    public int MoreEvidence { get; init; }
}
