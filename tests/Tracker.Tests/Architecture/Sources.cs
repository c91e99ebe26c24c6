namespace Tracker.Tests.Architecture;

/// <summary>The files of the repository this test was built from.</summary>
internal static class Sources
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static IReadOnlyList<string> Under(string folder, params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Where(file => endings.Any(e => file.EndsWith(e, StringComparison.Ordinal)))
                .Where(file => !IsMade(Path.GetRelativePath(Root, file)))
                .Order(StringComparer.Ordinal),
        ];

    public static string Name(string file) => Path.GetRelativePath(Root, file);

    private static bool IsMade(string name) =>
        name.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Tracker.sln"))
            ? folder
            : Find(
                Path.GetDirectoryName(folder)
                    ?? throw new InvalidOperationException("No Tracker.sln above the tests.")
            );
}
