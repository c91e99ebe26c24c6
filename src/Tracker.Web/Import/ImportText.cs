namespace Tracker.Web.Import;

/// <summary>Marks the texts of importing.</summary>
public sealed class ImportText;
