using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Tracker.Tests.Given;
using Tracker.Web.Layout;
using Tracker.Web.Setup;
using Xunit;

namespace Tracker.Tests.Setup;

public sealed class A_full_house_is_said_in_words(WebHost host) : IClassFixture<WebHost>
{
    private const string Script = "_framework/blazor.server";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "Beaucoup de personnes sont ici")]
    [InlineData("en", "Many people are here")]
    public async Task A_page_without_room_for_a_circuit_is_whole_and_says_so(
        string language,
        string words
    )
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var crowd = host.Of<Crowd>();
        for (var i = 0; i < Crowd.Usual; i++)
        {
            crowd.Opened("others");
        }

        var full = await HtmlAsync(visitor, $"/recommendations?lang={language}");
        crowd.Closed("others");
        var free = await HtmlAsync(visitor, "/recommendations");

        for (var i = 1; i < Crowd.Usual; i++)
        {
            crowd.Closed("others");
        }
        Assert.Contains(words, full, StringComparison.Ordinal);
        Assert.Contains("data-code=\"KAY-2020-01\"", full, StringComparison.Ordinal);
        Assert.Contains("id=\"nav\"", full, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", full, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", full, StringComparison.Ordinal);
        Assert.Contains(Script, free, StringComparison.Ordinal);
        Assert.DoesNotContain(words, free, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_takes_the_places_of_everybody_else()
    {
        var crowd = new Crowd(most: 4);
        crowd.Opened("one");
        crowd.Opened("one");

        Assert.Equal(Presence.ManyPages, Decided(crowd, "one"));
        Assert.Equal(Presence.Live, Decided(crowd, "other"));

        crowd.Closed("one");

        Assert.Equal(Presence.Live, Decided(crowd, "one"));
    }

    [Fact]
    public async Task The_hub_ends_what_pages_promised_too_often()
    {
        var crowd = new Crowd(most: 4);
        using var leave = new SemaphoreSlim(0);
        var sockets = Enumerable
            .Range(0, 6)
            .Select(_ => crowd.CountSocketAsync(() => leave.WaitAsync(Patience)))
            .ToList();

        Assert.True(crowd.IsOverrun);

        leave.Release(sockets.Count);
        await Task.WhenAll(sockets);
        Assert.False(crowd.IsOverrun);
    }

    private static async Task<string> HtmlAsync(Visitor visitor, string address) =>
        (await visitor.PageAsync(address)).DocumentElement.OuterHtml;

    private static Presence Decided(Crowd crowd, string person)
    {
        var http = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test")
            ),
        };
        Assert.Equal(crowd.Admits(http), Crowd.PresenceOf(http) == Presence.Live);
        return Crowd.PresenceOf(http);
    }
}

public sealed class Too_many_requests_at_once(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("fr", "Trop de monde en ce moment")]
    [InlineData("en", "Very busy just now")]
    public async Task Are_answered_in_the_language_of_the_reader(string language, string words)
    {
        using var answer = await host.Browser()
            .GetAsync($"/ends/503?lang={language}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            words,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
