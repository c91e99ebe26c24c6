using Tracker.Core.Progress;
using Tracker.Tests.Given;

namespace Tracker.Tests.Progress;

public sealed class DueDateRulesTests
{
    private static readonly DateOnly Ended = new(2020, 12, 18);

    [Theory]
    [InlineData(null, "2021-06-30", null)]
    [InlineData(null, "2020-12-18", null)]
    [InlineData(null, "2020-12-17", "DueDate BeforeWorkshop")]
    [InlineData(null, null, "DueDate Required")]
    [InlineData("2021-06-30", "2021-06-30", null)]
    [InlineData("2021-06-30", "2021-07-01", "Reason ReasonRequired")]
    [InlineData("2021-06-30", null, "Reason ReasonRequired")]
    public void A_first_date_is_free_and_a_moved_one_needs_a_reason(
        string? old,
        string? next,
        string? fault
    )
    {
        Assert.Equal(fault is null ? [] : [fault], Check(old, next, null));
        Assert.Equal(fault is null ? [] : [fault], Check(old, next, "  "));
    }

    [Fact]
    public void A_reason_ends_at_four_thousand_characters()
    {
        Assert.Empty(Check("2021-06-30", "2021-09-30", new string('a', 4000)));
        Assert.Equal(["Reason TooLong"], Check("2021-06-30", "2021-09-30", new string('a', 4001)));
    }

    [Fact]
    public void Both_faults_are_said_at_once() =>
        Assert.Equal(
            ["DueDate BeforeWorkshop", "Reason ReasonRequired"],
            Check("2021-06-30", "2020-01-01", null)
        );

    private static IEnumerable<string> Check(string? old, string? next, string? reason) =>
        Ends.Spell(DueDateRules.Check(Day(old), Day(next), reason, Ended));

    private static DateOnly? Day(string? iso) =>
        iso is null ? null : DateOnly.Parse(iso, provider: null);
}
