using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class RecommendationEntryTests
{
    private static RecommendationEntry Good => Entries.Recommendation();

    [Fact]
    public void A_whole_entry_breaks_no_rule() => Assert.Empty(Good.Check());

    [Fact]
    public void One_language_is_enough()
    {
        Assert.Empty((Good with { Title = new Bilingual(null, "Title") }).Check());
        Assert.Empty((Good with { Text = new Bilingual("Texte", " ") }).Check());
    }

    [Fact]
    public void Everything_missing_is_said_at_once()
    {
        var empty = new RecommendationEntry { WorkshopCode = "KAY-2020", Code = "" };
        Assert.Equal(
            [
                "Code Required",
                "Kind Required",
                "TextFr Required",
                "Theme Required",
                "TitleFr Required",
            ],
            Ends.Spell(empty.Check())
        );
    }

    [Fact]
    public void Lengths_are_kept_on_each_side_of_their_bounds()
    {
        var longest = Good with
        {
            Title = new Bilingual(new string('t', 300), new string('t', 300)),
            Text = new Bilingual(new string('x', 20_000), new string('x', 20_000)),
            SourceQuote = new string('q', 5_000),
        };
        Assert.Empty(longest.Check());
        var tooLong = Good with
        {
            Title = new Bilingual(new string('t', 301), new string('t', 301)),
            Text = new Bilingual(new string('x', 20_001), new string('x', 20_001)),
            SourceQuote = new string('q', 5_001),
        };
        Assert.Equal(
            [
                "SourceQuote TooLong",
                "TextEn TooLong",
                "TextFr TooLong",
                "TitleEn TooLong",
                "TitleFr TooLong",
            ],
            Ends.Spell(tooLong.Check())
        );
    }

    [Theory]
    [InlineData("KAY-2020-17", null)]
    [InlineData("KAY-2020-100", null)]
    [InlineData("KAY-2020-999999", null)]
    [InlineData(" ", Fault.Required)]
    [InlineData(null, Fault.Required)]
    [InlineData("SIK-2021-01", Fault.NotACode)]
    [InlineData("KAY-2020", Fault.NotACode)]
    [InlineData("KAY-2020-", Fault.NotACode)]
    [InlineData("KAY-2020-00", Fault.NotACode)]
    [InlineData("KAY-2020-5", Fault.NotACode)]
    [InlineData("KAY-2020-005", Fault.NotACode)]
    [InlineData("KAY-2020--5", Fault.NotACode)]
    [InlineData("KAY-2020-+5", Fault.NotACode)]
    [InlineData("KAY-2020-1a", Fault.NotACode)]
    [InlineData("KAY-2020-17\n", Fault.NotACode)]
    [InlineData("KAY-2020-٠٧", Fault.NotACode)]
    [InlineData("kay-2020-17", Fault.NotACode)]
    [InlineData("KAY-2020-1000000", Fault.NotACode)]
    [InlineData("KAY-2020-2147483647", Fault.NotACode)]
    [InlineData("KAY-2020-99999999999999", Fault.NotACode)]
    public void A_code_is_the_workshops_and_a_number(string? code, Fault? fault) =>
        Assert.Equal(fault, RecommendationCode.Fault(code, "KAY-2020"));

    [Fact]
    public void The_next_code_follows_the_highest_and_fills_no_gap()
    {
        Assert.Equal("KAY-2020-01", RecommendationCode.Next("KAY-2020", []));
        Assert.Equal(
            "KAY-2020-17",
            RecommendationCode.Next("KAY-2020", ["KAY-2020-03", "KAY-2020-16", "KAY-2020-XX"])
        );
        Assert.Equal("KAY-2020-100", RecommendationCode.Next("KAY-2020", ["KAY-2020-99"]));
        Assert.Equal("KAY-2020-01", RecommendationCode.Next("KAY-2020", ["KAY-2020-B-07"]));
    }

    [Fact]
    public void A_lead_cannot_support_itself()
    {
        Assert.Empty(new OwnerChange("MEF", ["MEFP"]).Check());
        Assert.Empty(new OwnerChange(null, ["MEFP"]).Check());
        Assert.Equal(
            ["Supporting LeadAmongSupporting"],
            Ends.Spell(new OwnerChange("MEF", ["MEFP", "MEF"]).Check())
        );
    }
}
