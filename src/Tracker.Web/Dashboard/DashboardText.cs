namespace Tracker.Web.Dashboard;

/// <summary>Marks the texts of the first page.</summary>
public sealed class DashboardText;
