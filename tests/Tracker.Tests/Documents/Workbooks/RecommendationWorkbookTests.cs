using System.Globalization;
using ClosedXML.Excel;
using Tracker.Core.Recommendations;
using Xunit;

namespace Tracker.Tests.Documents.Workbooks;

public sealed class RecommendationWorkbookTests
{
    private const string Names =
        "code workshop_code workshop_fr workshop_en workshop_end kind title_fr title_en text_fr text_en "
        + "source_quote theme_code theme_fr theme_en lead_code lead_fr lead_en lead_standing supporting_codes "
        + "place_codes framework_codes acceptance acceptance_fr acceptance_en status status_fr status_en "
        + "status_since progress_percent due_date review_date last_update_on published_on is_overdue is_due_soon "
        + "is_stale is_awaiting_verification is_review_due changed_at link frequency closure_outcome blocked_by version";

    [Fact]
    public async Task The_names_of_sheets_and_columns_never_change()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal(
            [
                "Couverture",
                "Recommandations",
                "Synthèse",
                "Cadres",
                "Partenaires",
                "Lieux",
                "Mises à jour",
                "Jalons",
                "Pièces",
                "Changements",
                "Colonnes",
            ],
            book.Sheets.Select(s => s.Name)
        );
        Assert.Equal(Names.Split(' '), book.ColumnNames);
    }

    [Fact]
    public async Task The_format_s_validator_finds_nothing()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row(), Exported.Row("KAY-2020-02"));
        Assert.Empty(book.Errors());
    }

    [Fact]
    public async Task Codes_stand_beside_words_in_both_languages()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal("KAY-2020-01", book.Cell(2, "code").GetString());
        Assert.Equal("explicit", book.Cell(2, "kind").GetString());
        Assert.Equal("proposed", book.Cell(2, "lead_standing").GetString());
        Assert.Equal("in_progress", book.Cell(2, "status").GetString());
        Assert.Equal("status.in_progress (fr)", book.Cell(2, "status_fr").GetString());
        Assert.Equal("status.in_progress (en)", book.Cell(2, "status_en").GetString());
        Assert.Equal(
            "acceptance.partially_accepted (fr)",
            book.Cell(2, "acceptance_fr").GetString()
        );
        Assert.Equal("Ministry", book.Cell(2, "lead_en").GetString());
        Assert.Equal("CIGEM;DGME", book.Cell(2, "supporting_codes").GetString());
        Assert.Equal("GCM-02;SDG-10.7", book.Cell(2, "framework_codes").GetString());
    }

    [Fact]
    public async Task Dates_and_numbers_are_real()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal(XLDataType.DateTime, book.Cell(2, "due_date").DataType);
        Assert.Equal(new DateTime(2021, 12, 31), book.Cell(2, "due_date").GetDateTime());
        Assert.Equal(new DateTime(2021, 3, 4, 13, 53, 0), book.Cell(2, "changed_at").GetDateTime());
        Assert.Equal(XLDataType.Number, book.Cell(2, "progress_percent").DataType);
        Assert.Equal(50, book.Cell(2, "progress_percent").GetDouble());
        Assert.True(book.Cell(2, "review_date").IsEmpty());
    }

    [Fact]
    public async Task Flags_are_ones_and_zeros_that_can_be_summed()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal(1, book.Cell(2, "is_overdue").GetDouble());
        Assert.Equal(0, book.Cell(2, "is_due_soon").GetDouble());
        Assert.Equal(1, book.Cell(2, "is_stale").GetDouble());
        Assert.Equal(0, book.Cell(2, "is_review_due").GetDouble());
    }

    [Fact]
    public async Task Each_row_links_to_its_record()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        var formula = book.Cell(2, "link").FormulaA1;
        Assert.Equal(
            "HYPERLINK(\"https://tracker.example/recommendations/KAY-2020-01\",\"KAY-2020-01\")",
            formula
        );
    }

    [Fact]
    public async Task The_table_ends_on_the_last_row_and_the_header_stays_in_sight()
    {
        using var book = await OpenedBook.WriteAsync([
            .. Enumerable.Range(1, 250).Select(n => Exported.Row($"KAY-2020-{n:00}")),
        ]);
        var table = book.List.Tables.Single();
        Assert.Equal("A1:AR251", table.RangeAddress.ToString());
        Assert.Equal("A1:AR251", book.FilterRange());
        Assert.Equal(1, book.List.SheetView.SplitRow);
        Assert.Equal("KAY-2020-250", book.Cell(251, "code").GetString());
    }

    [Fact]
    public async Task The_pages_are_landscape_and_repeat_the_header()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.All(
            book.Sheets,
            sheet => Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize)
        );
        Assert.Equal(XLPageOrientation.Landscape, book.List.PageSetup.PageOrientation);
        Assert.Equal("Recommandations!$A:$A,Recommandations!$1:$1", book.PrintTitles()[0]);
        Assert.Equal(book.Sheets.Count - 1, book.PrintTitles().Count);
        Assert.Equal(60, book.List.Row(2).Height);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    [InlineData("fa-IR")]
    public async Task The_reader_s_culture_changes_no_number_and_no_date(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Empty(book.Errors());
        Assert.Equal(new DateTime(2021, 3, 4, 13, 53, 0), book.Cell(2, "changed_at").GetDateTime());
        Assert.Contains(
            book.Cover.CellsUsed(),
            cell =>
                cell.DataType == XLDataType.DateTime
                && cell.GetDateTime() == new DateTime(2022, 2, 1, 8, 30, 0)
        );
    }

    [Fact]
    public async Task An_export_of_nothing_opens()
    {
        using var book = await OpenedBook.WriteAsync();
        Assert.Empty(book.Errors());
        Assert.Equal("A1:AR2", book.List.Tables.Single().RangeAddress.ToString());
        Assert.True(book.Cell(2, "code").IsEmpty());
    }

    [Fact]
    public async Task A_recommendation_without_a_lead_leaves_its_cells_empty()
    {
        var row = Exported.Row() with
        {
            LeadCode = null,
            Lead = default,
            LeadStanding = LeadStanding.None,
            Percent = null,
            Supporting = [],
        };
        using var book = await OpenedBook.WriteAsync(row);
        Assert.Equal("none", book.Cell(2, "lead_standing").GetString());
        Assert.All(
            ["lead_code", "lead_fr", "progress_percent", "supporting_codes"],
            column => Assert.True(book.Cell(2, column).IsEmpty(), column)
        );
        Assert.Empty(book.Errors());
    }
}
