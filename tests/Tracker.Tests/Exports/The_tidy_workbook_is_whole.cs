using System.Net;
using System.Text.Json;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Dashboard;
using Tracker.Tests.Given;

namespace Tracker.Tests.Exports;

/// <summary>Story 8, and what analysts pivot.</summary>
public sealed class The_tidy_workbook_is_whole(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("framework=SDG-10.7", 10, 29)]
    [InlineData("", 16, 50)]
    public async Task Rows_and_pairs_of_frameworks_are_those_of_the_story(
        string query,
        int rows,
        int pairs
    )
    {
        using var visitor = await host.SignedInAsync("analyst");
        using var book = await BookAsync(visitor, query);

        Assert.Equal(rows, Column(book, "Recommandations", "code").Count);
        var codes = Column(book, "Cadres", "entry_code");
        Assert.Equal(pairs, codes.Count(c => c.StartsWith("SDG-", StringComparison.Ordinal)));
        Assert.All(
            book.Worksheet("Cadres").Column(6).CellsUsed().Skip(1),
            cell => Assert.Equal(XLDataType.Text, cell.DataType)
        );
        Assert.Equal(rows, Column(book, "Changements", "code").Distinct().Count());
    }

    [Fact]
    public async Task The_summary_is_made_of_formulas_and_says_what_the_dashboard_says()
    {
        using var visitor = await host.SignedInAsync("analyst");
        using var book = await BookAsync(visitor, "");
        var figures = await host.Of<DashboardQueries>()
            .FiguresAsync(
                Actor.Worker,
                new FilterReading(RecommendationFilter.Everything, []),
                cancellation: Patience
            );

        var sheet = book.Worksheet("Synthèse");
        var themes = sheet
            .RowsUsed()
            .Where(r => r.Cell(1).GetString() == "theme")
            .ToDictionary(r => r.Cell(2).GetString(), r => r.Cell(5));
        Assert.Equal(figures.ByTheme.Count, themes.Count);
        Assert.All(
            figures.ByTheme,
            theme =>
            {
                var cell = themes[theme.Of!.Code];
                Assert.StartsWith(
                    "COUNTIFS(Recommandations[theme_code]",
                    cell.FormulaA1,
                    StringComparison.Ordinal
                );
                Assert.Equal($"{theme.Total}", cell.CachedValue.ToString());
            }
        );
        var formulas = book
            .Worksheets.SelectMany(w => w.CellsUsed(c => c.HasFormula))
            .Where(c => !c.FormulaA1.StartsWith("HYPERLINK(", StringComparison.Ordinal))
            .Select(c => c.Worksheet.Name)
            .Distinct();
        Assert.Equal(["Synthèse"], formulas);
    }

    [Fact]
    public async Task The_validator_finds_nothing_and_every_column_stands_in_the_dictionary()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        using var answer = await visitor.GetAsync("/recommendations/export.xlsx");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Patience));
        using (var document = SpreadsheetDocument.Open(file, false))
        {
            Assert.Empty(
                new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                    .Validate(document, Patience)
                    .Select(e => $"{e.Part?.Uri} {e.Description}")
            );
        }
        using var book = new XLWorkbook(file);
        var said = book.Worksheet("Colonnes")
            .RowsUsed()
            .Skip(1)
            .Select(r => $"{r.Cell(1).GetString()} {r.Cell(2).GetString()}")
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var sheet in book.Worksheets.Where(w => w.Name is not ("Couverture" or "Colonnes"))
        )
        {
            Assert.All(
                sheet.Row(1).CellsUsed(),
                cell => Assert.Contains($"{sheet.Name} {cell.GetString()}", said)
            );
            Assert.Single(sheet.Tables);
        }
    }

    [Fact]
    public async Task An_earlier_day_gives_the_state_and_the_names_of_that_day_in_each_form()
    {
        using var visitor = await host.SignedInAsync("analyst");
        using var early = await BookAsync(visitor, "as_of=2020-12-31");
        using var json = await visitor.GetAsync("/recommendations/export.json?as_of=2020-12-31");
        using var read = JsonDocument.Parse(await json.Content.ReadAsByteArrayAsync(Patience));
        using var before = await visitor.GetAsync("/recommendations/export.json?as_of=2020-12-17");
        using var none = JsonDocument.Parse(await before.Content.ReadAsByteArrayAsync(Patience));

        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Equal("2020-12-31", read.RootElement.GetProperty("as_of").GetString());
        Assert.Equal(
            Column(early, "Recommandations", "code"),
            read.RootElement.GetProperty("recommendations")
                .EnumerateArray()
                .Select(r => r.GetProperty("code").GetString()!)
        );
        Assert.Equal(
            read.RootElement.GetProperty("columns")
                .EnumerateArray()
                .Select(c => c.GetProperty("name").GetString()),
            read.RootElement.GetProperty("recommendations")[0].EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(0, none.RootElement.GetProperty("recommendations").GetArrayLength());
    }

    private static async Task<XLWorkbook> BookAsync(Visitor visitor, string query)
    {
        using var answer = await visitor.GetAsync("/recommendations/export.xlsx?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new XLWorkbook(
            new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Patience))
        );
    }

    private static List<string> Column(XLWorkbook book, string sheet, string column)
    {
        var rows = book.Worksheet(sheet);
        var at = rows.Row(1).CellsUsed().Single(c => c.GetString() == column).Address.ColumnNumber;
        return [.. rows.Column(at).CellsUsed().Skip(1).Select(c => c.GetString())];
    }
}
