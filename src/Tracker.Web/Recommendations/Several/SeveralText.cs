namespace Tracker.Web.Recommendations.Several;

/// <summary>Words of deeds on many rows.</summary>
public sealed class SeveralText;
