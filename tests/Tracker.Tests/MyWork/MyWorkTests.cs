using Tracker.Core.Access;
using Tracker.Core.MyWork;
using Tracker.Core.Recommendations;
using Tracker.Data.MyWork;
using Tracker.Tests.Given;

namespace Tracker.Tests.MyWork;

public sealed class MyWorkTests
{
    private static readonly DateOnly Today = new(2021, 7, 1);

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Each_item_stands_once_in_its_most_pressing_section(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        // MMEIA leads 01, 03, 11 and 12.
        await tracker.StateAsync(
            r =>
            {
                r.DueDate = new DateOnly(2021, 6, 19);
                r.LastUpdateOn = new DateOnly(2021, 3, 1);
            },
            "KAY-2020-01"
        );
        await tracker.StateAsync(
            r =>
            {
                r.ReturnedOn = new DateOnly(2021, 6, 28);
                r.DueDate = new DateOnly(2021, 6, 1);
                r.Status = ImplementationStatus.InProgress;
            },
            "KAY-2020-03"
        );
        await tracker.StateAsync(
            r =>
            {
                r.Acceptance = Acceptance.Accepted;
                r.LastUpdateOn = new DateOnly(2021, 6, 20);
            },
            "KAY-2020-11"
        );
        tracker.ItIsNow(Today);

        var work = await OfAsync(tracker, await tracker.FocalPointAsync("MMEIA"));

        Assert.Equal(
            [
                "Returned 1: KAY-2020-03 2021-06-28",
                "Overdue 1: KAY-2020-01 2021-06-19",
                "AwaitingAnswer 1: KAY-2020-12 2021-01-08",
            ],
            Spell(work)
        );
        Assert.Equal((4, 3), (work.Led, work.OwedCount));
        Assert.Null(work.Coordination);
    }

    [Fact]
    public async Task What_is_refused_or_closed_or_verified_is_owed_no_more()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(
            r => (r.Acceptance, r.DueDate) = (Acceptance.NotAccepted, new DateOnly(2021, 6, 1)),
            "KAY-2020-01"
        );
        await tracker.StateAsync(r => r.Status = ImplementationStatus.Verified, "KAY-2020-03");
        await tracker.StateAsync(
            r => r.Status = ImplementationStatus.NoLongerApplicable,
            "KAY-2020-11"
        );
        await tracker.StateAsync(r => r.Publication = Publication.Archived, "KAY-2020-12");
        tracker.ItIsNow(Today);

        var work = await OfAsync(tracker, await tracker.FocalPointAsync("MMEIA"));

        Assert.Empty(work.Owed);
        Assert.Equal(3, work.Led);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_lists_they_lead_to()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var focal = await tracker.FocalPointAsync("MMEIA");
        var coordinator = await tracker.CoordinatorAsync();
        await tracker.StateAsync(
            r =>
                (r.Status, r.ReviewDate) = (
                    ImplementationStatus.Deferred,
                    new DateOnly(2021, 6, 1)
                ),
            "KAY-2020-02",
            "KAY-2020-04"
        );
        tracker.ItIsNow(Today);

        var work = await OfAsync(tracker, focal);
        var coordinating = await OfAsync(tracker, coordinator);

