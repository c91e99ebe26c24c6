using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Demonstration;
using Tracker.Data.Demonstration;
using Tracker.Documents.Demonstration;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Given;

/// <summary>Sample data, as the verb demo-data loads it.</summary>
internal static class Samples
{
    public static SampleProgramme Programme(int seed = 1) =>
        new(DomainPackReader.Read(withKayes: false), SampleWordsReader.Read(), seed);

    /// <summary>A tracker with the domain pack, in the year 2026.</summary>
    public static async Task<TestTracker> ReadyAsync(Database database = Database.Sqlite)
    {
        var tracker = await TestTracker.EmptyAsync(database, new DateOnly(2026, 3, 2));
        Ends.Done(await tracker.LoadAsync());
        return tracker;
    }

    public static Task<Outcome> AddSamplesAsync(
        this TestTracker tracker,
        int recommendations,
        int? history = null,
        int seed = 1,
        Actor? actor = null
    ) =>
        tracker
            .Of<DemonstrationCommands>()
            .LoadAsync(
                actor ?? Actor.Worker,
                Programme(seed),
                recommendations,
                history,
                cancellation: TestContext.Current.CancellationToken
            );

    /// <summary>The same for a program that serves, with as much history as belongs to them.</summary>
    public static async Task AddSamplesAsync(this WebHost host, int recommendations) =>
        Ends.Done(
            await host.Of<DemonstrationCommands>()
                .LoadAsync(
                    Actor.Worker,
                    Programme(),
                    recommendations,
                    history: null,
                    cancellation: TestContext.Current.CancellationToken
                )
        );
}
