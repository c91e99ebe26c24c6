namespace Tracker.Tests.Architecture;

/// <summary>The sources the guards read, found upwards from the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Sources => Path.Combine(Root, "src");

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Tracker.sln")))
            {
                return at.FullName;
            }
        }
        throw new DirectoryNotFoundException("Tracker.sln stands in no folder above the tests.");
    }
}
