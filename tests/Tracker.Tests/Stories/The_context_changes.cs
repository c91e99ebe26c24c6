using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;
using static Tracker.Core.Recommendations.ImplementationStatus;
using static Tracker.Tests.Given.StatusChanges;

namespace Tracker.Tests.Stories;

/// <summary>Stories 6 and 10: days that make something late, and a world that makes it pointless.</summary>
public sealed class The_context_changes
{
    [Fact]
    public async Task Due_dates_bind_work_from_the_next_day_and_never_what_is_put_off()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var due = new DateOnly(2021, 6, 30);
        foreach (var code in new[] { "KAY-2020-01", "KAY-2020-02", "KAY-2020-03", "KAY-2020-04" })
        {
            Ends.Done(await tracker.DueAsync(coordinator, code, due));
        }
        Ends.Done(await tracker.ChangeAsync(coordinator, "KAY-2020-01", Whole(InProgress)));
        Ends.Done(
            await tracker.ChangeAsync(
                coordinator,
                "KAY-2020-02",
                Whole(Deferred) with
                {
                    ReviewDate = new DateOnly(2021, 12, 31),
                }
            )
        );
        await tracker.ShowAsync("KAY-2020-04");
        tracker.ItIsNow(new DateOnly(2021, 6, 30));
        Ends.Done(await tracker.ChangeAsync(coordinator, "KAY-2020-04", Whole(Implemented)));
        Assert.Equal("", await tracker.NumbersAsync("overdue=1"));
        tracker.ItIsNow(new DateOnly(2021, 7, 1));
        Assert.Equal("01 03", await tracker.NumbersAsync("overdue=1"));
        tracker.ItIsNow(new DateOnly(2021, 7, 31));
        Assert.Equal("04", await tracker.NumbersAsync("awaiting=1"));
        await tracker.ShowAsync("KAY-2020-01");
        Ends.Done(await tracker.ChangeAsync(coordinator, "KAY-2020-01", Whole(Implemented)));
        Assert.Equal("03", await tracker.NumbersAsync("overdue=1"));
        var then = (await tracker.PeriodsAsync("KAY-2020-01")).Single(p =>
            p.From <= new DateOnly(2021, 7, 1) && (p.To is null || p.To > new DateOnly(2021, 7, 1))
        );
        Assert.Equal((InProgress, due), (then.Status, then.DueDate));
        Assert.Equal("01 03", await tracker.NumbersAsync("overdue=1&as_of=2021-07-01"));
        Assert.Equal("", await tracker.NumbersAsync("overdue=1&as_of=2021-06-30"));
        Assert.Equal(2, (await tracker.FiguresAsync("as_of=2021-07-01")).Overdue.Total);
        tracker.ItIsNow(new DateOnly(2021, 12, 31));
        Assert.Equal("", await tracker.NumbersAsync("review_due=1"));
        tracker.ItIsNow(new DateOnly(2022, 1, 1));
        Assert.Equal("02", await tracker.NumbersAsync("review_due=1"));
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task What_is_replaced_and_what_replaces_it_name_each_other(Database database)
    {
        const string Old = "KAY-2020-07";
        await using var tracker = await TestTracker.KayesAsync(database);
        var (dgia, coordinator) = (
            await tracker.FocalPointAsync("DGIA"),
            await tracker.CoordinatorAsync()
        );
        tracker.ItIsNow(new DateOnly(2021, 3, 1));
        Ends.Done(await tracker.ChangeAsync(dgia, Old, Whole(InProgress)));
        tracker.ItIsNow(new DateOnly(2025, 2, 1));
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        Ends.Done(await tracker.PublishAsync(coordinator, "KAY-2020-17"));
        var replaced = Whole(NoLongerApplicable) with { Reason = "Retrait de la CEDEAO" };
        Ends.Invalid(
            await tracker.ChangeAsync(coordinator, Old, replaced with { ReplacedBy = Old }),
            "ReplacedBy NotItself"
        );
        Ends.Invalid(
            await tracker.ChangeAsync(
                coordinator,
                Old,
                replaced with
                {
                    ReplacedBy = "KAY-2020-99",
                }
            ),
            "ReplacedBy Unknown"
        );
        Ends.Done(
            await tracker.ChangeAsync(
                coordinator,
                Old,
                replaced with
                {
                    ReplacedBy = "KAY-2020-17",
                }
            )
        );
        Assert.Equal("KAY-2020-17", (await tracker.RecordAsync(Old)).ReplacedBy?.Code);
        Assert.Equal(
            [Old],
            (await tracker.RecordAsync("KAY-2020-17")).Replaces.Select(r => r.Code)
        );

        var periods = await tracker.PeriodsAsync(Old);
        Assert.Equal(
            InProgress,
            periods
                .Single(p =>
                    p.From <= new DateOnly(2021, 12, 31) && p.To > new DateOnly(2021, 12, 31)
                )
                .Status
        );
        Assert.Equal(
            (new DateOnly(2025, 2, 1), NoLongerApplicable),
            (periods[^1].From, periods[^1].Status)
        );

        await FiguresOfThenAndNowAsync(tracker);
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        Ends.Invalid(
            await tracker.ChangeAsync(admin, Old, new() { To = NotStarted }),
            "Reason Required"
        );
        Ends.Done(await tracker.ChangeAsync(admin, Old, Whole(NotStarted)));
        Assert.Null((await tracker.RecordAsync(Old)).ReplacedBy);
        Assert.Empty((await tracker.RecordAsync("KAY-2020-17")).Replaces);
    }

    /// <summary>The past keeps its state, the quarter counts one exit and one entry, denominators change from that day only.</summary>
    private static async Task FiguresOfThenAndNowAsync(TestTracker tracker)
    {
        var then = await tracker.FiguresAsync("as_of=2021-12-31");
        Assert.Equal(1, then.Counts.ByStatus[InProgress]);
        Assert.Equal((16, 16), (then.Measures.Stock, then.Measures.Verified.Denominator));
        var before = await tracker.FiguresAsync("as_of=2025-01-31");
        Assert.Equal(16, before.Measures.Verified.Denominator);
        var now = await tracker.FiguresAsync();
        Assert.Equal((16, 16), (now.Measures.Stock, now.Measures.Verified.Denominator));
        Assert.Equal(17, now.Counts.Total);
        var quarter = now.Flow[^1];
        Assert.Equal("2025-Q1", quarter.Quarter.ToString());
        Assert.Equal(
            [(FlowKind.New, 1), (FlowKind.NoLongerApplicable, 1)],
            quarter.Flow.Kinds.OrderBy(k => k.Key).Select(k => (k.Key, k.Value))
        );
        Assert.Equal((16, 16), (quarter.Flow.Start, quarter.Flow.End));
    }
}
