using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class ListTests
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_fresh_pack_shows_sixteen_recommendations_in_the_order_of_their_codes(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var page = await ListAsync(tracker, "");
        Assert.Equal(16, page.Total);
        Assert.Equal("KAY-2020-01", page.Rows[0].Code);
        Assert.All(page.Rows, row => Assert.Equal(LeadStanding.Proposed, row.LeadStanding));
    }

    [Theory]
    [InlineData("cedeao", 1)]
    [InlineData("INTEGRER", 1)]
    [InlineData("kay-2020-05", 1)]
    [InlineData("diaspora données", 1)]
    [InlineData("\"' OR 1=1 --", 0)]
    public async Task Search_is_blind_to_accents_and_capitals(string search, int atLeast)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await ListAsync(tracker, "q=" + Uri.EscapeDataString(search));
        Assert.True(
            page.Total >= atLeast,
            $"{page.Total}: {string.Join(", ", page.Rows.Select(r => r.Code))}"
        );
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{page.Total}: {string.Join(", ", page.Rows.Select(r => r.Code))}"
        );
    }

    private static async Task<RecommendationPage> ListAsync(TestTracker tracker, string query)
    {
        var actor = await tracker.CoordinatorAsync();
        var pairs = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(p[0], (string?)Uri.UnescapeDataString(p[1])));
        return await tracker
            .Of<RecommendationQueries>()
            .ListAsync(
                actor,
                FilterAddress.Read(pairs),
                Language.Fr,
                TestContext.Current.CancellationToken
            );
    }
}
