namespace Tracker.Web.Recommendations;

/// <summary>Marks the texts of entering and correcting a recommendation.</summary>
public sealed class EntryText;
