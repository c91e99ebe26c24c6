namespace Tracker.Web.Layout;

/// <summary>Whether a page of the working zone comes alive.</summary>
public enum Presence
{
    Live,

    /// <summary>Too many people are here.</summary>
    Crowded,

    /// <summary>This reader has too many pages open.</summary>
    ManyPages,
}
