using System.Diagnostics;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Demonstration;
using Tracker.Data.Demonstration;
using Tracker.Data.Seed;
using Tracker.Data.Storage;
using Tracker.Documents.Demonstration;
using Tracker.Documents.Seed;
using Tracker.Web.Setup;

namespace Tracker.Web.Verbs;

/// <summary>Fills the database with sample data.</summary>
internal static class DemoData
{
    public static async Task<(string Said, int ExitCode)> RunAsync(
        string[] args,
        string callerDirectory
    )
    {
        var (options, problem) = DemoDataOptions.Read(args);
        if (options is null)
        {
            return (problem!, 1);
        }
        await using var app = TrackerHost.Build([.. options.Rest], callerDirectory);
        if (app.Environment.IsProduction() && !options.Yes)
        {
            return (
                "This is a Production environment, whose figures are for real: sample data is added with --yes only.",
                1
            );
        }
        var clock = Stopwatch.StartNew();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        var pack = DomainPackReader.Read(withKayes: false);
        await app.Services.GetRequiredService<SeedCommands>().LoadAsync(Actor.Worker, pack);
        var outcome = await app
            .Services.GetRequiredService<DemonstrationCommands>()
            .LoadAsync(
                Actor.Worker,
                new SampleProgramme(pack, SampleWordsReader.Read(), options.Seed),
                options.Recommendations,
                options.History,
                new Lines(options.Recommendations)
            );
        return outcome switch
        {
            Outcome.Done { Code: "0" } => (
                $"The sample data of seed {options.Seed} is there already: nothing added.",
                0
            ),
            Outcome.Done done => (
                $"{done.Code} sample recommendations added in {clock.Elapsed.TotalSeconds:0} s.",
                0
            ),
            Outcome.Invalid { Faults: [{ Field: "Seed" } fault] } => (
                $"The database holds sample data of seed {fault.Detail}; it takes one set only.",
                1
            ),
            Outcome.Invalid { Faults: [{ Field: "History" } fault] } => (
                $"--history needs at least {fault.Detail}: each thing has a line of its own beginning.",
                1
            ),
            _ => (outcome.ToString(), 1),
        };
    }

    /// <summary>One line every ten thousand, on the error output: the standard output says how it ended.</summary>
    private sealed class Lines(int all) : IProgress<int>
    {
        private const int Step = 10_000;
        private int _said;

        public void Report(int value)
        {
            if (value / Step > _said)
            {
                _said = value / Step;
                Console.Error.WriteLine($"{value} of {all}");
            }
        }
    }
}