        Assert.Equal((await tracker.ListAsync(focal, "lead=MMEIA")).Total, work.Led);
        Assert.Equal((await tracker.ListAsync(focal, "supporting=MMEIA")).Total, work.Supported);
        Assert.Equal(work.Supported, work.Supporting.Count);
        Assert.Equal(
            (
                (await tracker.ListAsync(coordinator, "review_due=1")).Total,
                (await tracker.ListAsync(coordinator, "lead_standing=proposed")).Total
            ),
            (coordinating.Coordination!.ReviewDue, coordinating.Coordination.ProposedLeads)
        );
        Assert.Equal(2, coordinating.Coordination.ReviewDue);
    }

    [Fact]
    public async Task Declarations_wait_for_those_who_may_verify_them()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var administrator = await tracker.PersonAsync(Role.Admin, "PRIM");
        await DeclareAsync(tracker, "KAY-2020-05", new DateOnly(2021, 3, 1));
        await DeclareAsync(tracker, "KAY-2020-06", new DateOnly(2021, 2, 1));
        await tracker.StateAsync(r => r.LeadCode = "OIM-ML", "KAY-2020-09");
        await DeclareAsync(tracker, "KAY-2020-09", new DateOnly(2021, 1, 20));

        var ofCoordinator = (await OfAsync(tracker, coordinator)).Coordination!;
        var ofAdministrator = (await OfAsync(tracker, administrator)).Coordination!;

        Assert.Equal(
            (2, new DateOnly(2021, 2, 1)),
            (ofCoordinator.ToVerify, ofCoordinator.OldestDeclared)
        );
        Assert.Equal(
            (1, new DateOnly(2021, 1, 20)),
            (ofAdministrator.ToVerify, ofAdministrator.OldestDeclared)
        );
    }

    [Theory]
    [InlineData(Role.DonorViewer, "FFU")]
    [InlineData(Role.Analyst, "MMEIA")]
    public async Task Those_who_read_owe_nothing_and_are_told_nothing(
        Role role,
        string organisation
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.ItIsNow(Today);

        var work = await OfAsync(tracker, await tracker.PersonAsync(role, organisation));

        Assert.False(work.Works);
        Assert.Empty(work.Owed);
        Assert.Empty(work.Mentions);
        Assert.Empty(work.Supporting);
        Assert.Null(work.Coordination);
        Assert.Equal((0, 0), (work.Led, work.Supported));
    }

    [Fact]
    public async Task Somebody_without_an_account_is_owed_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();

        Assert.False((await OfAsync(tracker, Actor.Anonymous)).Works);
    }

    [Fact]
    public async Task Many_rows_are_counted_and_the_oldest_shown()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var day = new DateOnly(2021, 6, 30);
        await tracker.StateAsync(r =>
        {
            r.LeadCode = "MEFP";
            r.DueDate = day = day.AddDays(-1);
        });
        tracker.ItIsNow(Today);

        var work = await OfAsync(tracker, await tracker.FocalPointAsync("MEFP"));

        var group = Assert.Single(work.Owed);
        Assert.Equal((WorkSection.Overdue, 16, 12), (group.Section, group.Total, group.Rows.Count));
        Assert.Equal("KAY-2020-16", group.Rows[0].Code);
    }

    [Fact]
    public async Task Many_in_support_are_counted_and_the_first_shown()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(r =>
        {
            r.Supporting.Add(
                new()
                {
                    RecommendationId = r.Id,
                    Recommendation = r,
                    OrganisationCode = "AFD",
                    From = TestTracker.FirstDay,
                }
            );
            r.Status =
                r.Code == "KAY-2020-01"
                    ? ImplementationStatus.NoLongerApplicable
                    : ImplementationStatus.NotStarted;
        });

        var work = await OfAsync(tracker, await tracker.FocalPointAsync("AFD"));

        Assert.Equal((16, 15, 12), (work.Supported, work.SupportedOpen, work.Supporting.Count));
        Assert.Equal("KAY-2020-02", work.Supporting[0].Code);
    }

    private static Task DeclareAsync(TestTracker tracker, string code, DateOnly day) =>
        tracker.StateAsync(
            r => (r.Status, r.StatusSince) = (ImplementationStatus.Implemented, day),
            code
        );

    private static IEnumerable<string> Spell(WorkToday work) =>
        work.Owed.Select(g =>
            $"{g.Section} {g.Total}: {string.Join(", ", g.Rows.Select(r => $"{r.Code} {r.Since:yyyy-MM-dd}"))}"
        );

    private static Task<WorkToday> OfAsync(TestTracker tracker, Actor actor) =>
        tracker.Of<MyWorkQueries>().OfAsync(actor, TestContext.Current.CancellationToken);
}
