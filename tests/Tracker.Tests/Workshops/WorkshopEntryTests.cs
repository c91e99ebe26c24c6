using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.Workshops;

public sealed class WorkshopEntryTests
{
    private static readonly DateOnly Today = new(2021, 1, 8);

    private static WorkshopEntry Good => Entries.Workshop();

    [Fact]
    public void A_whole_entry_breaks_no_rule() => Expect(Good);

    [Fact]
    public void Everything_missing_is_said_at_once() =>
        Expect(
            new WorkshopEntry { Code = " " },
            "Code Required",
            "EndsOn Required",
            "NameFr Required",
            "StartsOn Required",
            "Type Required"
        );

    [Theory]
    [InlineData("KAY-2020", true)]
    [InlineData("KAY-2020-B", true)]
    [InlineData("KA2-1", true)]
    [InlineData("K-2020", false)]
    [InlineData("2KA-2020", false)]
    [InlineData("KAY", false)]
    [InlineData("KAY-", false)]
    [InlineData("kay-2020", false)]
    [InlineData("KAY 2020", false)]
    [InlineData("KAY-2020\n", false)]
    [InlineData("KAY-2020-A-B", false)]
    [InlineData("KÉY-2020", false)]
    [InlineData("KAYKAYKAYKA-2020", false)]
    public void A_code_is_of_capitals_digits_and_dashes(string code, bool good) =>
        Expect(Good with { Code = code }, good ? [] : ["Code NotACode"]);

    [Fact]
    public void It_may_last_one_day_and_not_end_before_it_starts()
    {
        Expect(Good with { EndsOn = Good.StartsOn });
        Expect(Good with { EndsOn = Good.StartsOn!.Value.AddDays(-1) }, "EndsOn EndsBeforeStart");
    }

    [Fact]
    public void Its_days_lie_within_reason()
    {
        Expect(Good with { EndsOn = Today.AddYears(1) });
        Expect(Good with { EndsOn = Today.AddYears(1).AddDays(1) }, "EndsOn OutOfRange");
        Expect(Good with { StartsOn = new DateOnly(1950, 1, 1) });
        Expect(Good with { StartsOn = new DateOnly(1949, 12, 31) }, "StartsOn OutOfRange");
    }

    [Fact]
    public void Lengths_are_kept_on_each_side_of_their_bounds()
    {
        var longest = new string('a', 300);
        Expect(Filled(longest));
        Expect(
            Filled(longest + "a"),
            "NameEn TooLong",
            "NameFr TooLong",
            "Source TooLong",
            "ThemeEn TooLong",
            "ThemeFr TooLong",
            "Venue TooLong"
        );
    }

    private static WorkshopEntry Filled(string text) =>
        Good with
        {
            Name = new Bilingual(text, text),
            Theme = new Bilingual(text, text),
            Venue = text,
            Source = text,
        };

    private static void Expect(WorkshopEntry entry, params string[] faults) =>
        Assert.Equal(faults, Ends.Spell(entry.Check(Today)));
}
