using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>
/// With few matches a page is read from the few, with many along its order, and words by index or in the texts. On
/// enough samples that each way is gone, the rows are those of the plain question.
/// </summary>
public sealed class A_page_is_the_same_however_it_is_read
{
    private static readonly string[] Addresses =
    [
        "",
        "page=7",
        "dir=desc&page=3",
        "sort=title&size=50",
        "sort=title&dir=desc",
        "sort=due",
        "sort=due&dir=desc&page=20",
        "sort=status&dir=desc",
        "sort=lead&dir=desc",
        "sort=percent&page=2",
        "sort=updated&dir=desc&page=60",
        "sort=theme",
        "sort=acceptance",
        "theme=GOV&status=in_progress&sort=due",
        "lead=EX-AGENCE",
        "lead=EX-ONG&sort=title",
        "lead=none",
        "lead=none&lead=EX-ONG&sort=lead",
        "status=not_started&status=in_progress&status=implemented&status=verified&status=deferred",
        "lead_standing=proposed&theme=PRV",
        "place=ML",
        "place=ML-1&sort=due",
        "place=ML-1-KAY",
        "framework=GCM",
        "framework=GCM-03&sort=due&dir=desc",
        "supporting=EX-RADIO",
        "funder=EX-FONDS-A&sort=title",
        "workshop=EX0003-2014",
        "overdue=1&sort=due",
        "due_soon=1",
        "due_soon=1&sort=due",
        "stale=1&theme=EMP",
        "awaiting=1",
        "review_due=1",
        "due_after=2026-06-01&sort=due",
        "due_before=2012-01-01",
        "changed_after=2026-01-01",
        "changed_after=2012-01-01&sort=updated",
        "q=migrant",
        "q=recommandations",
        "q=formation",
        "q=recommend&sort=title&page=2",
        "q=EX0002",
        "q=jeunes communes&status=not_started&sort=due",
        "q=zzz",
        "publication=draft",
    ];

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Along_its_order_or_from_the_few(Database database)
    {
        await using var tracker = await Samples.ReadyAsync(database);
        Ends.Done(await tracker.AddSamplesAsync(2_400));
        var donor = await tracker.PersonAsync(Role.DonorViewer, "EX-FONDS-B");
        var (ways, filled) = (new HashSet<string>(), 0);
        foreach (var address in Addresses)
        {
            foreach (var actor in new[] { Actor.Worker, donor })
            {
                var (plain, way) = await PlainAsync(tracker, actor, address);
                var rows = await tracker
                    .Of<RecommendationQueries>()
                    .RowsAsync(
                        actor,
                        Asking.Reading(address).Filter,
                        Language.Fr,
                        TestContext.Current.CancellationToken
                    );
                Assert.Equal(plain, rows.Select(r => r.Code));
                ways.Add(way);
                filled += plain.Count > 0 ? 1 : 0;
            }
        }
        Assert.Equal(3, ways.Count);
        Assert.True(filled > Addresses.Length, $"Only {filled} pages held rows.");
    }

    [Fact]
    public async Task A_page_past_the_end_has_no_rows_and_none_is_too_far()
    {
        await using var tracker = await TestTracker.KayesAsync();
        foreach (var page in new[] { 2, 99_999_999, int.MaxValue })
        {
            Assert.Empty(
                await tracker
                    .Of<RecommendationQueries>()
                    .RowsAsync(
                        Actor.Worker,
                        RecommendationFilter.Everything with
                        {
                            Page = page,
                            Size = 100,
                        },
                        Language.Fr,
                        TestContext.Current.CancellationToken
                    )
            );
        }
    }

    private static async Task<(List<string> Codes, string Way)> PlainAsync(
        TestTracker tracker,
        Actor actor,
        string address
    )
    {
        var token = TestContext.Current.CancellationToken;
        var (clock, search) = (tracker.Of<ProgrammeClock>(), tracker.Of<IRecommendationSearch>());
        await using var context = tracker.Of<Contexts>().Open();
        var filter = Asking.Reading(address).Filter;
        var resolution = await FilterResolution.OfAsync(context, actor, filter, clock.Today, token);
        var codes = await context
            .Kept(actor, resolution, clock, search)
            .Arranged(resolution.Filter, Language.Fr)
            .Skip((filter.Page - 1) * filter.Size)
            .Take(filter.Size)
            .Select(r => r.Item.Code)
            .ToListAsync(token);
        var way = await Narrowing.OfAsync(context, actor, resolution, clock, search, token);
        return (
            codes,
            way switch
            {
                { WordsAreFew: true } => "words",
                { Few: not null } => "few",
                _ => "order",
            }
        );
    }
}
