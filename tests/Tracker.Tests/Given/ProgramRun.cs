using System.Diagnostics;

namespace Tracker.Tests.Given;

/// <summary>The built program called on a command line, in a folder of its own, until it ends.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tracker-run-");

    /// <summary>Where the program is called from.</summary>
    public string Folder => _folder.FullName;

    /// <summary>What stands on the program's standard input.</summary>
    public string Typed { get; init; } = "";

    public Task<Ended> ProductionAsync(params string[] args) => RunAsync("Production", [], args);

    public async Task<Ended> RunAsync(
        string environment,
        IEnumerable<(string Key, string Value)> settings,
        params IEnumerable<string> args
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Tracker.Web.dll") },
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        // What is set for a program somebody runs beside the tests is not the tests' own.
        foreach (
            var set in start
                .Environment.Keys.Where(k =>
                    k.StartsWith("Tracker__", StringComparison.OrdinalIgnoreCase)
                    || k.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)
                )
                .ToList()
        )
        {
            start.Environment.Remove(set);
        }
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(Typed);
        process.StandardInput.Close();
        var patience = TestContext.Current.CancellationToken;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Ended(process.ExitCode, Lines(await output), Lines(await errors));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed record Ended(
    int ExitCode,
    IReadOnlyList<string> Output,
    IReadOnlyList<string> Errors
);
