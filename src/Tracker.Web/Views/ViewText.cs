namespace Tracker.Web.Views;

/// <summary>Marks the texts of saved views.</summary>
public sealed class ViewText;
