namespace Tracker.Web.Causes;

/// <summary>Marks the texts of the list of causes.</summary>
public sealed class CauseText;
