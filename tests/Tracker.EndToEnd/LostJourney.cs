using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>An address that leads nowhere is said once, and the page stays as it is said.</summary>
public sealed class LostJourney(JourneySuite suite) : Journey(suite)
{
    [Theory]
    [InlineData("/recommendations/KAY-2020-99")]
    [InlineData("/recommendations/nothing")]
    public async Task A_record_that_is_not_there_is_not_asked_for_again_and_again(string address)
    {
        var visitor = await OpenAsync();
        await visitor.SignInAsAsync("analyst");
        var asked = 0;
        visitor.Page.Request += (_, request) => asked += request.IsNavigationRequest ? 1 : 0;

        Assert.Equal(404, await visitor.GoAsync(address));
        await visitor.SeesTextAsync(Spoken.In("fr").Shell("error.404.title"));
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(1, asked);
    }
}
