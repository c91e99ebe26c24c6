using Tracker.Core.Dashboard;

namespace Tracker.Web.Dashboard;

/// <summary>What the first page shows, handed from the first response to the circuit.</summary>
public sealed record DashboardView(DashboardFigures Figures);
