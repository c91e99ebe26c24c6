using System.Net;
using Tracker.Tests.Given;

namespace Tracker.Tests.Accounts;

public sealed class Signing_in(WebHost host) : IClassFixture<WebHost>
{
    private const string Email = "coordinator@demo.example";

    public static TheoryData<string> Elsewhere() =>
        [
            "http://evil.example",
            "https://evil.example/",
            "//evil.example",
            "///evil.example",
            "////evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "\\/evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\n/evil.example",
            "\t//evil.example",
            " //evil.example",
            "/%09/evil.example",
            "/%2f/evil.example",
            "/%2Fevil.example",
            "/%5cevil.example",
            "/%5Cevil.example",
            "%2f%2fevil.example",
            "%68ttp://evil.example",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "http:evil.example",
            "http:/evil.example",
            "https:\\\\evil.example",
            "//evil.example@localhost",
            "http://localhost@evil.example",
            "/recommendations\\..\\..\\\\evil.example",
            "/\u0000/evil.example",
            "/.//evil.example",
            "/..//evil.example",
            "/account/..//evil.example",
            "//[::1]",
            "@evil.example",
            "evil.example",
            "?//evil.example",
            "#//evil.example",
        ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Leads_to_a_page_of_this_house_only(string returnUrl)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SignInAsync(Email, WebHost.Password, returnUrl);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("localhost", HostOf(answer.Headers.Location!));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/recommendations?theme=DIA&q=a%20b")]
    [InlineData("/recommendations/KAY-2020-05/status?to=in_progress")]
    public async Task Leads_back_to_the_page_that_was_asked(string returnUrl)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SignInAsync(Email, WebHost.Password, returnUrl);

        var to = new Uri(new Uri("http://localhost/"), answer.Headers.Location!);
        Assert.Equal(returnUrl, to.PathAndQuery);
    }

    [Fact]
    public async Task Fails_with_one_sentence_whatever_is_wrong_and_locks_after_ten_times()
    {
        using var visitor = host.Visitor();
        var sentences = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            sentences.Add(await RefusalAsync(visitor, "cigem@demo.example", $"wrong password {i}"));
        }
        sentences.Add(await RefusalAsync(visitor, "cigem@demo.example", WebHost.Password));
        sentences.Add(await RefusalAsync(visitor, "nobody@demo.example", WebHost.Password));
        sentences.Add(await RefusalAsync(visitor, "", ""));

        Assert.Single(sentences.Distinct());
        using var another = await host.SignedInAsync("dgia");
    }

    [Fact]
    public async Task Fields_nobody_asked_for_give_no_role()
    {
        using var visitor = host.Visitor();
        var token = await visitor.TokenAsync("/account/login");
        using var answer = await visitor.PostAsync(
            "/account/login",
            ("Input.Email", "donor@demo.example"),
            ("Input.Password", WebHost.Password),
            ("Input.Role", "admin"),
            ("Role", "admin"),
            ("role", "iom_coordinator"),
            ("organisation", "OIM-ML"),
            ("__RequestVerificationToken", token)
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await visitor.PageAsync("/recommendations");
        Assert.Empty(page.QuerySelectorAll("a[href='/recommendations/new']"));
    }

    [Fact]
    public async Task Without_the_token_of_the_form_nobody_is_signed_in()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.PostAsync(
            "/account/login",
            ("Input.Email", Email),
            ("Input.Password", WebHost.Password)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var after = await visitor.GetAsync("/recommendations");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var page = await visitor.PageAsync("/");
        var token = page.QuerySelector(
                    "form[action='/account/logout'] input[name=__RequestVerificationToken]"
                )!
            .GetAttribute("value")!;

        using var left = await visitor.PostAsync(
            "/account/logout",
            ("__RequestVerificationToken", token)
        );
        using var after = await visitor.GetAsync("/recommendations");

        Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    private static async Task<string> RefusalAsync(Visitor visitor, string email, string password)
    {
        using var answer = await visitor.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        return page.QuerySelector("main [role=alert]")!.TextContent;
    }

    /// <summary>As a browser reads it: tabs and line ends fall out, a backslash is a slash.</summary>
    private static string HostOf(Uri location)
    {
        var read = new string([.. location.OriginalString.Where(c => !char.IsControl(c))])
            .Replace('\\', '/')
            .Trim();
        return new Uri(new Uri("http://localhost/account/login"), read) is { Scheme: "http" } to
            ? to.Host
            : read;
    }
}
