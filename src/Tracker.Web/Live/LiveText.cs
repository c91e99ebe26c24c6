namespace Tracker.Web.Live;

/// <summary>Marks the texts of live news.</summary>
public sealed class LiveText;
