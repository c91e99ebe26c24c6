using System.Xml.Linq;
using Tracker.Core.Exports;
using Xunit;

namespace Tracker.Tests.Documents.Workbooks;

public sealed class HostileTextTests
{
    private static readonly XNamespace Main =
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Texts_come_back_exactly_as_they_were_typed()
    {
        var texts = Exported.HostileTexts().ToArray();
        using var book = await OpenedBook.WriteAsync([.. texts.Select(Saying)]);
        Assert.Empty(book.Errors());
        Assert.Equal(
            texts,
            Enumerable.Range(2, texts.Length).Select(row => book.Text(row, "text_fr"))
        );
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-2")]
    [InlineData("@x")]
    [InlineData("\tx")]
    [InlineData("\nx")]
    [InlineData("\rx")]
    [InlineData("'x")]
    public async Task A_cell_that_could_run_stays_text_and_is_marked_so(string text)
    {
        using var book = await OpenedBook.WriteAsync(Saying(text));
        var cell = book.Cell(2, "text_fr");
        Assert.False(cell.HasFormula);
        Assert.True(cell.Style.IncludeQuotePrefix);
        Assert.Equal(text, cell.GetString());
    }

    [Fact]
    public async Task An_ordinary_text_is_not_marked()
    {
        using var book = await OpenedBook.WriteAsync(Saying("a = b"));
        Assert.False(book.Cell(2, "text_fr").Style.IncludeQuotePrefix);
    }

    [Fact]
    public async Task The_links_are_the_only_formulas()
    {
        using var book = await OpenedBook.WriteAsync([.. Exported.HostileTexts().Select(Saying)]);
        Assert.All(
            book.ListXml().Descendants(Main + "f"),
            formula => Assert.StartsWith("HYPERLINK(", formula.Value, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Unholdable))]
    public async Task What_no_sheet_can_hold_is_replaced(string text, string held)
    {
        using var book = await OpenedBook.WriteAsync(Saying(text));
        Assert.Equal(held, book.Cell(2, "text_fr").GetString());
    }

    [Theory]
    [InlineData(32_767, 32_767, 'x')]
    [InlineData(32_768, 32_767, '…')]
    [InlineData(100_000, 32_767, '…')]
    public async Task A_text_longer_than_a_cell_is_cut_and_says_so(int length, int kept, char last)
    {
        using var book = await OpenedBook.WriteAsync(Saying(new string('x', length)));
        var text = book.Cell(2, "text_fr").GetString();
        Assert.Equal((kept, last), (text.Length, text[^1]));
    }

    [Fact]
    public async Task The_cut_never_splits_a_pair()
    {
        var text = new string('x', 32_765) + "\U0001F600\U0001F600";
        using var book = await OpenedBook.WriteAsync(Saying(text));
        Assert.Equal(new string('x', 32_765) + "…", book.Cell(2, "text_fr").GetString());
    }

    [Fact]
    public async Task A_day_before_the_format_counts_rightly_is_written_as_text()
    {
        var row = Exported.Row() with { DueDate = new(1900, 2, 28), ReviewDate = new(1900, 3, 1) };
        using var book = await OpenedBook.WriteAsync(row);
        Assert.Equal("1900-02-28", book.Cell(2, "due_date").GetString());
        Assert.Equal(new DateTime(1900, 3, 1), book.Cell(2, "review_date").GetDateTime());
    }

    [Fact]
    public async Task A_link_that_no_formula_can_hold_is_written_as_text()
    {
        var address = "https://tracker.example/" + new string('a', 250) + "/";
        var cover = Exported.Cover() with { RecordAddress = address };
        using var book = await OpenedBook.WriteAsync(cover, Exported.Row());
        Assert.False(book.Cell(2, "link").HasFormula);
        Assert.Equal(address + "KAY-2020-01", book.Cell(2, "link").GetString());
    }

    /// <summary>Not written as attributes, whose own encoding would replace the lone surrogates first.</summary>
    public static TheoryData<string, string> Unholdable() =>
        new()
        {
            { "a\uD800b", "a\uFFFDb" },
            { "\uDC00", "\uFFFD" },
            { "fin\uD83D", "fin\uFFFD" },
            { "a\uFFFEb\uFFFF", "a\uFFFDb\uFFFD" },
            { "a\r\nb\rc\nd", "a\r\nb\rc\nd" },
        };

    private static ExportRow Saying(string text) => Exported.Row() with { Text = new(text, text) };
}
