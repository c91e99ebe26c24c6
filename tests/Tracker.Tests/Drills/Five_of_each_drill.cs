using Tracker.Benchmarks.Drills;
using Tracker.EndToEnd.Harness;
using Tracker.Tests.Given;

namespace Tracker.Tests.Drills;

/// <summary>
/// A handful of each drill; hundreds of them by hand: <c>tests/Tracker.Benchmarks -- drills</c>. How long the program
/// takes to be ready again is printed, and fails nothing here.
/// </summary>
public sealed class Five_of_each_drill(ITestOutputHelper output)
{
    private const int Five = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Two_writers_on_one_record_lose_nothing_and_merge_nothing_in_silence(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        // As any clock would: no two saves at one instant.
        tracker.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var drill = new RaceDrill(
            tracker.Of<IServiceProvider>(),
            await tracker.CoordinatorAsync(),
            await tracker.FocalPointAsync("MEFP"),
            seed: 5
        );
        await drill.RunAsync(Five * 4, Cancellation);
        output.WriteLine(drill.Counts.ToString());
        Assert.Empty(drill.Counts.Wrong);
        Assert.Equal(Five * 4, drill.Counts.Races);
        Assert.Equal((0, 0), (drill.Counts.LostEdits, drill.Counts.SilentMerges));
        Assert.True(drill.Counts.Conflicts >= Five && drill.Counts.Merged >= Five);
    }

    [Fact]
    public async Task Killed_under_saves_and_uploads_the_program_has_all_it_acknowledged()
    {
        await using var server = await StartAsync();
        await using var drill = new KillDrill(server, seed: 5);
        await drill.RunAsync(Five, output.WriteLine, Cancellation);
        output.WriteLine(drill.Counts.ToString());
        Assert.Empty(drill.Counts.Wrong);
        Assert.Equal((0, 0), (drill.Counts.Lost, drill.Counts.Corrupt));
        Assert.Equal(Five, drill.Counts.Counted);
    }

    [Fact]
    public async Task Killed_while_somebody_types_the_program_offers_the_text_to_its_author_alone()
    {
        await using var server = await StartAsync();
        var drill = new TypingDrill(server, seed: 5);
        await drill.RunAsync(Five, output.WriteLine, Cancellation);
        output.WriteLine(drill.Counts.ToString());
        Assert.Empty(drill.Counts.Wrong);
        Assert.Equal((Five, 0), (drill.Counts.Offered, drill.Counts.OfferedToOthers));
    }

    private static Task<PublishedServer> StartAsync() =>
        PublishedServer.StartAsync(PublishedProgram.Built, new ServerSettings());
}
