using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;

namespace Tracker.Core.Dashboard;

/// <summary>What figures ask of one recommendation on one day. The links it has are asked for apart.</summary>
public readonly record struct FigureRow
{
    public RecommendationKind Kind { get; init; }
    public Acceptance Acceptance { get; init; }
    public ImplementationStatus Status { get; init; }
    public DateOnly StatusSince { get; init; }
    public ClosureOutcome? Closure { get; init; }
    public required string Theme { get; init; }
    public string? Lead { get; init; }
    public LeadStanding Standing { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? BlockedBy { get; init; }

    public Flags FlagsOn(DateOnly day) =>
        FlagRules.Of(
            new FlagFacts(
                Status,
                Acceptance,
                DueDate,
                ReviewDate,
                LastUpdateOn,
                PublishedOn,
                StatusSince
            ),
            day
        );
}
