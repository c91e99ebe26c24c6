namespace Tracker.Web.Workshops;

/// <summary>Marks the texts of the workshops.</summary>
public sealed class WorkshopText;
