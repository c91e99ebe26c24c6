namespace Tracker.Data.Lists;

/// <summary>Lists whose values stand under one another.</summary>
internal static class Tree
{
    /// <summary>Parents before their children, siblings in the order given.</summary>
    public static IEnumerable<(T Item, int Depth)> Flatten<T>(
        IReadOnlyList<T> items,
        Func<T, string> code,
        Func<T, string?> parent
    )
    {
        var known = items.Select(code).ToHashSet(StringComparer.Ordinal);
        var children = items.ToLookup(i => parent(i) is { } p && known.Contains(p) ? p : "");
        return Under("", 0);

        IEnumerable<(T, int)> Under(string top, int depth) =>
            children[top].SelectMany(item => Under(code(item), depth + 1).Prepend((item, depth)));
    }

    /// <summary>The codes given and everything below them.</summary>
    public static IReadOnlyList<string> Below(
        IEnumerable<string> codes,
        IReadOnlyList<(string Code, string? Parent)> items
    )
    {
        var children = items.Where(i => i.Parent is not null).ToLookup(i => i.Parent!, i => i.Code);
        var found = new HashSet<string>(codes, StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var code))
        {
            foreach (var child in children[code].Where(found.Add))
            {
                open.Enqueue(child);
            }
        }
        return [.. found];
    }
}
