using Tracker.Core.Lists;
using Tracker.Core.Recommendations;

namespace Tracker.Core.Dashboard;

/// <summary>The state of what the reader may see, today.</summary>
/// <param name="ByTheme">Themes in use, in their own order.</param>
/// <param name="ByLead">Leads by name; a null choice counts what nobody leads.</param>
/// <param name="Recent">Last changed first.</param>
public sealed record DashboardFigures(
    DateOnly Today,
    RecommendationCounts Counts,
    Measures Measures,
    IReadOnlyList<Tally> ByTheme,
    IReadOnlyList<Tally> ByLead,
    IReadOnlyList<RecentChange> Recent
);

/// <summary>A group and how many of its recommendations carry each status.</summary>
public sealed record Tally(
    Choice? Of,
    int Total,
    int Overdue,
    IReadOnlyDictionary<ImplementationStatus, int> ByStatus
);

/// <param name="At">UTC.</param>
public sealed record RecentChange(RecommendationRow Row, DateTime At);
