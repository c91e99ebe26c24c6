using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class LastFilterTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Each_person_finds_the_own_last_filter_again_also_after_it_was_written_down(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var (mine, theirs) = (await tracker.CoordinatorAsync(), await tracker.CoordinatorAsync());
        Remember(tracker, mine, "theme=DIA&page=3");
        Remember(tracker, theirs, "overdue=1");
        Assert.Equal("theme=DIA", await LastAsync(tracker, mine));

        await StoreAsync(tracker);
        Remember(tracker, mine, "theme=DAT&sort=due");
        await StoreAsync(tracker);

        Assert.Equal("theme=DAT&sort=due", await LastAsync(tracker, mine));
        Assert.Equal("overdue=1", await LastAsync(tracker, theirs));
    }

    [Fact]
    public async Task The_plain_list_is_not_worth_remembering_and_nobody_is_remembered_without_a_name()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var reader = await tracker.CoordinatorAsync();
        Remember(tracker, reader, "theme=DIA");
        Remember(tracker, reader, "sort=due");
        Remember(tracker, Actor.Anonymous, "theme=DIA");
        Assert.Equal("theme=DIA", await LastAsync(tracker, reader));
        Assert.Null(await LastAsync(tracker, Actor.Anonymous));
    }

    [Fact]
    public async Task Remembering_leaves_no_history_and_an_account_that_is_gone_is_left_out()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var before = await tracker.LineCountAsync();
        Remember(tracker, new Actor(Guid.CreateVersion7(), "Parti", Role.Analyst, []), "theme=DIA");
        await StoreAsync(tracker);
        Assert.Equal(before, await tracker.LineCountAsync());
        await using var context = tracker.Of<Contexts>().Open();
        Assert.Equal(0, await context.LastFilters.CountAsync(Patience));
    }

    private static void Remember(TestTracker tracker, Actor actor, string query) =>
        tracker.Of<LastFilterCommands>().Remember(actor, Asking.Reading(query).Filter);

    private static Task StoreAsync(TestTracker tracker) =>
        tracker.Of<LastFilterCommands>().StoreAsync(Actor.Worker, Patience);

    private static Task<string?> LastAsync(TestTracker tracker, Actor actor) =>
        tracker.Of<LastFilterQueries>().OfAsync(actor, Patience);
}
