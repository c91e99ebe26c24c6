using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class UndoTests
{
    private const string Code = "KAY-2020-04";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Every_quick_deed_taken_back_leaves_row_links_and_periods_as_they_were(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Func<Task<Outcome>>[] deeds =
        [
            () => tracker.DueAsync(coordinator, Code, new(2021, 6, 30)),
            () => tracker.AssignAsync(coordinator, Code, "DGME", "MATD", "HCC"),
            () =>
                tracker.ChangeAsync(
                    coordinator,
                    Code,
                    new StatusChange
                    {
                        To = ImplementationStatus.InProgress,
                        UpdateText = "Commencé.",
                        Percent = 20,
                    }
                ),
        ];
        foreach (var deed in deeds)
        {
            var before = await StateAsync(tracker);
            var lines = await tracker.LineCountAsync();
            Ends.Done(await deed());
            Assert.NotEqual(before, await StateAsync(tracker));

            Ends.Done(await UndoAsync(tracker, coordinator));

            Assert.Equal(before, await StateAsync(tracker));
            Assert.Empty((await tracker.RecordAsync(Code)).Updates);
            Assert.True(await tracker.LineCountAsync() > lines, "The history keeps both.");
            Assert.Empty(await tracker.BreaksAsync());
            // The next deed begins on another day, so that its period ends one and begins one.
            tracker.ItIsNow(tracker.Clock.Today.AddDays(1));
        }
    }

    [Fact]
    public async Task A_deed_of_the_same_day_is_taken_back_within_its_period()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(coordinator, Code, new(2021, 6, 30)));
        var before = await StateAsync(tracker);
        Ends.Done(await tracker.DueAsync(coordinator, Code, new(2021, 9, 30), "Reportée."));
        Ends.Done(await UndoAsync(tracker, coordinator));
        Assert.Equal(before, await StateAsync(tracker));
    }

    [Fact]
    public async Task Ten_minutes_later_it_is_too_late()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(coordinator, Code, new(2021, 6, 30)));
        tracker.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        var before = await tracker.LineCountAsync();
        Ends.Refused(Refusal.NothingToUndo, await UndoAsync(tracker, coordinator));
        Assert.Equal(before, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task Just_within_ten_minutes_it_is_not()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(coordinator, Code, new(2021, 6, 30)));
        tracker.Time.Advance(TimeSpan.FromMinutes(10));
        Ends.Done(await UndoAsync(tracker, coordinator));
    }

    [Fact]
    public async Task What_somebody_changed_since_stays()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var first = await tracker.CoordinatorAsync();
        var second = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(first, Code, new(2021, 6, 30)));
        Ends.Done(await tracker.DueAsync(second, Code, new(2021, 7, 31), "Plus tard."));
        Ends.Refused(Refusal.ChangedSince, await UndoAsync(tracker, first));
        Assert.Equal(new DateOnly(2021, 7, 31), (await tracker.RowAsync(Code)).DueDate);
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_did_and_nothing_twice()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var first = await tracker.CoordinatorAsync();
        var second = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(first, Code, new(2021, 6, 30)));
        Ends.Refused(Refusal.NothingToUndo, await UndoAsync(tracker, second));
        Ends.Done(await UndoAsync(tracker, first));
        Ends.Refused(Refusal.NothingToUndo, await UndoAsync(tracker, first));
    }

    [Fact]
    public async Task Who_lost_the_right_meanwhile_takes_nothing_back()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "DGME"));
        var focal = await tracker.FocalPointAsync("DGME");
        Ends.Done(await tracker.DueAsync(focal, Code, new(2021, 6, 30)));
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "MEFP"));
        Ends.Refused(Refusal.LeadOnly, await UndoAsync(tracker, focal));
    }

    [Fact]
    public async Task Steps_that_nobody_may_take_back_any_more_are_thrown_away()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(coordinator, Code, new(2021, 6, 30)));
        tracker.Time.Advance(TimeSpan.FromMinutes(11));
        Ends.Done(await tracker.DueAsync(coordinator, "KAY-2020-05", new(2021, 6, 30)));
        await using var context = tracker.Of<Contexts>().Open();
        Assert.Equal(1, await context.UndoSteps.CountAsync(Patience));
    }

    private static Task<Outcome> UndoAsync(TestTracker tracker, Actor actor) =>
        tracker.Of<UndoCommands>().UndoAsync(actor, Code, Patience);

    /// <summary>Everything about the row but the marks of having been touched.</summary>
    private static async Task<string> StateAsync(TestTracker tracker)
    {
        var row = await tracker.RowAsync(Code);
        var periods = await tracker.PeriodsAsync(Code);
        var links = row
            .Supporting.OrderBy(s => s.Id)
            .Select(s => $"{s.OrganisationCode} {s.From:O} {s.To:O}");
        return string.Join(
            '\n',
            [
                $"{row.LeadCode} {row.LeadStanding} {row.Acceptance} {row.Status} {row.StatusSince:O}",
                $"{row.StatusReason} {row.Percent} {row.DueDate:O} {row.ReviewDate:O} {row.LastUpdateOn:O}",
                .. links,
                .. periods.Select(p =>
                    $"{p.Id} {p.From:O} {p.To:O} {p.Acceptance} {p.Status} {p.LeadCode} {p.Percent} {p.DueDate:O}"
                ),
            ]
        );
    }
}
