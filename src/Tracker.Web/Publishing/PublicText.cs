namespace Tracker.Web.Publishing;

/// <summary>Marks the texts of published pages.</summary>
public sealed class PublicText;
