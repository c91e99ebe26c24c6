using Tracker.Core;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Progress;

public sealed class StatusChangeRulesTests
{
    private static readonly DateOnly Today = new(2021, 3, 1);
    private static readonly DateOnly Ended = new(2020, 12, 18);

    [Theory]
    [InlineData(null, "UpdateText Required")]
    [InlineData("  ", "UpdateText Required")]
    [InlineData("\u00a0", "UpdateText Required")]
    [InlineData("Fait", null)]
    public void An_update_text_is_asked_for(string? text, string? fault) =>
        Expect(Change() with { UpdateText = text }, fault, Requirement.UpdateText);

    [Fact]
    public void A_text_ends_at_four_thousand_characters()
    {
        var longest = new string('a', 4000);
        Expect(Change() with { Reason = longest }, null, Requirement.Reason);
        Expect(Change() with { Reason = longest + "a" }, "Reason TooLong", Requirement.Reason);
        Expect(Change() with { Comment = longest + "a" }, "Comment TooLong", Requirement.Comment);
    }

    [Theory]
    [InlineData(null, "ReviewDate Required")]
    [InlineData("2021-02-28", "ReviewDate InThePast")]
    [InlineData("2021-03-01", "ReviewDate InThePast")]
    [InlineData("2021-03-02", null)]
    public void A_review_date_lies_ahead(string? day, string? fault) =>
        Expect(Change() with { ReviewDate = Day(day) }, fault, Requirement.ReviewDate);

    [Theory]
    [InlineData(null, null, null, "DueDate Required")]
    [InlineData(null, "2021-02-28", null, "DueDate InThePast")]
    [InlineData(null, "2021-03-02", null, null)]
    [InlineData("2021-02-01", "2021-06-30", null, "Reason Required")]
    [InlineData("2021-02-01", "2021-06-30", "Budget voté", null)]
    [InlineData("2021-06-30", "2021-06-30", null, null)]
    public void Resuming_gives_a_date_ahead_and_a_reason_where_it_moves_one(
        string? old,
        string? next,
        string? reason,
        string? fault
    )
    {
        var change = Change() with { DueDate = Day(next), Reason = reason };
        var move = new OfferedMove(ImplementationStatus.NotStarted, [Requirement.DueDate], false);
        var faults = StatusChangeRules.Check(change, move, new(Ended, Today, Day(old)));
        Assert.Equal(fault is null ? [] : [fault], Ends.Spell(faults));
    }

    [Theory]
    [InlineData(-1, "Percent OutOfRange")]
    [InlineData(0, null)]
    [InlineData(100, null)]
    [InlineData(101, "Percent OutOfRange")]
    [InlineData(null, null)]
    public void A_percentage_lies_between_nought_and_a_hundred(int? percent, string? fault) =>
        Expect(Change() with { Percent = percent }, fault);

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var move = new OfferedMove(
            ImplementationStatus.Deferred,
            [Requirement.Reason, Requirement.ReviewDate],
            false
        );
        var faults = StatusChangeRules.Check(
            Change() with
            {
                Percent = 200,
            },
            move,
            new(Ended, Today, null)
        );
        Assert.Equal(
            ["Percent OutOfRange", "Reason Required", "ReviewDate Required"],
            Ends.Spell(faults)
        );
    }

    [Fact]
    public void What_is_not_asked_for_is_not_checked() => Expect(Change(), null);

    private static void Expect(StatusChange change, string? fault, params Requirement[] asked)
    {
        var move = new OfferedMove(change.To, asked, false);
        var faults = StatusChangeRules.Check(change, move, new(Ended, Today, null));
        Assert.Equal(fault is null ? [] : [fault], Ends.Spell(faults));
    }

    private static StatusChange Change() => new() { To = ImplementationStatus.InProgress };

    private static DateOnly? Day(string? iso) =>
        iso is null ? null : DateOnly.Parse(iso, provider: null);
}
