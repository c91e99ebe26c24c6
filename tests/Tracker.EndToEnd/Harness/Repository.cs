namespace Tracker.EndToEnd.Harness;

/// <summary>Where things lie in the checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string WebProject { get; } =
        Path.Combine(Root, "src", "Tracker.Web", "Tracker.Web.csproj");

    /// <summary>Ignored by git; the continuous-integration script empties it before each run.</summary>
    public static string TestResults { get; } = Path.Combine(Root, "TestResults");

    private static string FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tracker.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException(
            $"No Tracker.sln above {AppContext.BaseDirectory}: the journeys publish the program from its sources."
        );
    }
}
