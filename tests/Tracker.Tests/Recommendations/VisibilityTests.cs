using Tracker.Core.Access;
using Tracker.Data.History;
using Tracker.Data.Lists;
using Tracker.Data.Recommendations;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class VisibilityTests
{
    private const string Draft = "KAY-2020-17";
    private const string Archived = "KAY-2020-02";
    private const string Published = "KAY-2020-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Each_role_sees_what_is_its_to_see(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation(Draft)));
        Ends.Done(await tracker.ArchiveAsync(coordinator, Archived, "Doublon"));

        await SeesAsync(tracker, coordinator, Published, Draft, Archived);
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        await SeesAsync(tracker, admin, Published, Draft, Archived);
        await SeesAsync(tracker, await tracker.FocalPointAsync("DGME"), Published);
        await SeesAsync(tracker, await tracker.FocalPointAsync("MSDS"), Published);
        await SeesAsync(tracker, await tracker.PersonAsync(Role.Analyst, "INSTAT"), Published);
        await SeesAsync(tracker, await tracker.PersonAsync(Role.DonorViewer, "FFU"), Published);
        await SeesAsync(tracker, await tracker.PersonAsync(Role.DonorViewer, "IDF"));
        await SeesAsync(tracker, Actor.Anonymous);

        Assert.Equal(1, (await tracker.ListAsync(coordinator, "publication=draft")).Total);
        Assert.Equal(15, (await tracker.ListAsync(coordinator, "")).Total);
    }

    [Fact]
    public async Task Drafts_are_not_listed_for_those_who_may_not_see_them()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation(Draft)));
        var lead = await tracker.FocalPointAsync("DGME");
        var page = await tracker.ListAsync(lead, "publication=draft&q=guichet");
        Assert.DoesNotContain(page.Rows, r => r.Code == Draft);
        Assert.Equal(0, (await tracker.CountAsync(lead, "q=guichet")).Total);
        Assert.Null(
            await tracker.Of<RecommendationQueries>().NextCodeAsync(lead, "KAY-2020", Cancellation)
        );
    }

    [Fact]
    public async Task A_donor_of_another_funder_finds_no_trace_of_a_workshop()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var other = await tracker.PersonAsync(Role.DonorViewer, "IDF");
        var workshops = tracker.Of<WorkshopQueries>();
        Assert.Empty(await workshops.ListAsync(other, Cancellation));
        Assert.Null(await workshops.FindAsync(other, "KAY-2020", Cancellation));
        Assert.Empty((await tracker.Of<ListQueries>().AllAsync(other, Cancellation)).Workshops);
        Assert.Equal(0, (await tracker.CountAsync(other, "")).Total);
        var own = await tracker.PersonAsync(Role.DonorViewer, "FFU");
        Assert.Equal(
            16,
            Assert.Single(await workshops.ListAsync(own, Cancellation)).Recommendations
        );
        Assert.Equal(
            16,
            (await workshops.FindAsync(own, "KAY-2020", Cancellation))!.Recommendations.Count
        );
    }

    [Fact]
    public async Task Somebody_not_signed_in_is_shown_nothing_at_all()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Equal(0, (await tracker.ListAsync(Actor.Anonymous, "")).Total);
        Assert.Equal(0, (await tracker.CountAsync(Actor.Anonymous, "")).Total);
        var lists = await tracker.Of<ListQueries>().AllAsync(Actor.Anonymous, Cancellation);
        Assert.Empty(lists.Organisations.Concat(lists.Themes).Concat(lists.Workshops));
        Assert.Empty(await tracker.Of<ListQueries>().LeadsAsync(Actor.Anonymous, Cancellation));
        Assert.Empty(await tracker.Of<WorkshopQueries>().ListAsync(Actor.Anonymous, Cancellation));
    }

    [Fact]
    public async Task A_code_that_is_hidden_and_one_that_is_absent_end_alike()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation(Draft)));
        var lead = await tracker.FocalPointAsync("DGME");
        Ends.NotFound(await tracker.DueAsync(lead, Draft, new(2021, 6, 30), version: 1));
        Ends.NotFound(await tracker.DueAsync(lead, "KAY-2020-99", new(2021, 6, 30), version: 1));
    }

    private static async Task SeesAsync(TestTracker tracker, Actor actor, params string[] seen)
    {
        foreach (var code in new[] { Published, Draft, Archived })
        {
            var expected = seen.Contains(code);
            var acts = await tracker
                .Of<HistoryQueries>()
                .OfRecommendationAsync(actor, code, Cancellation);
            Assert.Equal(
                (actor.Role, code, expected, expected && actor.Role != Role.DonorViewer),
                (actor.Role, code, await tracker.FindAsync(actor, code) is not null, acts.Count > 0)
            );
        }
    }
}
