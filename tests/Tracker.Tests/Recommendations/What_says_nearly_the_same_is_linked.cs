using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>At entry a near-duplicate is proposed as a link, which a coordinator confirms or refuses.</summary>
public sealed class What_says_nearly_the_same_is_linked
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_new_one_that_repeats_another_is_proposed_as_its_link(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(
            await tracker.EnterAsync(
                coordinator,
                Entries.Recommendation() with
                {
                    Title = new Bilingual(
                        "Accroitre la contribution de l'Etat aux projets portés par la diaspora !",
                        null
                    ),
                }
            )
        );
        Assert.Equal(LinkStanding.Proposed, (await OfAsync("KAY-2020-17")).Standing);
        Assert.Equal("KAY-2020-17", (await OfAsync("KAY-2020-10")).Code);

        var related = tracker.Of<RelatedCommands>();
        Ends.Done(
            await related.SettleAsync(coordinator, "KAY-2020-10", "KAY-2020-17", true, Cancellation)
        );
        Assert.Equal(LinkStanding.Confirmed, (await OfAsync("KAY-2020-17")).Standing);
        Ends.Done(
            await related.SettleAsync(
                coordinator,
                "KAY-2020-17",
                "KAY-2020-10",
                false,
                Cancellation
            )
        );
        Assert.Empty((await FindAsync("KAY-2020-17")).Related);

        async Task<RelatedRecommendation> OfAsync(string code) =>
            Assert.Single((await FindAsync(code)).Related);

        async Task<RecommendationRecord> FindAsync(string code) =>
            (await tracker.Of<RecordQueries>().FindAsync(coordinator, code, Cancellation))!;
    }

    [Fact]
    public async Task One_that_says_something_of_its_own_is_linked_to_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        var record = await tracker
            .Of<RecordQueries>()
            .FindAsync(coordinator, "KAY-2020-17", Cancellation);
        Assert.Empty(record!.Related);
    }
}
