using Tracker.Core.Progress;

namespace Tracker.Core.Recommendations;

/// <summary>One row that somebody chose for a deed on many.</summary>
/// <param name="Version">To be sent back, so that a row changed meanwhile is noticed.</param>
/// <param name="Moves">The changes of status it offers this reader.</param>
public sealed record ChosenRecommendation(
    RecommendationRow Row,
    long Version,
    IReadOnlyList<OfferedMove> Moves
)
{
    public ChosenRow Chosen => new(Row.Code, Version);
}
