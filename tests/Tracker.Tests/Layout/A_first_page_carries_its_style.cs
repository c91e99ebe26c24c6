using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Tracker.Tests.Given;

namespace Tracker.Tests.Layout;

/// <summary>A slow line is not asked for a style sheet before it shows anything.</summary>
public sealed class A_first_page_carries_its_style(WebHost host) : IClassFixture<WebHost>
{
    private const string Cookie = "tracker-style";

    [Fact]
    public async Task The_first_page_within_itself_and_the_next_as_a_file()
    {
        using var browser = host.Visitor();

        using var first = await browser.GetAsync("/account/login");
        var page = await Visitor.ReadAsync(first);
        var style = Assert.Single(page.QuerySelectorAll("head style")).TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains(
            $"style-src 'self' 'sha256-{hash}'",
            PolicyOf(first),
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("link[rel=stylesheet]"));
        Assert.Equal(2, page.QuerySelectorAll("link[rel=prefetch][as=style]").Length);

        using var second = await browser.GetAsync("/account/login");
        page = await Visitor.ReadAsync(second);
        Assert.Empty(page.QuerySelectorAll("head style, link[rel=prefetch]"));
        Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]"));
        Assert.EndsWith("style-src 'self'", PolicyOf(second), StringComparison.Ordinal);
        Assert.DoesNotContain(
            CookiesOf(second),
            c => c.StartsWith(Cookie, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_sheets_of_another_version_are_not_on_hand()
    {
        using var browser = host.Visitor();
        using var question = new HttpRequestMessage(HttpMethod.Get, "/account/login");
        question.Headers.Add("Cookie", $"{Cookie}=0123456789ab");

        using var answer = await browser.SendAsync(question);

        Assert.Single((await Visitor.ReadAsync(answer)).QuerySelectorAll("head style"));
        Assert.Contains(CookiesOf(answer), c => c.StartsWith(Cookie, StringComparison.Ordinal));
    }

    /// <summary>Its policy lets styles be inline for the dialogs; a hash beside that would forbid them.</summary>
    [Fact]
    public async Task A_working_page_carries_both_sheets_and_still_lets_dialogs_have_theirs()
    {
        using var coordinator = host.Visitor();
        using var signedIn = await coordinator.SignInAsync(
            "coordinator@demo.example",
            WebHost.Password
        );
        using var question = new HttpRequestMessage(HttpMethod.Get, "/recommendations");
        question.Headers.Add("Cookie", CookiesOf(signedIn).Select(c => c.Split(';')[0]));
        using var browser = host.Visitor();

        using var answer = await browser.SendAsync(question);

        var style = Assert
            .Single((await Visitor.ReadAsync(answer)).QuerySelectorAll("head style"))
            .TextContent;
        Assert.Contains("--paper:", style, StringComparison.Ordinal);
        Assert.Contains(".mud-dialog", style, StringComparison.Ordinal);
        Assert.EndsWith(
            "style-src 'self' 'unsafe-inline'",
            PolicyOf(answer),
            StringComparison.Ordinal
        );
    }

    private static string PolicyOf(HttpResponseMessage answer) =>
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
