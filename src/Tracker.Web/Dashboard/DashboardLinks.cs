using Tracker.Core.Dashboard;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Dashboard;

/// <summary>
/// The rows behind each number: the dashboard's own filter, narrowed. Null where no filter can say it, because the
/// dashboard's asks for something else already; such a number has no rows or stands for itself.
/// </summary>
internal static class DashboardLinks
{
    private static readonly ImplementationStatus[] Open =
    [
        .. Enum.GetValues<ImplementationStatus>().Where(FlagRules.IsOpen),
    ];

    private static readonly ImplementationStatus[] Counted =
    [
        .. Enum.GetValues<ImplementationStatus>()
            .Where(s => s != ImplementationStatus.NoLongerApplicable),
    ];

    private static readonly Acceptance[] NotRefused =
    [
        .. Enum.GetValues<Acceptance>().Where(a => a != Acceptance.NotAccepted),
    ];

    public static RecommendationFilter? Stock(RecommendationFilter filter) =>
        Stated(filter, Open, NotRefused);

    public static RecommendationFilter? Followed(RecommendationFilter filter) =>
        Stated(filter, Counted, NotRefused);

    public static RecommendationFilter? Declared(RecommendationFilter filter) =>
        Stated(
            filter,
            [ImplementationStatus.Implemented, ImplementationStatus.Verified],
            NotRefused
        );

    public static RecommendationFilter? Verified(RecommendationFilter filter) =>
        Stated(filter, [ImplementationStatus.Verified], NotRefused);

    public static RecommendationFilter? Waiting(RecommendationFilter filter) =>
        Of(filter, ImplementationStatus.Implemented);

    public static RecommendationFilter? Of(
        RecommendationFilter filter,
        ImplementationStatus status
    ) => Stated(filter, [status], []);

    public static RecommendationFilter? Accepted(RecommendationFilter filter) =>
        Stated(filter, [], [Acceptance.Accepted, Acceptance.PartiallyAccepted]);

    public static RecommendationFilter? Answered(RecommendationFilter filter) =>
        Stated(
            filter,
            [],
            [.. Enum.GetValues<Acceptance>().Where(a => a != Acceptance.UnderConsideration)]
        );

    public static RecommendationFilter Flagged(RecommendationFilter filter, Flags flag) =>
        filter with
        {
            Flags = filter.Flags | flag,
        };

    public static RecommendationFilter? Dated(RecommendationFilter filter) =>
        Stock(filter) is { } stock ? stock with { WithDueDate = true } : null;

    public static RecommendationFilter? Heard(RecommendationFilter filter, DateOnly day) =>
        filter.UpdatedAfter is null && Stock(filter) is { } stock
            ? stock with
            {
                UpdatedAfter = Quarter.Of(day).Start.AddDays(-1),
            }
            : null;

    /// <summary>Late for as many days as the band holds.</summary>
    public static RecommendationFilter? Late(RecommendationFilter filter, DateOnly day, int band)
    {
        if (filter.DueAfter is not null || filter.DueBefore is not null)
        {
            return null;
        }
        var late = Flagged(filter, Flags.Overdue);
        return late with
        {
            DueBefore = band == 0 ? null : day.AddDays(-Lateness.Ends[band - 1]),
            DueAfter = band == Lateness.Ends.Count ? null : day.AddDays(-Lateness.Ends[band] - 1),
        };
    }

    public static RecommendationFilter? Blocked(RecommendationFilter filter, string cause) =>
        filter.BlockedBy.Count == 0 && Stock(filter) is { } stock
            ? stock with
            {
                BlockedBy = [cause],
            }
            : null;

    /// <summary>The same on another day.</summary>
    public static RecommendationFilter? On(
        RecommendationFilter? filter,
        DateOnly day,
        DateOnly today
    ) => filter is null ? null : filter with { AsOf = day == today ? null : day };

    public static RecommendationFilter? Linked(
        RecommendationFilter filter,
        Breakdown by,
        string code
    ) =>
        by switch
        {
            Breakdown.Place
                when filter.Places.Count == 0 || filter.Places is [var p] && p == code =>
                filter with
                {
                    Places = [code],
                },
            Breakdown.Framework
                when filter.Frameworks.Count == 0 || filter.Frameworks is [var f] && f == code =>
                filter with
                {
                    Frameworks = [code],
                },
            _ => null,
        };

    private static RecommendationFilter? Stated(
        RecommendationFilter filter,
        IReadOnlyList<ImplementationStatus> statuses,
        IReadOnlyList<Acceptance> acceptances
    ) =>
        Both(filter.Statuses, statuses) is { } stated
        && Both(filter.Acceptances, acceptances) is { } answered
            ? filter with
            {
                Statuses = stated,
                Acceptances = answered,
            }
            : null;

    /// <summary>What both lists allow; an empty list allows everything. Null where nothing is left.</summary>
    private static IReadOnlyList<T>? Both<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }
        var both = one.Intersect(other).ToList();
        return both.Count == 0 ? null : both;
    }
}
