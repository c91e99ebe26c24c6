namespace Tracker.Core.Recommendations;

/// <summary>A filter as read from an address, and what in the address could not be understood.</summary>
public sealed record FilterReading(
    RecommendationFilter Filter,
    IReadOnlyList<FilterProblem> Problems
);

/// <summary>A part of the address that was left out, with everything else applied.</summary>
public sealed record FilterProblem(FilterProblemKind Kind, string Parameter, string Value)
{
    private const int MostNamed = 5;
    private const int LongestNamed = 60;

    /// <summary>
    /// One sentence for each parameter and one for all that are unknown, whatever an address holds: a hundred sentences
    /// would hide the list they stand above.
    /// </summary>
    public static IReadOnlyList<FilterProblem> Gather(IEnumerable<FilterProblem> problems) =>
        [
            .. problems
                .GroupBy(p =>
                    (p.Kind, p.Kind == FilterProblemKind.UnknownParameter ? "" : p.Parameter)
                )
                .Select(same => new FilterProblem(
                    same.Key.Kind,
                    Named(same.Select(p => p.Parameter)),
                    Named(same.Select(p => p.Value))
                )),
        ];

    private static string Short(string name) =>
        name.Length > LongestNamed ? Cut(name, LongestNamed) + "…" : name;

    /// <summary>A sign of two halves is left out whole: half of one is no text.</summary>
    internal static string Cut(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Named(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", distinct.Take(MostNamed).Select(Short));
        return distinct.Count > MostNamed ? named + "…" : named;
    }
}

public enum FilterProblemKind
{
    UnknownValue,
    UnknownParameter,
    PageOutOfRange,
    TooLong,
    TooMany,
    DayInFuture,
    BeforeFirstWorkshop,
}
