using System.Linq.Expressions;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Data.Recommendations;

/// <summary>The orders of the list.</summary>
internal static class Arranging
{
    /// <summary>
    /// The order asked for, then by code, so that every page is the same twice. Each of these orders is an index of
    /// <see cref="ListOrders"/>.
    /// </summary>
    public static IQueryable<Standing> Arranged(
        this IQueryable<Standing> query,
        RecommendationFilter filter,
        Language language
    )
    {
        var down = filter.Descending;
        var ordered = filter.Sort switch
        {
            SortKey.Title when language == Language.Fr => By(query, r => r.Item.SortTitleFr, down),
            SortKey.Title => By(query, r => r.Item.SortTitleEn, down),
            SortKey.Theme => By(query, r => r.ThemeOrder, down),
            SortKey.Lead => By(query.OrderBy(r => r.LeadMissing), r => r.LeadCode, down),
            SortKey.Status => By(query, r => r.StatusRank, down),
            SortKey.Acceptance => By(query, r => r.AcceptanceRank, down),
            SortKey.Due => By(query.OrderBy(r => r.DueMissing), r => r.DueDate, down),
            SortKey.Percent => By(query.OrderBy(r => r.PercentMissing), r => r.Percent, down),
            SortKey.Updated => By(query.OrderBy(r => r.UpdateMissing), r => r.LastUpdateOn, down),
            _ => null,
        };
        return ordered is null
            ? By(query, r => r.Item.SortCode, down)
            : ordered.ThenBy(r => r.Item.SortCode);
    }

    private static IOrderedQueryable<Standing> By<TKey>(
        IQueryable<Standing> query,
        Expression<Func<Standing, TKey>> key,
        bool down
    ) => down ? query.OrderByDescending(key) : query.OrderBy(key);

    /// <summary>What has no value stands last in either direction.</summary>
    private static IOrderedQueryable<Standing> By<TKey>(
        IOrderedQueryable<Standing> query,
        Expression<Func<Standing, TKey>> key,
        bool down
    ) => down ? query.ThenByDescending(key) : query.ThenBy(key);
}
