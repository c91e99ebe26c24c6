using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>A counted link leads to as many rows as it says, whatever the state of the data.</summary>
public sealed class CountingTests
{
    private static readonly Flags[] SingleFlags =
    [
        .. Enum.GetValues<Flags>().Where(f => f != Flags.None),
    ];

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Every_count_equals_the_list_it_links_to(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var random = new Random(3);
        foreach (
            var query in new[] { "", "kind=explicit", "status=in_progress&overdue=1", "q=diaspora" }
        )
        {
            await tracker.ScatterAsync(random);
            var counts = await tracker.CountAsync(Actor.Worker, query);
            var open = Asking.Reading(query).Filter with { Statuses = [], Flags = Flags.None };
            Assert.Equal(await TotalAsync(tracker, open), counts.Total);
            Assert.Equal(counts.Total, counts.ByStatus.Values.Sum());
            foreach (var status in Enum.GetValues<ImplementationStatus>())
            {
                Assert.Equal(
                    await TotalAsync(tracker, open with { Statuses = [status] }),
                    counts.ByStatus[status]
                );
            }
            foreach (var flag in SingleFlags)
            {
                Assert.Equal(
                    await TotalAsync(tracker, open with { Flags = flag }),
                    counts.ByFlag[flag]
                );
            }
            Assert.Equal(
                await TotalAsync(tracker, open with { ProposedLead = true }),
                counts.Unconfirmed
            );
            Assert.Equal(
                await TotalAsync(tracker, open with { Leads = [RecommendationFilter.NoLead] }),
                counts.Unassigned
            );
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_conditions_of_the_database_agree_with_the_rules(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var random = new Random(4);
        var seen = Flags.None;
        for (var round = 0; round < 6; round++)
        {
            await tracker.ScatterAsync(random);
            var rows = await tracker.RowsAsync();
            var flags = rows.ToDictionary(
                r => r.Code,
                r => FlagRules.Of(r.FlagFacts, tracker.Clock.Today)
            );
            foreach (var flag in SingleFlags)
            {
                var filter = RecommendationFilter.Everything with { Flags = flag };
                var listed = await tracker.ListAsync(FilterAddress.Write(filter));
                Assert.Equal(
                    flags.Where(f => f.Value.HasFlag(flag)).Select(f => f.Key),
                    listed.Rows.Select(r => r.Code)
                );
                Assert.All(listed.Rows, row => Assert.Equal(flags[row.Code], row.Flags));
                seen |= listed.Total > 0 ? flag : Flags.None;
            }
        }
        Assert.Equal(SingleFlags.Aggregate((a, b) => a | b), seen);
    }

    [Fact]
    public async Task Nothing_found_is_counted_as_nought()
    {
        await using var tracker = await TestTracker.EmptyAsync();
        var counts = await tracker.CountAsync(Actor.Worker, "");
        Assert.Equal((0, 0, 0), (counts.Total, counts.Unassigned, counts.Unconfirmed));
        Assert.All(counts.ByStatus.Values, count => Assert.Equal(0, count));
        Assert.Equal(SingleFlags, counts.ByFlag.Keys);
    }

    private static async Task<int> TotalAsync(TestTracker tracker, RecommendationFilter filter) =>
        (await tracker.ListAsync(FilterAddress.Write(filter))).Total;
}
