namespace Tracker.Web.Layout.Keys;

/// <summary>Marks the texts of the list of keys.</summary>
public sealed class KeysText;
