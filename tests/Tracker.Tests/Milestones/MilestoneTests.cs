using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.History;
using Tracker.Data.Milestones;
using Tracker.Tests.Given;
using static Tracker.Tests.Milestones.Setting;

namespace Tracker.Tests.Milestones;

public sealed class MilestoneTests
{
    private static readonly DateOnly March = new(2021, 3, 31);
    private static readonly DateOnly June = new(2021, 6, 30);

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_moved_date_keeps_the_old_one_and_the_reason(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, " Décret transmis ", March));
        var set = await OnlyAsync(tracker, lead);
        Assert.Equal(("Décret transmis", March, true), (set.Title, set.DueDate, set.MayBeSet));

        Ends.Invalid(await MoveAsync(tracker, lead, set, June, " "), "Reason ReasonRequired");
        Assert.Equal(set.Version, (await OnlyAsync(tracker, lead)).Version);
        Ends.Done(await MoveAsync(tracker, lead, set, June, " Budget voté tard "));

        var moved = await OnlyAsync(tracker, lead);
        Assert.Equal((June, set.Version + 1), (moved.DueDate, moved.Version));
        var former = Assert.Single(moved.Moves);
        Assert.Equal((March, "Budget voté tard"), (former.Day, former.Reason));
        Assert.Equal(new DateTime(2021, 1, 8, 9, 30, 0, DateTimeKind.Utc), former.At);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_at_once_and_nothing_is_written()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var lines = await tracker.LineCountAsync();

        Ends.Invalid(await AddAsync(tracker, lead, "", null), "Title Required", "DueDate Required");
        Ends.Invalid(
            await AddAsync(tracker, lead, new string('x', 301), new(2020, 12, 17)),
            "Title TooLong",
            "DueDate BeforeWorkshop"
        );
        Ends.Invalid(
            await AddAsync(tracker, lead, "Plan", March, serves: ["KAY-2020-99"]),
            "Serves Unknown"
        );

        Assert.Equal(lines, await tracker.LineCountAsync());
        Assert.Empty(await OfAsync(tracker, lead, Code));
    }

    [Fact]
    public async Task It_is_reached_on_a_day_that_has_come_and_may_be_expected_again()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan", March));
        var set = await OnlyAsync(tracker, lead);

        Ends.Invalid(
            await ReachAsync(tracker, lead, set, new(2021, 1, 9)),
            "ReachedOn InTheFuture"
        );
        Ends.Invalid(await ReachAsync(tracker, lead, set, null), "ReachedOn Required");
        Ends.Done(await ReachAsync(tracker, lead, set, new(2021, 1, 8)));
        Ends.Done(await ReachAsync(tracker, lead, set, new(2021, 1, 8)));

        var reached = await OnlyAsync(tracker, lead);
        Assert.Equal(
            (new DateOnly(2021, 1, 8), set.Version + 1),
            (reached.ReachedOn, reached.Version)
        );
        Ends.Done(
            await tracker
                .Of<MilestoneCommands>()
                .ExpectAsync(lead, Code, set.Id, reached.Version, Patience)
        );
        Assert.True((await OnlyAsync(tracker, lead)).IsExpected);
    }

    [Fact]
    public async Task It_is_dropped_with_a_reason_that_stays()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan", March));
        var set = await OnlyAsync(tracker, lead);

        Ends.Invalid(await DropAsync(tracker, lead, set, null), "Reason ReasonRequired");
        Ends.Done(await DropAsync(tracker, lead, set, "Remplacé par le guichet"));

        Assert.Equal("Remplacé par le guichet", (await OnlyAsync(tracker, lead)).DroppedBecause);
    }

    [Fact]
    public async Task It_is_late_from_the_day_after_while_dates_bind()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan", March));

        tracker.ItIsNow(March);
        Assert.False((await OnlyAsync(tracker, lead)).Late);
        tracker.ItIsNow(March.AddDays(1));
        Assert.True((await OnlyAsync(tracker, lead)).Late);

        await tracker.StateAsync(r => r.Status = ImplementationStatus.Deferred, Code);
        Assert.False((await OnlyAsync(tracker, lead)).Late);
    }

    [Fact]
    public async Task One_milestone_serves_several_and_is_changed_where_it_was_set()
    {
        await using var tracker = await TestTracker.KayesAsync();
        // MMEIA leads 01, 03, 11 and 12.
        var lead = await tracker.FocalPointAsync("MMEIA");
        Ends.Done(
            await AddAsync(tracker, lead, "Concertation", March, "KAY-2020-01", ["KAY-2020-03"])
        );

        var home = Assert.Single(await OfAsync(tracker, lead, "KAY-2020-01"));
        var served = Assert.Single(await OfAsync(tracker, lead, "KAY-2020-03"));
        Assert.Equal((home.Id, "KAY-2020-01", false), (served.Id, served.SetFor, served.MayBeSet));
        Assert.Equal(["KAY-2020-03"], home.Serves);
        Ends.NotFound(
            await tracker
                .Of<MilestoneCommands>()
                .DropAsync(lead, "KAY-2020-03", home.Id, home.Version, "Non", Patience)
        );

        Ends.Done(await ServeAsync(tracker, lead, "KAY-2020-01", home, "KAY-2020-11"));

        Assert.Empty(await OfAsync(tracker, lead, "KAY-2020-03"));
        Assert.Single(await OfAsync(tracker, lead, "KAY-2020-11"));
        Assert.Single(await OfAsync(tracker, lead, "KAY-2020-01"));
    }

    [Fact]
    public async Task A_stale_form_shows_both_dates_and_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan", March));
        var read = await OnlyAsync(tracker, lead);
        Ends.Done(await MoveAsync(tracker, lead, read, June, "Un"));

        Ends.Conflict(
            await MoveAsync(tracker, lead, read, new(2021, 5, 1), "Deux"),
            read.Version + 1,
            "due_date: 2021-05-01 / 2021-06-30"
        );

        Assert.Equal(June, (await OnlyAsync(tracker, lead)).DueDate);
    }

    [Fact]
    public async Task A_form_sent_twice_sets_one()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var id = Guid.CreateVersion7();

        Ends.Done(await AddAsync(tracker, lead, "Plan", March, command: id));
        Ends.Done(await AddAsync(tracker, lead, "Plan", March, command: id));
        Ends.Refused(
            Refusal.CommandReused,
            await AddAsync(tracker, lead, "Autre", March, command: id)
        );

        Assert.Single(await OfAsync(tracker, lead, Code));
    }

    [Fact]
    public async Task The_history_names_the_milestone_and_the_reason()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan d’action", March));
        Ends.Done(
            await MoveAsync(tracker, lead, await OnlyAsync(tracker, lead), June, "Budget tardif")
        );

        var act = (await tracker.Of<HistoryQueries>().OfRecommendationAsync(lead, Code, Patience))[
            0
        ];

        Assert.Equal(Deed.SetMilestone, act.Deed);
        Assert.Contains(
            act.Changes,
            c => c is { Field: "due_date", Before: "2021-03-31", After: "2021-06-30" }
        );
        Assert.Contains(act.Changes, c => c is { Field: "title", After: "Plan d’action" });
        Assert.Contains(act.Changes, c => c is { Field: "reason", After: "Budget tardif" });
        Assert.Empty((await tracker.RecordAsync(Code)).FormerDueDates);
    }
}
