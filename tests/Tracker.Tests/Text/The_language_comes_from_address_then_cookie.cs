using Tracker.Tests.Setup;
using Xunit;

namespace Tracker.Tests.Text;

public sealed class The_language_comes_from_address_then_cookie(ShellHost host)
    : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("", null, "fr")]
    [InlineData("?lang=en", null, "en")]
    [InlineData("?lang=EN", "fr", "en")]
    [InlineData("", "en", "en")]
    [InlineData("?lang=de", "en", "en")]
    [InlineData("?lang=de", "xx", "fr")]
    public async Task And_never_from_the_browsers_wish(
        string query,
        string? cookie,
        string expected
    )
    {
        var html = await (await Get(query, cookie)).Content.ReadAsStringAsync(Patience);

        Assert.Contains($"<html lang=\"{expected}\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?lang=en", null, true)]
    [InlineData("?lang=en", "en", false)]
    [InlineData("?lang=de", null, false)]
    [InlineData("", null, false)]
    public async Task A_choice_is_kept(string query, string? cookie, bool kept)
    {
        using var answer = await Get(query, cookie);

        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        Assert.Equal(
            kept,
            (cookies ?? []).Any(c => c.StartsWith("tracker-lang=en;", StringComparison.Ordinal))
        );
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> Get(string query, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/shell/components" + query);
        request.Headers.AcceptLanguage.ParseAdd("en-GB");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"tracker-lang={cookie}");
        }
        return host.Browser().SendAsync(request, Patience);
    }
}
