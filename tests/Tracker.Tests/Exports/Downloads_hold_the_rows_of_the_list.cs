using System.Net;
using ClosedXML.Excel;
using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Exports;

public sealed class Downloads_hold_the_rows_of_the_list(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("theme=DIA")]
    [InlineData("lead=MMEIA&sort=title&dir=desc")]
    [InlineData("q=diaspora&kind=explicit")]
    [InlineData("status=verified")]
    public async Task The_same_in_the_same_order(string query)
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var page = await visitor.PageAsync("/recommendations?" + query);
        var shown = page.QuerySelectorAll("tr[data-code]")
            .Select(r => r.GetAttribute("data-code")!)
            .ToList();

        using var book = await BookAsync(visitor, query);
        using var csv = await visitor.GetAsync("/recommendations/export.csv?" + query);
        var lines = await csv.Content.ReadAsStringAsync(Patience);

        Assert.Equal(shown, Column(book, "code"));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.All(shown, code => Assert.Contains(code, lines, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cover_says_the_filter_in_words()
    {
        using var visitor = await host.SignedInAsync("coordinator");

        using var book = await BookAsync(visitor, "theme=DIA&lead=MMEIA");
        var cover = book.Worksheet("Couverture").CellsUsed().Select(c => c.GetString()).ToList();

        Assert.Contains(cover, text => text.Contains("Diaspora et développement"));
        Assert.Contains(cover, text => text.Contains("MMEIA"));
    }

    [Theory]
    [InlineData("KAY-2020-31", "=cmd|' /C calc'!A0")]
    [InlineData("KAY-2020-32", "+1")]
    [InlineData("KAY-2020-33", "_x0041_ et _x000D_")]
    [InlineData("KAY-2020-34", "@SUM(A1:A9)")]
    [InlineData("KAY-2020-35", "-2+3")]
    public async Task Hostile_text_comes_out_as_text(string code, string title)
    {
        await PublishAsync(code, title);
        using var visitor = await host.SignedInAsync("coordinator");

        var row = await visitor.PageAsync("/recommendations?size=100");
        Assert.Equal(title, row.QuerySelector($"[data-code='{code}'] a.ttl")!.TextContent.Trim());
        using var book = await BookAsync(visitor, "size=100");
        var list = book.Worksheet("Recommandations");
        var at = Column(book, "code").IndexOf(code) + 2;
        var cell = list.Cell(at, ColumnOf(list, "title_fr"));
        Assert.False(cell.HasFormula);
        Assert.Equal(XLDataType.Text, cell.DataType);
        // The library leaves the format's own escapes of inline texts as they are; spreadsheet programs undo them.
        Assert.Equal(title, cell.GetString().Replace("_x005F_", "_", StringComparison.Ordinal));
        using var csv = await visitor.GetAsync("/recommendations/export.csv?size=100");
        var lines = await csv.Content.ReadAsStringAsync(Patience);
        Assert.DoesNotContain($"\"{title}", lines, StringComparison.Ordinal);
        Assert.DoesNotContain($";{title}", title[0] == '_' ? "" : lines, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task They_are_not_for_strangers(string extension)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.GetAsync($"/recommendations/export.{extension}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains(
            "/account/login",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    private async Task PublishAsync(string code, string title)
    {
        var coordinator = await host.ActorAsync("coordinator");
        var entry = new RecommendationEntry
        {
            WorkshopCode = "KAY-2020",
            Code = code,
            Kind = RecommendationKind.Explicit,
            Title = new Bilingual(title, null),
            Text = new Bilingual(title, null),
            ThemeCode = "GOV",
        };
        var commands = host.Of<RecommendationCommands>();
        Assert.IsType<Outcome.Done>(await commands.EnterAsync(coordinator, entry, Patience));
        var draft = await host.Of<RecordQueries>().FindAsync(coordinator, code, Patience);
        Assert.IsType<Outcome.Done>(
            await commands.PublishAsync(coordinator, code, draft!.Version, Patience)
        );
    }

    private static async Task<XLWorkbook> BookAsync(Visitor visitor, string query)
    {
        using var answer = await visitor.GetAsync("/recommendations/export.xlsx?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return new XLWorkbook(
            new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Patience))
        );
    }

    private static List<string> Column(XLWorkbook book, string name)
    {
        var list = book.Worksheet("Recommandations");
        var column = ColumnOf(list, name);
        var last = list.LastRowUsed()!.RowNumber();
        return
        [
            .. Enumerable
                .Range(2, Math.Max(0, last - 1))
                .Select(row => list.Cell(row, column).GetString())
                .Where(text => text.Length > 0),
        ];
    }

    private static int ColumnOf(IXLWorksheet list, string name) =>
        list.Row(1).CellsUsed().Single(c => c.GetString() == name).Address.ColumnNumber;
}
