using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class SmokeTests(JourneySuite suite) : Journey(suite)
{
    [Fact]
    public async Task The_published_server_answers_and_the_browser_opens_it()
    {
        using var ready = await Server.Http.GetAsync(
            "/health/ready",
            TestContext.Current.CancellationToken
        );
        Assert.True(ready.IsSuccessStatusCode);

        var visitor = await OpenAsync();

        Assert.Equal(200, await visitor.GoAsync("/"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        visitor.SawNoProblem();
    }
}
