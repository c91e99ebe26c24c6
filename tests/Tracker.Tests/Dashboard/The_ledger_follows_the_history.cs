using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Data.Dashboard;
using Tracker.Data.Storage;
using Tracker.Tests.Given;
using Tracker.Tests.Import.Writing;

namespace Tracker.Tests.Dashboard;

/// <summary>What is held in memory and moved on line by line is what a first reading would find.</summary>
public sealed class The_ledger_follows_the_history
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Through_random_deeds_and_what_is_taken_back(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await tracker.StateAsync(
            item =>
            {
                item.Status = ImplementationStatus.InProgress;
                item.Acceptance = Acceptance.Accepted;
                item.LeadCode ??= "MEFP";
            },
            RandomDeeds.Codes
        );
        var before = await HeldAsync(tracker);
        var deeds = new RandomDeeds(tracker, new Random(5));
        for (var round = 0; round < 40; round++)
        {
            await deeds.RunAsync(4);

            Assert.Equal(await ReadAnewAsync(tracker), await HeldAsync(tracker));
        }
        Assert.NotEqual(before, await HeldAsync(tracker));
        Assert.All(
            new[] { "status", "update", "evidence", "answer" },
            kind => Assert.Contains(kind, deeds.DoneOf.Keys)
        );
        Assert.True(deeds.Ended.Count > 1);
    }

    [Fact]
    public async Task Through_files_that_come_and_are_taken_back()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var before = await HeldAsync(tracker);

        var batch = await tracker.AppliedAsync(
            coordinator,
            HandMade.Preview(HandMade.Record(1, ImportAction.Create, HandMade.New("KAY-2020-90")))
        );
        var with = await HeldAsync(tracker);
        Ends.Done(await tracker.UndoAsync(coordinator, batch));

        Assert.Equal(before.Count + 1, with.Count);
        Assert.Equal(before, await HeldAsync(tracker));
    }

    [Fact]
    public async Task What_changes_without_a_line_of_history_is_not_seen_and_the_comparison_tells()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await HeldAsync(tracker);

        Assert.Equal(1, await tracker.ExecuteAsync(Breach));
        await tracker.StateAsync(item => item.ThemeCode = "GOV", "KAY-2020-02");

        var (held, anew) = (await HeldAsync(tracker), await ReadAnewAsync(tracker));
        Assert.Equal(["KAY-2020-01"], anew.Except(held).Select(told => told[..11]));
    }

    private const string Breach = """
        UPDATE "RecommendationPeriods" SET "ThemeCode" = 'EMP' WHERE "To" IS NULL AND "RecommendationId" =
        (SELECT "Id" FROM "Recommendations" WHERE "Code" = 'KAY-2020-01')
        """;

    /// <summary>The one that lives as long as the program.</summary>
    private static Task<List<string>> HeldAsync(TestTracker tracker) =>
        ToldAsync(tracker, tracker.Of<Ledgers>());

    private static async Task<List<string>> ReadAnewAsync(TestTracker tracker)
    {
        using var ledgers = new Ledgers();
        return await ToldAsync(tracker, ledgers);
    }

    private static async Task<List<string>> ToldAsync(TestTracker tracker, Ledgers ledgers)
    {
        await using var context = tracker.Of<Contexts>().Open();
        var ledger = await ledgers.ReadAsync(context, Cancellation);
        return
        [
            .. ledger
                .Entries.Select(e =>
                    $"{e.Code} {e.Id} {e.WorkshopId} {e.ChangedAt:O} {e.ShownSince:O} {string.Join("; ", e.Periods)}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }
}
