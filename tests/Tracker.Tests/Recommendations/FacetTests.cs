using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>The number beside a value is the number of rows one finds by ticking it.</summary>
public sealed class FacetTests
{
    private static readonly string[] Filters =
    [
        "",
        "theme=DIA",
        "theme=DIA&theme=DAT&status=in_progress",
        "overdue=1&kind=explicit",
        "q=diaspora&acceptance=accepted",
        "lead=none",
        "lead_standing=proposed&stale=1",
        "place=ML-1&framework=SDG-10.7",
    ];

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Beside_every_value_of_the_short_lists(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var random = new Random(5);
        foreach (var query in Filters)
        {
            await tracker.ScatterAsync(random);
            var filter = Asking.Reading(query).Filter;
            var tally = await tracker.TallyAsync(Actor.Worker, query);
            var facets = tally.Facets(filter);
            Assert.Equal(await TotalAsync(tracker, filter), tally.Total(filter));
            foreach (var status in Enum.GetValues<ImplementationStatus>())
            {
                await SameAsync(
                    filter with
                    {
                        Statuses = [status],
                    },
                    facets.Status,
                    Codes.Of(status)
                );
            }
            foreach (var answer in Enum.GetValues<Acceptance>())
            {
                await SameAsync(
                    filter with
                    {
                        Acceptances = [answer],
                    },
                    facets.Acceptance,
                    Codes.Of(answer)
                );
            }
            foreach (var kind in Enum.GetValues<RecommendationKind>())
            {
                await SameAsync(filter with { Kinds = [kind] }, facets.Kind, Codes.Of(kind));
            }
            foreach (var theme in new[] { "DIA", "DAT", "GOV", "PRO" })
            {
                await SameAsync(filter with { Themes = [theme] }, facets.Theme, theme);
            }
        }

        async Task SameAsync(
            RecommendationFilter asked,
            IReadOnlyDictionary<string, int> counts,
            string value
        ) => Assert.Equal(await TotalAsync(tracker, asked), counts.GetValueOrDefault(value));
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Beside_every_value_of_the_long_lists(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var random = new Random(6);
        foreach (var query in Filters)
        {
            await tracker.ScatterAsync(random);
            foreach (
                var parameter in new[]
                {
                    "lead",
                    "supporting",
                    "workshop",
                    "funder",
                    "place",
                    "framework",
                }
            )
            {
                var filter = Asking.Reading(query).Filter;
                var counts = await tracker
                    .Of<FacetQueries>()
                    .CountAsync(Actor.Worker, filter, parameter, Patience);
                var rest = string.Join(
                    '&',
                    FilterAddress
                        .Conditions(filter)
                        .Where(c => c.Parameter != parameter)
                        .Select(c => $"{c.Parameter}={c.Value}")
                );
                foreach (var (value, count) in counts.Take(12))
                {
                    Assert.Equal(
                        (await tracker.ListAsync($"{rest}&{parameter}={value}")).Total,
                        count
                    );
                }
            }
        }
    }

    [Fact]
    public async Task A_region_counts_what_lies_in_its_districts_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var counts = await tracker
            .Of<FacetQueries>()
            .CountAsync(Actor.Worker, RecommendationFilter.Everything, "place", Patience);
        Assert.Equal((await tracker.ListAsync("place=ML-1")).Total, counts["ML-1"]);
        Assert.Equal((await tracker.ListAsync("place=ML")).Total, counts["ML"]);
    }

    [Fact]
    public async Task A_write_is_seen_by_the_next_count_and_a_donor_counts_what_it_funds()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var donor = await tracker.PersonAsync(Role.DonorViewer, "FFU");
        var other = await tracker.PersonAsync(Role.DonorViewer, "INSTAT");
        Assert.Equal(16, (await tracker.CountAsync(donor, "")).Total);
        Assert.Equal(
            (await tracker.ListAsync(other, "")).Total,
            (await tracker.CountAsync(other, "")).Total
        );
        Assert.Equal(
            0,
            (await tracker.CountAsync(donor, "")).ByStatus[ImplementationStatus.InProgress]
        );

        await tracker.StateAsync(r => r.Status = ImplementationStatus.InProgress, "KAY-2020-01");
        Assert.Equal(
            1,
            (await tracker.CountAsync(donor, "")).ByStatus[ImplementationStatus.InProgress]
        );

        await tracker.StateAsync(r => r.DueDate = new(2021, 2, 1), "KAY-2020-01");
        Assert.Equal(0, (await tracker.CountAsync(donor, "")).ByFlag[Flags.Overdue]);
        tracker.ItIsNow(new(2021, 2, 2));
        Assert.Equal(1, (await tracker.CountAsync(donor, "")).ByFlag[Flags.Overdue]);
    }

    private static async Task<int> TotalAsync(TestTracker tracker, RecommendationFilter filter) =>
        (await tracker.ListAsync(FilterAddress.Write(filter))).Rows.Count;
}
