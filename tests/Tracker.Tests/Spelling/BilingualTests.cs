using Tracker.Core.Words;

namespace Tracker.Tests.Spelling;

public sealed class BilingualTests
{
    [Theory]
    [InlineData("oui", "yes", Language.Fr, "oui", Language.Fr, false)]
    [InlineData("oui", "yes", Language.En, "yes", Language.En, false)]
    [InlineData("oui", null, Language.En, "oui", Language.Fr, true)]
    [InlineData("oui", "  ", Language.En, "oui", Language.Fr, true)]
    [InlineData(null, "yes", Language.Fr, "yes", Language.En, true)]
    [InlineData(null, null, Language.Fr, "", Language.Fr, false)]
    [InlineData(null, null, Language.En, "", Language.En, false)]
    public void A_missing_text_comes_from_the_other_language_and_says_so(
        string? fr,
        string? en,
        Language reader,
        string text,
        Language really,
        bool isFallback
    ) => Assert.Equal(new Worded(text, really, isFallback), new Bilingual(fr, en).In(reader));
}
