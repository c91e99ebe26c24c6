namespace Tracker.Core.Recommendations;

/// <summary>A filter as read from an address, and what in the address could not be understood.</summary>
public sealed record FilterReading(
    RecommendationFilter Filter,
    IReadOnlyList<FilterProblem> Problems
);

/// <summary>A part of the address that was left out, with everything else applied.</summary>
public sealed record FilterProblem(FilterProblemKind Kind, string Parameter, string Value);

public enum FilterProblemKind
{
    UnknownValue,
    UnknownParameter,
    PageOutOfRange,
    TooLong,
    TooMany,
}
