namespace Tracker.Web.Recommendations;

/// <summary>Marks the texts of the list and of filters in words.</summary>
public sealed class ListText;
