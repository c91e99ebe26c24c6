using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Dashboard;

/// <summary>What the first page shows, handed from the first response to the circuit.</summary>
/// <param name="Query">Of the address it answers.</param>
public sealed record DashboardView(
    string Query,
    DashboardFigures Figures,
    RecommendationFacets Facets,
    Breakdown By
);
