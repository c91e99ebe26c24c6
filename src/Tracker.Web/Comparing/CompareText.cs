namespace Tracker.Web.Comparing;

/// <summary>Marks the texts of comparisons.</summary>
public sealed class CompareText;
