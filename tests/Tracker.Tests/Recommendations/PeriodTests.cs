using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class PeriodTests
{
    private const string Code = "KAY-2020-05";
    private static readonly DateOnly Ended = new(2020, 12, 18);

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_first_period_begins_on_the_workshops_last_day(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        tracker.ItIsNow(new DateOnly(2021, 5, 5));
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        foreach (var code in new[] { Code, "KAY-2020-17" })
        {
            var period = Assert.Single(await tracker.PeriodsAsync(code));
            Assert.Equal((Ended, null), (period.From, period.To));
        }
    }

    [Fact]
    public async Task A_change_on_a_later_day_closes_one_period_and_opens_the_next()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var day = new DateOnly(2021, 2, 1);
        tracker.ItIsNow(day);
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30)));
        var periods = await tracker.PeriodsAsync(Code);
        Assert.Equal([(Ended, day), (day, null)], periods.Select(p => (p.From, p.To)));
        Assert.Equal([null, new DateOnly(2021, 6, 30)], periods.Select(p => p.DueDate));
    }

    [Fact]
    public async Task Changes_of_one_day_fold_into_one_period()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30)));
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 9, 30), "Budget"));
        var periods = await tracker.PeriodsAsync(Code);
        Assert.Equal(2, periods.Count);
        Assert.Equal(new DateOnly(2021, 9, 30), periods[1].DueDate);
    }

    [Fact]
    public async Task A_correction_of_words_opens_no_period()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        var entry = Entries.Recommendation(Code, "Autre titre") with { ThemeCode = "EMP" };
        Ends.Done(await tracker.CorrectAsync(coordinator, Code, entry));
        Assert.Single(await tracker.PeriodsAsync(Code));
        Ends.Done(await tracker.CorrectAsync(coordinator, Code, entry with { ThemeCode = "GOV" }));
        Assert.Equal(["EMP", "GOV"], (await tracker.PeriodsAsync(Code)).Select(p => p.ThemeCode));
    }

    [Fact]
    public async Task Publishing_and_archiving_are_periods_too()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        const string Draft = "KAY-2020-17";
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation(Draft)));
        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        Ends.Done(await tracker.PublishAsync(coordinator, Draft));
        tracker.ItIsNow(new DateOnly(2021, 3, 1));
        Ends.Done(await tracker.ArchiveAsync(coordinator, Draft, "Doublon"));
        Assert.Equal(
            [Publication.Draft, Publication.Published, Publication.Archived],
            (await tracker.PeriodsAsync(Draft)).Select(p => p.Publication)
        );
    }

    /// <summary>A workshop that ends tomorrow: what is entered and changed today is one period that has yet to begin.</summary>
    [Fact]
    public async Task A_period_that_has_not_begun_is_rewritten()
    {
        await using var tracker = await TestTracker.KayesAsync(today: new DateOnly(2020, 12, 17));
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30)));
        var period = Assert.Single(await tracker.PeriodsAsync(Code));
        Assert.Equal(
            (Ended, null, new DateOnly(2021, 6, 30)),
            (period.From, period.To, period.DueDate)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Periods_never_overlap_leave_no_gap_and_end_as_the_row_stands(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        foreach (var seed in new[] { 31, 32, 33 })
        {
            await new RandomDeeds(tracker, new Random(seed)).RunAsync(40);
        }
        var most = 0;
        foreach (var row in await tracker.RowsAsync())
        {
            var periods = await tracker.PeriodsAsync(row.Code);
            Assert.Equal(Ended, periods[0].From);
            Assert.Null(periods[^1].To);
            Assert.True(periods[^1].Matches(row), row.Code);
            foreach (var (one, next) in periods.Zip(periods.Skip(1)))
            {
                Assert.Equal(one.To, next.From);
                Assert.True(one.From < one.To, row.Code);
            }
            most = Math.Max(most, periods.Count);
        }
        Assert.True(most > 10, $"Only {most} periods: the deeds changed too little.");
    }
}
