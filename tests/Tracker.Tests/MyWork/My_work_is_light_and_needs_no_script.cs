using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Tests.Architecture;
using Tracker.Tests.Given;

namespace Tracker.Tests.MyWork;

public sealed class My_work_is_light_and_needs_no_script(WebHost host) : IClassFixture<WebHost>
{
    /// <summary>What a first visit may weigh on the line, in bytes.</summary>
    private const int Most = 30_000;

    [Theory]
    [InlineData("fr", "Mon travail", "Rien de nouveau")]
    [InlineData("en", "My work", "Nothing new")]
    public async Task A_focal_point_reads_what_is_owed_and_acts_by_plain_forms(
        string language,
        string title,
        string oneTap
    )
    {
        using var visitor = await host.SignedInAsync("mmeia");

        var page = await visitor.PageAsync("/my?lang=" + language);

        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(4, page.QuerySelectorAll("main li[data-code] .ttl").Length - Supported(page));
        var form = page.QuerySelectorAll("main form[method=post]")
            .OfType<IHtmlFormElement>()
            .Single(f => f.GetAttribute("action") == "/recommendations/KAY-2020-01/update?from=my");
        Assert.Equal(oneTap, form.QuerySelector("button")!.TextContent.Trim());
        var fields = form.QuerySelectorAll("input[name]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value"));
        Assert.Equal("main", fields["_handler"]);
        Assert.Equal("true", fields["Input.NothingNew"]);
        Assert.Matches("^[0-9]+$", fields["Input.Version"]!);
        Assert.True(Guid.TryParse(fields["Input.CommandId"], out _));
        Assert.NotEmpty(fields["__RequestVerificationToken"]!);
    }

    [Fact]
    public async Task Each_form_has_an_id_of_its_own()
    {
        using var visitor = await host.SignedInAsync("mmeia");

        var page = await visitor.PageAsync("/my");

        var ids = page.QuerySelectorAll("input[name='Input.CommandId']")
            .Select(i => i.GetAttribute("value"))
            .ToList();
        Assert.Equal(4, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_first_visit_weighs_little()
    {
        using var visitor = await host.SignedInAsync("mmeia");
        using var answer = await visitor.GetAsync("/my");
        var html = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var css = new[] { "tokens.css", "base.css" }
            .SelectMany(name =>
                File.ReadAllBytes(
                    Path.Combine(Repository.Root, "src", "Tracker.Web", "wwwroot", "css", name)
                )
            )
            .ToArray();

        var (page, sheet) = (Compressed(html), Compressed(css));

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"/my: HTML {html.Length} B ({page} compressed), styles {css.Length} B ({sheet} compressed)"
        );
        Assert.InRange(page + sheet, 1, Most / 2);
        Assert.InRange(html.Length, 1, Most);
    }

    [Theory]
    [InlineData("donor")]
    [InlineData("analyst")]
    public async Task Those_who_read_get_links_to_what_they_read(string account)
    {
        using var visitor = await host.SignedInAsync(account);

        var page = await visitor.PageAsync("/my");

        Assert.Empty(page.QuerySelectorAll("main form, main [data-code], main [data-figure]"));
        Assert.Equal(
            ["/", "/recommendations", "/workshops"],
            page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href"))
        );
        Assert.Null(page.QuerySelector("nav.side a[href='/my']"));
    }

    [Theory]
    [InlineData("mmeia", null, "/my")]
    [InlineData("mmeia", "/", "/my")]
    [InlineData("mmeia", "/recommendations", "/recommendations")]
    [InlineData("coordinator", null, "/")]
    [InlineData("donor", null, "/")]
    public async Task A_focal_point_who_asked_for_no_page_lands_here(
        string account,
        string? asked,
        string landing
    )
    {
        using var visitor = host.Visitor();

        using var answer = await visitor.SignInAsync(
            $"{account}@demo.example",
            WebHost.Password,
            asked
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(landing, answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_coordinator_sees_what_waits_and_where_to_find_it()
    {
        using var visitor = await host.SignedInAsync("coordinator");

        var page = await visitor.PageAsync("/my");

        Assert.Equal(
            [
                "/verification",
                "/recommendations?review_due=1",
                "/recommendations?lead_standing=proposed",
            ],
            page.QuerySelectorAll("main .figs a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(
            "page",
            page.QuerySelector("nav.side a[href='/my']")!.GetAttribute("aria-current")
        );
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var visitor = host.Visitor();

        using var answer = await visitor.GetAsync("/my");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains(
            "returnUrl=%2Fmy",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    private static int Supported(IHtmlDocument page) =>
        page.QuerySelectorAll("main details li[data-code]").Length;

    private static int Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes);
        }
        return (int)packed.Length;
    }
}
