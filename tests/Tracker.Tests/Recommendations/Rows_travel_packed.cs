using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Tracker.Tests.Given;
using Tracker.Web.Recommendations;
using Xunit;

namespace Tracker.Tests.Recommendations;

public sealed partial class Rows_travel_packed(WebHost host) : IClassFixture<WebHost>
{
    private const string Row = """
        <tr role="row" data-code="KAY-2020-01"><td role="cell"><input aria-label="Choisir KAY-2020-01" /></td>
            <th role="rowheader"><a class="ttl" href="/recommendations/KAY-2020-01?q=a&amp;n=51">Créer 3 guichets à <i>Kayes</i></a>
                <span>Diaspora et développement</span></th>
            <td role="cell"><span class="n nw">23/05/2023</span> <span class="flag">En retard <span class="n">1&#x202F;283&#xA0;j</span></span></td></tr>
        """;

    private readonly PackedRows _packed = new(new RowPhrases());

    [Fact]
    public void And_are_put_together_as_they_were()
    {
        var two =
            Row
            + Row.Replace("KAY-2020-01", "KAY-2020-02", StringComparison.Ordinal)
                .Replace("n=51", "n=52", StringComparison.Ordinal);

        var shown = LiveRows.Unpacked(_packed.Pack(two, 51), _packed.Said);

        Assert.Equal(
            Break()
                .Replace(two, " ")
                .Replace("&#x202F;", "\u202F", StringComparison.Ordinal)
                .Replace("&#xA0;", "\u00A0", StringComparison.Ordinal)
                .Trim(),
            shown
        );
    }

    [Fact]
    public void What_was_said_once_is_not_said_again()
    {
        var first = _packed.Pack(Row, 51);
        Assert.Single(_packed.Said);

        Assert.Equal(first, _packed.Pack(Row, 51));
        var next = _packed.Pack(
            Row.Replace("KAY-2020-01", "KAY-2020-02", StringComparison.Ordinal),
            51
        );

        Assert.Single(_packed.Said);
        Assert.Contains("KAY-2020-02", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Diaspora", next, StringComparison.Ordinal);
        _packed.Pack(Row.Replace("Diaspora", "Santé", StringComparison.Ordinal), 51);
        Assert.Contains("Santé", Assert.Single(_packed.Said.Skip(1)), StringComparison.Ordinal);
        Assert.DoesNotContain("En retard", _packed.Said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_and_titles_are_the_rows_own_and_fill_no_memory()
    {
        _packed.Pack(Row, 51);

        var said = Assert.Single(_packed.Said);
        Assert.DoesNotContain("guichets", said, StringComparison.Ordinal);
        Assert.DoesNotContain("2023", said, StringComparison.Ordinal);
        Assert.DoesNotContain("283", said, StringComparison.Ordinal);
    }

    /// <summary>Whatever somebody typed: the program's encoder writes letters of the private range as numbers.</summary>
    [Fact]
    public void No_text_holds_a_sign()
    {
        var encoder = host.Of<HtmlEncoder>();

        Assert.Equal("É", encoder.Encode("É"));
        for (var sign = RowPhrases.Code; sign <= '\uF8FF'; sign++)
        {
            Assert.DoesNotContain(sign, encoder.Encode($"a{sign}b"));
        }
    }

    [Fact]
    public void Where_there_is_no_sign_left_a_phrase_is_sent_as_it_is()
    {
        var phrases = new RowPhrases();
        for (var i = 0; i < RowPhrases.Most; i++)
        {
            Assert.NotNull(phrases.SignOf($"phrase {i}"));
        }
        Assert.Null(phrases.SignOf("one more"));
        Assert.Equal('\uF8FF', phrases.SignOf($"phrase {RowPhrases.Most - 1}"));
        var packed = new PackedRows(phrases);

        var rows = packed.Pack(Row, 51);

        Assert.Empty(packed.Said);
        Assert.Contains("Diaspora et développement", rows, StringComparison.Ordinal);
        Assert.Contains(
            "data-code=\"KAY-2020-01\"",
            LiveRows.Unpacked(rows, []),
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Break();
}
