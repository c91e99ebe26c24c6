using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class NeighboursTests
{
    [Theory]
    [InlineData("", "KAY-2020-01", 1, 1, null, "KAY-2020-02")]
    [InlineData("", "KAY-2020-08", 8, 8, "KAY-2020-07", "KAY-2020-09")]
    [InlineData("", "KAY-2020-16", 16, 16, "KAY-2020-15", null)]
    [InlineData("dir=desc", "KAY-2020-16", 1, 1, null, "KAY-2020-15")]
    [InlineData("", "KAY-2020-08", 1, 8, "KAY-2020-07", "KAY-2020-09")]
    [InlineData("", "KAY-2020-08", -40, 8, "KAY-2020-07", "KAY-2020-09")]
    public async Task A_record_knows_what_stands_beside_it(
        string query,
        string code,
        int position,
        int found,
        string? previous,
        string? next
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Equal(
            new Neighbours(found, 16, previous, next),
            await AtAsync(tracker, query, code, position)
        );
    }

    [Fact]
    public async Task Neighbours_are_those_of_the_filtered_list()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Equal(
            new Neighbours(2, 4, "KAY-2020-01", "KAY-2020-11"),
            await AtAsync(tracker, "lead=MMEIA", "KAY-2020-03", 2)
        );
        Assert.Null(await AtAsync(tracker, "lead=MMEIA", "KAY-2020-02", 2));
        Assert.Null(await AtAsync(tracker, "", "KAY-2020-99", 1));
        Assert.Null(await AtAsync(tracker, "", "KAY-2020-08", int.MaxValue));
    }

    private static Task<Neighbours?> AtAsync(
        TestTracker tracker,
        string query,
        string code,
        int position
    ) =>
        tracker
            .Of<RecommendationQueries>()
            .NeighboursAsync(
                Actor.Worker,
                Asking.Reading(query).Filter,
                code,
                position,
                Language.Fr,
                TestContext.Current.CancellationToken
            );
}
