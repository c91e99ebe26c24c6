namespace Tracker.EndToEnd.Harness;

/// <summary>
/// The program as it is delivered: published once for the whole run, outside the checkout, so that it never meets
/// the build that is in the tree.
/// </summary>
public sealed class PublishedProgram : IDisposable
{
    /// <summary>Names a folder with a program published beforehand, to be tested instead of the sources.</summary>
    public const string FolderVariable = "TRACKER_TEST_PUBLISHED";

    private static readonly TimeSpan PublishPatience = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder? build;

    private PublishedProgram(string folder, TemporaryFolder? build)
    {
        Assembly = Path.Combine(folder, "Tracker.Web.dll");
        this.build = build;
        if (!File.Exists(Assembly))
        {
            throw new FileNotFoundException($"Nothing was published as {Assembly}.");
        }
    }

    internal string Assembly { get; }

    internal static string Dotnet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The same program as it was built beside the caller, who references it.</summary>
    internal static PublishedProgram Built => new(AppContext.BaseDirectory, build: null);

    /// <param name="compiled">
    /// For this machine alone and compiled beforehand, as the image is: it starts a third faster and takes half a minute more to
    /// make. Journeys do without, figures do not.
    /// </param>
    internal static async Task<PublishedProgram> PublishAsync(bool compiled = false)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } ready)
        {
            return new PublishedProgram(Path.GetFullPath(ready), build: null);
        }
        var scratch = new TemporaryFolder();
        try
        {
            var folder = scratch.Combine("program");
            await ChildProcess.RunAsync(
                Dotnet,
                [
                    "publish",
                    Repository.WebProject,
                    "--configuration",
                    "Release",
                    "--artifacts-path",
                    scratch.Combine("artifacts"),
                    "--output",
                    folder,
                    // Build servers would outlive the run and keep its output open.
                    "-nodeReuse:false",
                    "-p:UseSharedCompilation=false",
                    // The build of the tree has asked for advisories and run the analyzers already.
                    "-p:NuGetAudit=false",
                    "-p:RunAnalyzers=false",
                    .. compiled
                        ? (string[])
                            [
                                "--use-current-runtime",
                                "--self-contained",
                                "false",
                                "-p:PublishReadyToRun=true",
                            ]
                        : [],
                ],
                PublishPatience,
                ParentBuild.Forgotten
            );
            return new PublishedProgram(folder, scratch);
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    public void Dispose() => build?.Dispose();

    /// <summary>What <c>dotnet test</c> sets for its own build would lead this one astray.</summary>
    private static class ParentBuild
    {
        public static IReadOnlyDictionary<string, string?> Forgotten { get; } =
            Environment
                .GetEnvironmentVariables()
                .Keys.Cast<string>()
                .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(name => name, _ => (string?)null);
    }
}
