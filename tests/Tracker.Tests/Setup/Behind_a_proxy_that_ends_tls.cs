using System.Net;
using Tracker.Tests.Given;

namespace Tracker.Tests.Setup;

public sealed class Behind_a_proxy_that_ends_tls(ProxiedHost proxied, ProductionHost direct)
    : IClassFixture<ProxiedHost>,
        IClassFixture<ProductionHost>
{
    [Fact]
    public async Task Cookies_are_secure_and_browsers_told_to_stay_with_https()
    {
        using var answer = await AskAsync(proxied, "tracker.example", "https");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(Cookies(answer), cookie => Assert.Contains("; secure", cookie));
        Assert.Equal(
            "max-age=31536000",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security"))
        );
    }

    [Theory]
    [InlineData("tracker.example", "http")]
    [InlineData("localhost", "https")]
    public async Task Nobody_is_told_so_by_plain_http_or_on_this_machine(string host, string scheme)
    {
        using var answer = await AskAsync(proxied, host, scheme);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task An_error_page_says_it_too()
    {
        using var answer = await AskAsync(proxied, "tracker.example", "https", "/not-found");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Without_the_setting_forged_headers_change_nothing()
    {
        using var answer = await AskAsync(direct, "tracker.example", "https");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(Cookies(answer));
        Assert.All(Cookies(answer), cookie => Assert.DoesNotContain("; secure", cookie));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static async Task<HttpResponseMessage> AskAsync(
        WebHost program,
        string host,
        string scheme,
        string address = "/account/login"
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(address, UriKind.Relative)
        );
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        using var visitor = program.Visitor();
        return await visitor.SendAsync(request);
    }
}

public sealed class ProxiedHost : WebHost
{
    protected override string Environment => "Production";

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("FORWARDEDHEADERS_ENABLED", "true")];
}
