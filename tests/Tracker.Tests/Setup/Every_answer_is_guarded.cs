using System.Net;
using Xunit;

namespace Tracker.Tests.Setup;

public sealed class Every_answer_is_guarded(ShellHost host) : IClassFixture<ShellHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/shell/components", HttpStatusCode.OK)]
    [InlineData("/shell/working", HttpStatusCode.OK)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/not-found", HttpStatusCode.NotFound)]
    [InlineData("/ends/400", HttpStatusCode.BadRequest)]
    [InlineData("/ends/403", HttpStatusCode.Forbidden)]
    [InlineData("/ends/429", HttpStatusCode.TooManyRequests)]
    [InlineData("/ends/500", HttpStatusCode.InternalServerError)]
    [InlineData("/ends/failure", HttpStatusCode.InternalServerError)]
    public async Task By_one_policy_and_the_other_headers(string address, HttpStatusCode status)
    {
        using var answer = await host.Browser().GetAsync(address, Patience);

        Assert.Equal(status, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        string[] others =
        [
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
        ];
        Assert.All(others, name => Assert.True(answer.Headers.Contains(name), name));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_reading_page_runs_no_script()
    {
        using var answer = await host.Browser().GetAsync("/shell/components", Patience);
        var html = await answer.Content.ReadAsStringAsync(Patience);

        Assert.Contains("script-src 'none'", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mudblazor", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_working_page_runs_its_own_scripts_only_and_is_not_kept()
    {
        using var first = await host.Browser().GetAsync("/shell/working", Patience);
        using var second = await host.Browser().GetAsync("/shell/working", Patience);
        var html = await first.Content.ReadAsStringAsync(Patience);
        var scripts = html.Split("<script")[1..];

        Assert.Equal(2, scripts.Length);
        Assert.All(
            scripts,
            script => Assert.Contains("nonce=", script.Split('>')[0], StringComparison.Ordinal)
        );
        Assert.NotEqual(Policy(first), Policy(second));
        Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
        var rows = html.IndexOf("</main>", StringComparison.Ordinal);
        var script = html.IndexOf("<script", StringComparison.Ordinal);
        Assert.True(0 < rows && rows < script, "No script may hold up the rows.");
        Assert.DoesNotContain("MudBlazor.min.css", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/ends/failure?lang=fr", "Référence ")]
    [InlineData("/ends/failure?lang=en", "Reference ")]
    public async Task A_failure_answers_in_words_with_a_reference(string address, string word)
    {
        using var answer = await host.Browser().GetAsync(address, Patience);
        var html = await Text(answer);

        Assert.Matches(word + "[0-9A-F]{8}", html);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ends/403", HttpStatusCode.Forbidden, "Accès réservé")]
    [InlineData("/ends/404", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/ends/failure", HttpStatusCode.InternalServerError, "Référence ")]
    [InlineData("/not-found", HttpStatusCode.BadRequest, "Demande non comprise")]
    public async Task A_refused_form_keeps_its_status(
        string address,
        HttpStatusCode status,
        string words
    )
    {
        using var form = new FormUrlEncodedContent([new("a", "b")]);
        using var answer = await host.Browser().PostAsync(address, form, Patience);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await Text(answer), StringComparison.Ordinal);
    }

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Patience));

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();
}
