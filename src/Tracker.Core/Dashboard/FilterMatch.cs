using Tracker.Core.Recommendations;

namespace Tracker.Core.Dashboard;

/// <summary>
/// The conditions of a filter that a recommendation's own facts answer, on any day. The data layer asks the database the
/// same; a test holds the two together.
/// </summary>
public static class FilterMatch
{
    /// <summary>Whether flows can follow the filter day by day: what evidence there was is not kept by the day.</summary>
    public static bool CanFollow(RecommendationFilter filter) =>
        !filter.WithoutEvidence && filter.ChangedAfter is null;

    public static bool Holds(RecommendationFilter filter, in FigureRow row, DateOnly day) =>
        IsIn(filter.Statuses, row.Status)
        && IsIn(filter.Acceptances, row.Acceptance)
        && IsIn(filter.Kinds, row.Kind)
        && IsIn(filter.Themes, row.Theme)
        && IsIn(filter.Leads, row.Lead ?? RecommendationFilter.NoLead)
        && (
            filter.BlockedBy.Count == 0
            || (row.BlockedBy is { } by && filter.BlockedBy.Contains(by))
        )
        && (!filter.ProposedLead || row.Standing == LeadStanding.Proposed)
        && (!filter.WithDueDate || row.DueDate is not null)
        && (filter.DueBefore is not { } before || row.DueDate < before)
        && (filter.DueAfter is not { } after || row.DueDate > after)
        && (filter.UpdatedAfter is not { } heard || row.LastUpdateOn > heard)
        && (filter.Flags == Flags.None || row.FlagsOn(day).HasFlag(filter.Flags));

    private static bool IsIn<T>(IReadOnlyList<T> values, T value) =>
        values.Count == 0 || values.Contains(value);
}
