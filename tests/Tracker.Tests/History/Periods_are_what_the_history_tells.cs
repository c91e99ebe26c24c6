using Tracker.Core.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.History;

public sealed class Periods_are_what_the_history_tells(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task After_random_deeds_of_months_no_day_differs(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var done = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(41, 12))
        {
            // What was closed or refused is open again: otherwise little would happen after the first weeks.
            await tracker.StateAsync(
                item =>
                {
                    item.Status = ImplementationStatus.InProgress;
                    item.Acceptance = Acceptance.Accepted;
                    item.LeadCode ??= "MEFP";
                },
                RandomDeeds.Codes
            );
            var deeds = new RandomDeeds(tracker, new Random(seed));
            await deeds.RunAsync(30);
            foreach (var (deed, count) in deeds.DoneOf)
            {
                done[deed] = done.GetValueOrDefault(deed) + count;
            }
        }
        await using var context = tracker.Of<Contexts>().Open();
        var told = await StateFromHistory.ToldAsync(context, Cancellation);
        output.WriteLine(
            $"{told.Count} stretches of days; done: {string.Join(", ", done.Select(d => $"{d.Key} {d.Value}"))}."
        );
        Assert.Empty(await StateFromHistory.DifferencesAsync(context, Cancellation));
        Assert.True(
            told.Count > 150,
            $"Only {told.Count} stretches: the deeds changed too little."
        );
        Assert.All(
            ["answer", "update", "status", "evidence", "milestone", "link of a milestone", "undo"],
            deed => Assert.True(done.GetValueOrDefault(deed) > 2, $"Too few: {deed}.")
        );
    }

    [Theory]
    [InlineData("UPDATE \"RecommendationPeriods\" SET \"Percent\" = 99 WHERE \"To\" IS NULL", 32)]
    [InlineData("UPDATE \"RecommendationPeriods\" SET \"From\" = '2020-12-19'", 32)]
    [InlineData("UPDATE \"RecommendationSupports\" SET \"To\" = '2021-01-01'", null)]
    [InlineData("DELETE FROM \"RecommendationPlaces\"", null)]
    public async Task A_day_changed_by_hand_is_found(string change, int? differences)
    {
        await using var tracker = await TestTracker.KayesAsync();
        await using (var before = tracker.Of<Contexts>().Open())
        {
            Assert.Empty(await StateFromHistory.DifferencesAsync(before, Cancellation));
        }
        await tracker.ExecuteAsync(change);
        await using var context = tracker.Of<Contexts>().Open();
        var found = await StateFromHistory.DifferencesAsync(context, Cancellation);
        Assert.NotEmpty(found);
        Assert.Equal(differences ?? found.Count, found.Count);
    }
}
