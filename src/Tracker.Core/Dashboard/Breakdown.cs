namespace Tracker.Core.Dashboard;

/// <summary>By which links the dashboard divides besides theme, lead and workshop; <c>by=place</c> in its address.</summary>
public enum Breakdown
{
    None,
    Place,
    Framework,
}
