using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Stories;

/// <summary>Story 11: a ministry is renamed, a cercle becomes a region; reports keep the words of their day.</summary>
public sealed class Names_move
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_lead_is_shown_by_the_name_of_the_day_and_found_by_either(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        tracker.ItIsNow(new DateOnly(2023, 5, 2));

        var then = await tracker.ListAsync("lead=MMEIA&as_of=2020-12-31");
        var later = await tracker.ListAsync("lead=MMEIA&as_of=2021-12-31");
        var (old, renamed) = (NameOf(then), NameOf(later));

        Assert.Equal((4, 4), (then.Total, later.Total));
        Assert.NotEqual(old, renamed);
        Assert.Equal(4, (await tracker.ListAsync($"q={Uri.EscapeDataString(old)}")).Total);
        Assert.Equal(4, (await tracker.ListAsync($"q={Uri.EscapeDataString(renamed)}")).Total);
        Assert.Equal(old, LeadOf(await tracker.FiguresAsync("as_of=2020-12-31")));
        Assert.Equal(renamed, LeadOf(await tracker.FiguresAsync("as_of=2021-12-31")));
        var code = then.Rows[0].Code;
        Assert.Equal(old, await RecordedAsync(new DateOnly(2020, 12, 31)));
        Assert.Equal(renamed, await RecordedAsync(new DateOnly(2021, 12, 31)));
        Assert.Null(await RecordedAsync(new DateOnly(2020, 1, 1)));

        async Task<string?> RecordedAsync(DateOnly day) =>
            (
                await tracker
                    .Of<DatedRecordQueries>()
                    .FindAsync(Actor.Worker, code, day, TestContext.Current.CancellationToken)
            )
                ?.Lead?.Name.In(Language.Fr)
                .Text;

        static string NameOf(Core.Recommendations.RecommendationPage page) =>
            page.Rows.Select(r => r.Lead!.Name.In(Language.Fr).Text).Distinct().Single();

        static string LeadOf(DashboardFigures figures) =>
            figures.ByLead.Single(l => l.Of?.Code == "MMEIA").Of!.Name.In(Language.Fr).Text;
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Kita_counts_under_Kayes_until_it_is_a_region_and_then_on_its_own(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(
            await tracker.EnterAsync(
                coordinator,
                Entries.Recommendation() with
                {
                    Places = ["ML-1-KIT", "ML-3"],
                }
            )
        );
        Ends.Done(await tracker.PublishAsync(coordinator, "KAY-2020-17"));
        tracker.ItIsNow(new DateOnly(2024, 5, 2));

        Assert.Contains("17", await Under("place=ML-1&as_of=2022-12-31"), StringComparison.Ordinal);
        Assert.Equal("", await Under("place=ML-R-KIT&as_of=2022-12-31"));
        Assert.DoesNotContain("17", await Under("place=ML-1"), StringComparison.Ordinal);
        Assert.Equal("17", await Under("place=ML-R-KIT"));

        var regions = await tracker.FiguresAsync("as_of=2022-12-31", by: Breakdown.Place);
        var today = await tracker.FiguresAsync("", by: Breakdown.Place);
        Assert.Null(regions.ByLink.FirstOrDefault(p => p.Of!.Code == "ML-R-KIT"));
        Assert.Equal(1, today.ByLink.Single(p => p.Of!.Code == "ML-R-KIT").Total);
        Assert.Equal(17, today.Counts.Total);
        Assert.True(today.ByLink.Sum(p => p.Total) > today.Counts.Total);
        Assert.Equal(today.Counts.Total, (await tracker.ListAsync("")).Total);

        Task<string> Under(string query) => tracker.NumbersAsync(query);
    }
}
