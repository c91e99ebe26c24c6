namespace Tracker.Web.MyWork;

/// <summary>Marks the texts of one’s own work.</summary>
public sealed class MyWorkText;
