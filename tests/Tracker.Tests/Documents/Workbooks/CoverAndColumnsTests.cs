using System.Globalization;
using System.Resources;
using ClosedXML.Excel;
using Tracker.Core.Words;
using Tracker.Documents.Exports;
using Xunit;

namespace Tracker.Tests.Documents.Workbooks;

public sealed class CoverAndColumnsTests
{
    [Fact]
    public async Task The_cover_says_what_the_file_holds()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal(
            "Recommandations des ateliers sur la migration",
            book.Cover.Cell(1, 1).GetString()
        );
        Assert.Equal(new DateTime(2022, 1, 31), Beside(book, "Situation au").GetDateTime());
        Assert.Equal(
            new DateTime(2022, 2, 1, 8, 30, 0),
            Beside(book, "Fichier établi le (heure locale)").GetDateTime()
        );
        Assert.Equal(2, Beside(book, "Recommandations").GetDouble());
        Assert.Equal(1, Beside(book, "En retard").GetDouble());
        Assert.Equal("status.deferred (fr)", Beside(book, "deferred").GetString());
        Assert.Equal("flag.review_due (fr)", Beside(book, "review_due").GetString());
    }

    [Fact]
    public async Task The_cover_leads_back_to_the_list()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal(
            Exported.Cover().ListAddress,
            Beside(book, "Liste en ligne").Hyperlink.ExternalAddress
        );
    }

    [Fact]
    public async Task Filters_stand_on_the_cover_as_text()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.NotNull(Found(book, "État : en cours"));
        var hostile = Found(book, "=Texte qui commence par un signe égal");
        Assert.False(hostile.HasFormula);
        Assert.True(hostile.Style.IncludeQuotePrefix);
    }

    [Fact]
    public async Task A_filter_that_no_sheet_can_hold_does_not_break_the_export()
    {
        var cover = Exported.Cover() with { Filters = ["q\uD800\u0001", new string('x', 40_000)] };
        using var book = await OpenedBook.WriteAsync(cover, Exported.Row());
        Assert.NotNull(Found(book, "q\uFFFD\u0001"));
        Assert.Empty(book.Errors());
    }

    [Fact]
    public async Task The_address_of_a_very_narrow_list_is_written_out()
    {
        var address = new Uri(
            "https://tracker.example/recommendations?q=" + new string('a', 3_000)
        );
        var cover = Exported.Cover() with { ListAddress = address };
        using var book = await OpenedBook.WriteAsync(cover, Exported.Row());
        Assert.Equal(address.AbsoluteUri, Beside(book, "Liste en ligne").GetString());
        Assert.Empty(book.Errors());
    }

    [Fact]
    public async Task The_cover_speaks_the_reader_s_language_and_says_when_nothing_was_filtered()
    {
        var cover = Exported.Cover(Language.En) with { Filters = [] };
        using var book = await OpenedBook.WriteAsync(cover, Exported.Row());
        Assert.NotNull(
            Found(
                book,
                "No filter: the file holds every published recommendation that you can see."
            )
        );
        Assert.Equal("status.deferred (en)", Beside(book, "deferred").GetString());
        Assert.Equal("Couverture", book.Cover.Name);
        Assert.Empty(book.Errors());
    }

    [Fact]
    public async Task The_dictionary_explains_every_column_in_both_languages()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        var explained = book.Columns.Tables.Single().DataRange.Rows().ToList();
        Assert.Equal(
            book.ColumnNames,
            explained
                .Where(row => row.Cell(1).GetString() == "Recommandations")
                .Select(row => row.Cell(2).GetString())
        );
        Assert.All(
            explained,
            row => Assert.All(row.Cells(3, 6), cell => Assert.NotEmpty(cell.GetString()))
        );
        var kind = explained.Single(row => row.Cell(2).GetString() == "kind");
        Assert.Equal(
            "explicit = kind.explicit (fr)\nderived = kind.derived (fr)",
            kind.Cell(7).GetString()
        );
    }

    [Fact]
    public void Every_word_exists_in_both_languages()
    {
        var french = Keys("");
        Assert.NotEmpty(french);
        Assert.Equal(french, Keys("en"));
    }

    private static SortedSet<string> Keys(string culture)
    {
        var words = ExportWords.Resources.GetResourceSet(
            CultureInfo.GetCultureInfo(culture),
            createIfNotExists: true,
            tryParents: false
        )!;
        return [.. words.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key)];
    }

    private static IXLCell Beside(OpenedBook book, string label) => Found(book, label).CellRight();

    /// <summary>The first cell that says so; the counts stand above the list of sheets.</summary>
    private static IXLCell Found(OpenedBook book, string text) =>
        book.Cover.CellsUsed().First(cell => cell.GetString() == text);
}
