using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Benchmarks.Http;

/// <summary>Addresses of the list as people make them: a filter, an order, a page.</summary>
internal static class Addresses
{
    private const string List = "/recommendations";

    private static readonly string[] Themes =
    [
        "GOV",
        "PRV",
        "PRO",
        "EMP",
        "DIA",
        "DAT",
        "RET",
        "CLI",
    ];

    private static readonly ImplementationStatus?[] Statuses =
    [
        null,
        ImplementationStatus.NotStarted,
        ImplementationStatus.InProgress,
        ImplementationStatus.Implemented,
        ImplementationStatus.Verified,
    ];

    private static readonly SortKey[] Orders = [SortKey.Code, SortKey.Due, SortKey.Title];

    /// <summary>Each with a filter of its own, so that nothing kept from the one before answers it.</summary>
    public static IReadOnlyList<string> OfDifferentFilters { get; } =
        Filters(Enumerable.Range(2019, 6));

    /// <summary>Of the same shapes over other years: what the runtime compiles for them, it has compiled.</summary>
    public static IReadOnlyList<string> OfOtherFilters { get; } =
        Filters(Enumerable.Range(2013, 6));

    /// <summary>Pages of one filter in several orders: what was counted for the filter still holds.</summary>
    public static IReadOnlyList<string> OfOneFilter { get; } =
    [
        .. from page in Enumerable.Range(1, 40)
        from order in Orders
        from backwards in new[] { false, true }
        select FilterAddress.At(
            List,
            new RecommendationFilter
            {
                Sort = order,
                Descending = backwards,
                Page = page,
            }
        ),
    ];

    private static IReadOnlyList<string> Filters(IEnumerable<int> years) =>
        [
            .. from year in years
            from status in Statuses
            from theme in Themes
            select FilterAddress.At(
                List,
                new RecommendationFilter
                {
                    Themes = [theme],
                    Statuses = status is { } one ? [one] : [],
                    ChangedAfter = new DateOnly(year, 1, 1),
                    Sort = Orders[year % Orders.Length],
                }
            ),
        ];
}
