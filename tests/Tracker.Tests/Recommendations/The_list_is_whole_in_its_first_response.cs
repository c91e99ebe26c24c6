using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class The_list_is_whole_in_its_first_response(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Sixteen_rows_each_with_its_code_and_its_status()
    {
        var list = await ListAsync("");

        var rows = Rows(list);
        Assert.Equal(16, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("KAY-2020-", row.GetAttribute("data-code")));
        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    "not_started",
                    row.QuerySelector(".m[data-status]")?.GetAttribute("data-status")
                )
        );
        Assert.Equal("fr", list.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["MAIN"], list.QuerySelectorAll("main").Select(m => m.TagName));
        Assert.NotNull(list.QuerySelector("main table > caption"));
        Assert.Equal("16", list.QuerySelector("[data-figure=rows]")!.GetAttribute("data-value"));
    }

    [Theory]
    [InlineData("theme=DIA", 4)]
    [InlineData("theme=DIA&theme=DAT", 7)]
    [InlineData("theme=DIA&lead=MMEIA", 1)]
    [InlineData("lead=none", 0)]
    [InlineData("kind=derived", 5)]
    [InlineData("status=not_started", 16)]
    [InlineData("status=verified", 0)]
    [InlineData("q=cedeao", 1)]
    [InlineData("size=50&sort=title&dir=desc", 16)]
    public async Task Narrowed_by_the_address(string query, int expected)
    {
        var list = await ListAsync(query);

        Assert.Equal(expected, Rows(list).Count);
        Assert.Empty(Warnings(list));
    }

    [Theory]
    [InlineData("theme=NOPE&lead=MMEIA", "NOPE", 4)]
    [InlineData("status=finished&theme=DIA", "finished", 4)]
    [InlineData("lead=<script>&theme=DIA", "<script>", 4)]
    [InlineData("colour=blue&theme=DIA", "colour", 4)]
    [InlineData("due_before=31/02/2021&theme=DIA", "31/02/2021", 4)]
    [InlineData("page=99999999&theme=DIA", "99999999", 4)]
    [InlineData("page=0&theme=DIA", "0", 4)]
    [InlineData("size=1000000&theme=DIA", "1000000", 4)]
    public async Task What_is_not_understood_is_named_and_the_rest_applied(
        string query,
        string named,
        int expected
    )
    {
        var list = await ListAsync(query);

        Assert.Equal(expected, Rows(list).Count);
        Assert.Contains(named, Assert.Single(Warnings(list)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_search_of_ten_thousand_characters_is_cut_and_said_to_be()
    {
        var list = await ListAsync("q=" + new string('a', 10_000));

        Assert.Single(Warnings(list));
        Assert.Empty(Rows(list));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\"diaspora")]
    [InlineData("diaspora AND OR NOT")]
    [InlineData("NEAR(diaspora données)")]
    [InlineData("diaspora*")]
    [InlineData("^diaspora")]
    [InlineData("title:diaspora")]
    [InlineData("-diaspora")]
    [InlineData("{diaspora}")]
    [InlineData("((((")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%_[]\\")]
    [InlineData("\0")]
    [InlineData("🙂")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_search_is_words_whatever_is_typed(string typed)
    {
        var list = await ListAsync("q=" + Uri.EscapeDataString(typed));

        Assert.NotNull(list.QuerySelector("[data-figure=rows]"));
        Assert.Empty(list.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_other_language_shows_the_same_page_and_filter()
    {
        var french = await ListAsync("theme=DIA&sort=lead&dir=desc");
        var link = french.QuerySelector("a[lang=en]")!.GetAttribute("href")!;
        using var visitor = await host.SignedInAsync("coordinator");
        var english = await visitor.PageAsync(link);

        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            Rows(french).Select(r => r.GetAttribute("data-code")),
            Rows(english).Select(r => r.GetAttribute("data-code"))
        );
        Assert.NotEqual(french.Title, english.Title);
        Assert.Equal("en", (await visitor.PageAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/recommendations")]
    [InlineData("/recommendations?theme=DIA&page=2")]
    [InlineData("/recommendations/KAY-2020-01")]
    [InlineData("/recommendations/KAY-2020-01/status")]
    [InlineData("/recommendations/export.xlsx?theme=DIA")]
    [InlineData("/recommendations/export.csv")]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back(string address)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var to = answer.Headers.Location!.ToString();
        Assert.Contains("/account/login?returnUrl=", to, StringComparison.Ordinal);
        Assert.EndsWith(Uri.EscapeDataString(address), to, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<IHtmlDocument> ListAsync(string query)
    {
        using var visitor = await host.SignedInAsync("coordinator");
        return await visitor.PageAsync("/recommendations?" + query);
    }

    private static List<IElement> Rows(IParentNode page) =>
        [.. page.QuerySelectorAll("main tbody tr[data-code]")];

    private static List<string> Warnings(IParentNode page) =>
        [.. page.QuerySelectorAll("main .msg.warn:not(.reconnect)").Select(m => m.TextContent)];
}
