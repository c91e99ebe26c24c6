using System.Net;
using Xunit;

namespace Tracker.Tests.Setup;

public sealed class Production_answers_in_words(ProductionShellHost host)
    : IClassFixture<ProductionShellHost>
{
    [Fact]
    public async Task A_form_without_its_token_is_said_to_have_expired()
    {
        using var form = new FormUrlEncodedContent([new("a", "b")]);
        using var answer = await host.Browser().PostAsync("/not-found", form, Patience);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Demande non comprise", await Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/shell/components")]
    [InlineData("/shell/working")]
    [InlineData("/nowhere")]
    public async Task What_does_not_exist_is_said_not_to(string address)
    {
        using var answer = await host.Browser().GetAsync(address, Patience);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page introuvable", await Text(answer), StringComparison.Ordinal);
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Patience));
}
