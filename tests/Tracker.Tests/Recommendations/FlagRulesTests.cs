using Tracker.Core.Recommendations;

namespace Tracker.Tests.Recommendations;

/// <summary>The bounds of the glossary, on each side.</summary>
public sealed class FlagRulesTests
{
    private static readonly DateOnly Today = new(2021, 7, 1);

    public static TheoryData<ImplementationStatus> Statuses() =>
        [.. Enum.GetValues<ImplementationStatus>()];

    [Theory]
    [InlineData(-1, Flags.Overdue)]
    [InlineData(0, Flags.DueSoon)]
    [InlineData(30, Flags.DueSoon)]
    [InlineData(31, Flags.None)]
    public void Late_begins_the_day_after_the_due_date_and_soon_thirty_days_before(
        int days,
        Flags expected
    ) => Assert.Equal(expected, Of(At(ImplementationStatus.InProgress, due: Today.AddDays(days))));

    [Theory]
    [InlineData(-90, Flags.None)]
    [InlineData(-91, Flags.Stale)]
    public void Silence_begins_after_ninety_days(int days, Flags expected)
    {
        var item = At(ImplementationStatus.NotStarted);
        Assert.Equal(expected, Of(item with { LastUpdateOn = Today.AddDays(days) }));
        Assert.Equal(expected, Of(item with { PublishedOn = Today.AddDays(days) }));
        var both = item with
        {
            LastUpdateOn = Today.AddDays(days),
            PublishedOn = Today.AddYears(-3),
        };
        Assert.Equal(expected, Of(both));
    }

    [Theory]
    [InlineData(-30, Flags.None)]
    [InlineData(-31, Flags.AwaitingVerification)]
    public void A_declaration_may_wait_thirty_days(int days, Flags expected) =>
        Assert.Equal(
            expected,
            Of(At(ImplementationStatus.Implemented) with { StatusSince = Today.AddDays(days) })
        );

    [Theory]
    [InlineData(-1, Flags.ReviewDue)]
    [InlineData(0, Flags.None)]
    public void A_review_is_asked_for_the_day_after_its_date(int days, Flags expected) =>
        Assert.Equal(
            expected,
            Of(At(ImplementationStatus.Deferred) with { ReviewDate = Today.AddDays(days) })
        );

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Each_flag_belongs_to_its_statuses_only(ImplementationStatus status)
    {
        var expected = status switch
        {
            ImplementationStatus.NotStarted or ImplementationStatus.InProgress => Flags.Overdue
                | Flags.Stale,
            ImplementationStatus.Implemented => Flags.AwaitingVerification,
            ImplementationStatus.Deferred => Flags.ReviewDue,
            _ => Flags.None,
        };
        Assert.Equal(expected, Of(LongPast(status)));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void What_is_not_accepted_carries_no_flag(ImplementationStatus status) =>
        Assert.Equal(Flags.None, Of(LongPast(status) with { Acceptance = Acceptance.NotAccepted }));

    [Fact]
    public void Story_six_holds()
    {
        var due = new DateOnly(2021, 6, 30);
        var first = At(ImplementationStatus.InProgress, due);
        var second = At(ImplementationStatus.Deferred, due) with { ReviewDate = new(2021, 12, 31) };
        var third = At(ImplementationStatus.NotStarted, due);
        var fourth = At(ImplementationStatus.Implemented, due) with
        {
            StatusSince = new(2021, 6, 20),
        };
        FlagFacts[] all = [first, second, third, fourth];
        Assert.All(all, i => Assert.False(Has(i, Flags.Overdue, due)));
        Assert.Equal(
            [true, false, true, false],
            all.Select(i => Has(i, Flags.Overdue, new(2021, 7, 1)))
        );
        Assert.False(Has(second, Flags.Overdue, new(2025, 1, 1)));
        Assert.False(Has(second, Flags.ReviewDue, new(2021, 12, 31)));
        Assert.True(Has(second, Flags.ReviewDue, new(2022, 1, 1)));
        Assert.False(Has(fourth, Flags.AwaitingVerification, new(2021, 7, 20)));
        Assert.True(Has(fourth, Flags.AwaitingVerification, new(2021, 7, 21)));
    }

    [Theory]
    [InlineData(ImplementationStatus.NotStarted, true, true)]
    [InlineData(ImplementationStatus.InProgress, true, true)]
    [InlineData(ImplementationStatus.Implemented, false, true)]
    [InlineData(ImplementationStatus.Deferred, false, true)]
    [InlineData(ImplementationStatus.Verified, false, false)]
    [InlineData(ImplementationStatus.NoLongerApplicable, false, false)]
    public void Work_and_open_are_told_apart(ImplementationStatus status, bool work, bool open) =>
        Assert.Equal((work, open), (FlagRules.IsWork(status), FlagRules.IsOpen(status)));

    private static FlagFacts At(ImplementationStatus status, DateOnly? due = null) =>
        new(status, Acceptance.Accepted, due, null, null, Today, Today);

    private static FlagFacts LongPast(ImplementationStatus status)
    {
        var past = Today.AddYears(-1);
        return new FlagFacts(status, Acceptance.Accepted, past, past, past, past, past);
    }

    private static Flags Of(FlagFacts item) => FlagRules.Of(item, Today);

    private static bool Has(FlagFacts item, Flags flag, DateOnly day) =>
        FlagRules.Of(item, day).HasFlag(flag);
}
