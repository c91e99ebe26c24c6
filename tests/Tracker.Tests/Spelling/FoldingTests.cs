using System.Text;
using Tracker.Core.Words;

namespace Tracker.Tests.Spelling;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("ŒUVRE", "oeuvre")]
    [InlineData("Lætitia et ÆGIS", "laetitia et aegis")]
    [InlineData("Straße STRAẞE", "strasse strasse")]
    [InlineData("Établis à l’extérieur", "etablis a l exterieur")]
    [InlineData("e\u0301migre\u0301s", "emigres")]
    [InlineData("Ça, là-bas\u00a0!", "ca la bas")]
    [InlineData("10\u202f000\u00a0FCFA", "10 000 fcfa")]
    [InlineData("ﬁnancement", "financement")]
    [InlineData("co\u00adopé\u200bration", "cooperation")]
    [InlineData("  --  ", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_text_is_folded_to_plain_lower_case_words(string? text, string folded) =>
        Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData('\'')]
    [InlineData('’')]
    [InlineData('‘')]
    [InlineData('ʼ')]
    [InlineData('ʻ')]
    [InlineData('′')]
    [InlineData('＇')]
    public void Whatever_the_apostrophe_the_words_are_the_same(char apostrophe) =>
        Assert.Equal("l etat", Folding.Fold($"l{apostrophe}État"));

    [Theory]
    [InlineData("a\ud800b")]
    [InlineData("\udc00")]
    [InlineData("\ud83d")]
    public void A_lone_surrogate_does_no_harm(string text)
    {
        Assert.DoesNotContain(Folding.Fold(text), char.IsSurrogate);
        Assert.All(Folding.Terms(text), term => Assert.DoesNotContain(term, char.IsSurrogate));
    }

    /// <summary>Whatever strangers send, what is stored and what is asked for hold nothing a search could trip over.</summary>
    [Fact]
    public void Any_text_becomes_letters_digits_and_single_spaces_and_stays_so()
    {
        var random = new Random(7);
        for (var round = 0; round < 4000; round++)
        {
            var text = new string([
                .. Enumerable
                    .Range(0, random.Next(1, 30))
                    .Select(_ =>
                        (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(0x250))
                    ),
            ]);
            var folded = Folding.Fold(text);
            Assert.Equal(folded, Folding.Fold(folded));
            Assert.Equal(folded.Trim(), folded);
            Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
            Assert.All(
                folded.EnumerateRunes(),
                rune => Assert.True(rune.Value == ' ' || Rune.IsLetterOrDigit(rune))
            );
        }
    }

    [Theory]
    [InlineData("diaspora données", "diaspora|donnees")]
    [InlineData("l’intégration", "l|integration")]
    [InlineData("KAY-2020-05", "kay 2020 05")]
    [InlineData("SDG-10.7 santé", "sdg 10 7|sante")]
    [InlineData("covid-19", "covid 19")]
    [InlineData("mise en œuvre", "mise|en|oeuvre")]
    [InlineData("mise mise MISE", "mise")]
    [InlineData("\"' OR 1=1 --", "or|1 1")]
    [InlineData("NEAR(a b)*^", "near|a|b")]
    [InlineData(" \t\u00a0", "")]
    [InlineData("!?", "")]
    [InlineData(null, "")]
    public void A_search_is_cut_into_words_and_a_chunk_with_a_digit_stays_a_phrase(
        string? search,
        string terms
    ) => Assert.Equal(terms, string.Join('|', Folding.Terms(search)));

    [Fact]
    public void Ten_thousand_characters_are_cut_before_they_are_searched()
    {
        var terms = Folding.Terms(string.Concat(Enumerable.Repeat("mot ", 2500)) + "dernier");
        Assert.Equal("mot", Assert.Single(terms));
        Assert.Equal(200, Assert.Single(Folding.Terms(new string('é', 10_000))).Length);
        Assert.Equal(20_000, Folding.Fold(new string('œ', 10_000)).Length);
    }

    /// <summary>A letter of another script in the text sends it the long way.</summary>
    [Fact]
    public void Both_ways_of_folding_agree_on_every_sign()
    {
        var signs = Enumerable.Range(0, 0x250).Concat(Enumerable.Range(0x2000, 0x70));
        Assert.All(
            signs,
            sign =>
            {
                var text = $"été{(char)sign}Nord";
                Assert.Equal(Folding.Fold($"{text} ж"), $"{Folding.Fold(text)} ж");
            }
        );
    }
}
