namespace Tracker.Web.Layout;

/// <summary>One line of the side navigation.</summary>
/// <param name="Key">Its word in <see cref="LayoutText"/>.</param>
public sealed record NavigationItem(string Key, string Href)
{
    /// <summary>What its reader owes: for those who work here, above what everybody reads.</summary>
    public static NavigationItem Mine { get; } = new("navigation.my", "/my");

    public static IReadOnlyList<NavigationItem> Reading { get; } =
    [
        new("navigation.dashboard", "/"),
        new("navigation.recommendations", "/recommendations"),
        new("navigation.workshops", "/workshops"),
        new("navigation.public", "/public"),
        new("navigation.changes", "/changes"),
        new("navigation.views", "/views"),
    ];

    public static IReadOnlyList<NavigationItem> Management { get; } =
    [
        new("navigation.verification", "/verification"),
        new("navigation.new_workshop", "/workshops/new"),
        new("navigation.new_recommendation", "/recommendations/new"),
        new("navigation.import", "/import"),
    ];

    /// <summary>Choices that administrators make for everybody.</summary>
    public static NavigationItem Settings { get; } = new("navigation.settings", "/admin/settings");

    /// <summary>The lists that administrators keep.</summary>
    public static NavigationItem Causes { get; } = new("navigation.causes", "/admin/causes");

    /// <summary>The line that stands for the page: the longest address the page's path begins with.</summary>
    public static NavigationItem? Current(string path) =>
        Reading
            .Concat(Management)
            .Append(Mine)
            .Append(Causes)
            .Append(Settings)
            .Where(item => item.Covers(path))
            .MaxBy(item => item.Href.Length);

    private bool Covers(string path) =>
        string.Equals(path, Href, StringComparison.OrdinalIgnoreCase)
        || (Href.Length > 1 && path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase));
}
