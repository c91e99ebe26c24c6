using Bunit;
using Tracker.Core.Words;
using Tracker.Web.Shared;
using Xunit;

namespace Tracker.Tests.Shared;

public sealed class Content_falls_back_and_says_so : ComponentTest
{
    [Fact]
    public void A_text_in_the_readers_language_carries_no_mark()
    {
        Reads(Language.En);

        var content = Render<Content>(p => p.Add(c => c.Of, new Bilingual("Relier", "Link")));

        Assert.Equal("Link", content.Markup.Trim());
    }

    [Theory]
    [InlineData(Language.Fr, null, "Link", "en", "(en anglais)")]
    [InlineData(Language.En, "Relier", null, "fr", "(in French)")]
    public void A_text_in_the_other_language_says_which(
        Language reader,
        string? fr,
        string? en,
        string lang,
        string mark
    )
    {
        Reads(reader);

        var content = Render<Content>(p => p.Add(c => c.Of, new Bilingual(fr, en)));

        Assert.Equal(fr ?? en, content.Find($"[lang={lang}]").TextContent);
        Assert.Equal(mark, content.Find("small").TextContent);
    }
}
