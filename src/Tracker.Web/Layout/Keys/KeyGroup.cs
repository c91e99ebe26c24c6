namespace Tracker.Web.Layout.Keys;

/// <summary>One part of the list of keys.</summary>
/// <param name="Key">Its heading in <see cref="KeysText"/>, under which its lines stand as well.</param>
public sealed record KeyGroup(string Key, IReadOnlyList<string> Lines)
{
    public static IReadOnlyList<KeyGroup> All { get; } =
    [
        new(
            "everywhere",
            ["help", "search", "my", "dashboard", "recommendations", "workshops", "new", "close"]
        ),
        new("list", ["next", "previous", "open", "tick"]),
        new("browser", ["forward", "back", "press", "tick"]),
    ];
}
