using Tracker.Core.Words;
using Tracker.Data.Storage;
using Tracker.Web.Exports;
using Tracker.Web.Setup;

namespace Tracker.Web.Verbs;

/// <summary>What the program can be asked to do on a command line. Without a verb it serves.</summary>
internal static class Verb
{
    public static async Task<int> RunAsync(string[] args, string callerDirectory)
    {
        var verb = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "serve";
        var rest = args.Length > 0 && args[0] == verb ? args[1..] : args;
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            return Say(Console.Out, VerbHelp.Of(verb));
        }
        try
        {
            return verb switch
            {
                "serve" => await ServeAsync(rest, callerDirectory),
                "migrate" => await MigrateAsync(rest, callerDirectory),
                "seed" => await SeedAsync(rest, callerDirectory),
                "export" => await ExportAsync(rest, callerDirectory),
                "import" => await ImportFile.RunAsync(rest, callerDirectory),
                "create-admin" => await CreateAdmin.RunAsync(rest, callerDirectory),
                "health" => await AskHealth.RunAsync(rest),
                "demo-data" => await DemoDataAsync(rest, callerDirectory),
                _ => Say(Console.Error, $"Unknown verb '{verb}'. {VerbHelp.Verbs}", exitCode: 1),
            };
        }
        catch (SettingsException problem)
        {
            return Say(Console.Error, problem.Message, exitCode: 1);
        }
        catch (Exception problem) when (DatabaseFaults.Of(problem) is { } fault)
        {
            // Its own words may hold the connection string's parts, so only their kind is said.
            return Say(
                Console.Error,
                $"ConnectionStrings:Tracker or Tracker:DataDirectory: {DatabaseFaults.Sentence(fault)} ({Codes.Of(fault)}).",
                exitCode: 1
            );
        }
    }

    private static async Task<int> ServeAsync(string[] args, string callerDirectory)
    {
        FreedBlocks.Share();
        await using var app = TrackerHost.Build(args, callerDirectory);
        await FirstStart.PrepareAsync(app.Services, app.Logger, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> MigrateAsync(string[] args, string callerDirectory)
    {
        await using var app = TrackerHost.Build(args, callerDirectory);
        var applied = await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        return Say(Console.Out, $"{applied.Count} migrations applied.");
    }

    private static async Task<int> SeedAsync(string[] args, string callerDirectory)
    {
        await using var app = TrackerHost.Build(
            [.. args.Where(a => a != "--kayes")],
            callerDirectory
        );
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        var outcome = await FirstStart.LoadReferenceAsync(
            app.Services,
            args.Contains("--kayes"),
            CancellationToken.None
        );
        return outcome is Core.Outcome.Done done
            ? Say(Console.Out, $"{done.Code} rows added.")
            : Say(Console.Error, outcome.ToString(), exitCode: 1);
    }

    private static async Task<int> ExportAsync(string[] args, string callerDirectory)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return Say(Console.Error, VerbHelp.Of("export"), exitCode: 1);
        }
        var file = Path.GetFullPath(args[0], callerDirectory);
        await using var app = TrackerHost.Build(args[1..], callerDirectory);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var problem = await scope
            .ServiceProvider.GetRequiredService<ExportFile>()
            .WriteAsync(file, CancellationToken.None);
        return problem is null ? Say(Console.Out, file) : Say(Console.Error, problem, exitCode: 1);
    }

    private static async Task<int> DemoDataAsync(string[] args, string callerDirectory)
    {
        var (said, exitCode) = await DemoData.RunAsync(args, callerDirectory);
        return Say(exitCode == 0 ? Console.Out : Console.Error, said, exitCode);
    }

    internal static int Say(TextWriter where, string? what, int exitCode = 0)
    {
        where.WriteLine(what);
        return exitCode;
    }
}
