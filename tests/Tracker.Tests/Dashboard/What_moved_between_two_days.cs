using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Dashboard;
using Tracker.Tests.Given;

namespace Tracker.Tests.Dashboard;

/// <summary>Links and themes are what they were on either evening, also where nothing else moved.</summary>
public sealed class What_moved_between_two_days
{
    private static readonly DateOnly Then = new(2021, 2, 1);
    private static readonly DateOnly Later = new(2021, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_place_that_came_for_another_is_told_though_no_state_changed(
        Database database
    )
    {
        await using var tracker = await EnteredAsync(database);
        await CorrectAsync(tracker, e => e with { Places = ["ML-2"] });

        var changes = await BetweenAsync(tracker, Then, Later, "");

        var change = Assert.Single(changes.Records, r => r.Code == "KAY-2020-17");
        Assert.Equal(
            [new LinkChange("place", "ML-1", false), new LinkChange("place", "ML-2", true)],
            change.Links.OrderBy(l => l.Code)
        );
        Assert.Equal(change.Before!.Status, change.After!.Status);
        Assert.Empty((await BetweenAsync(tracker, Later, Later.AddDays(1), "")).Records);
        var gone = await BetweenAsync(tracker, Then, Later, "place=ML-1");
        Assert.Null(Assert.Single(gone.Records).After);
        Assert.Empty(gone.Records[0].Links);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task An_earlier_day_names_the_theme_of_that_day(Database database)
    {
        await using var tracker = await EnteredAsync(database);
        await CorrectAsync(tracker, e => e with { ThemeCode = "DIA" });

        var changes = await BetweenAsync(tracker, Then, Later, "q=guichet");
        var earlier = (await tracker.ListAsync("q=guichet&as_of=2021-02-01")).Rows[0];
        var now = (await tracker.ListAsync("q=guichet")).Rows[0];

        Assert.Equal(("GOV", "DIA"), (earlier.ThemeCode, now.ThemeCode));
        Assert.NotEqual(earlier.Theme, now.Theme);
        var change = Assert.Single(changes.Records);
        Assert.Equal((earlier.Theme, now.Theme), (change.Before!.Theme, change.After!.Theme));
    }

    private static async Task<TestTracker> EnteredAsync(Database database)
    {
        var tracker = await TestTracker.KayesAsync(database);
        tracker.ItIsNow(new DateOnly(2021, 1, 20));
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        Ends.Done(await tracker.PublishAsync(coordinator, "KAY-2020-17"));
        return tracker;
    }

    private static async Task CorrectAsync(
        TestTracker tracker,
        Func<RecommendationEntry, RecommendationEntry> change
    )
    {
        tracker.ItIsNow(new DateOnly(2021, 2, 15));
        Ends.Done(
            await tracker.CorrectAsync(
                await tracker.CoordinatorAsync(),
                "KAY-2020-17",
                change(Entries.Recommendation())
            )
        );
        tracker.ItIsNow(Later.AddDays(5));
    }

    private static Task<ChangesBetween> BetweenAsync(
        TestTracker tracker,
        DateOnly from,
        DateOnly to,
        string query
    ) =>
        tracker
            .Of<ChangeQueries>()
            .BetweenAsync(Actor.Worker, Asking.Reading(query), from, to, null, Cancellation);
}
