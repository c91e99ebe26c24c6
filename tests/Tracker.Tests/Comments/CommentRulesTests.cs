using Tracker.Core.Comments;
using Tracker.Tests.Given;

namespace Tracker.Tests.Comments;

public sealed class CommentRulesTests
{
    [Theory]
    [InlineData("Voir @MEFP.", "MEFP")]
    [InlineData("@anpe, @CS-PONAM et @ANPE", "ANPE CS-PONAM")]
    [InlineData("(@OIM-ML) puis @CR-KAY-", "OIM-ML CR-KAY")]
    [InlineData("écrire à point.focal@mefp.example", "")]
    [InlineData("@ seul, et rien", "")]
    public void Names_follow_an_at_sign_and_are_no_addresses(string text, string names) =>
        Assert.Equal(names, string.Join(' ', CommentRules.NamesIn(text)));

    [Theory]
    [InlineData(null, "Text Required")]
    [InlineData("  ", "Text Required")]
    public void A_comment_says_something(string? text, string fault) =>
        Assert.Equal([fault], Ends.Spell(CommentRules.Check(text)));

    [Fact]
    public void A_comment_is_short()
    {
        Assert.Empty(CommentRules.Check(new string('x', 2000)));
        Assert.Equal(["Text TooLong"], Ends.Spell(CommentRules.Check(new string('x', 2001))));
    }
}
