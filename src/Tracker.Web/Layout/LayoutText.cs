namespace Tracker.Web.Layout;

/// <summary>Marks the texts of the frame and of the error pages.</summary>
public sealed class LayoutText;
