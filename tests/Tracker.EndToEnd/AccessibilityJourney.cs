using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class AccessibilityJourney(JourneySuite suite) : Journey(suite)
{
    private const string Code = "KAY-2020-02";

    private static readonly string[] Pages =
    [
        "/",
        "/recommendations",
        $"/recommendations/{Code}",
        $"/recommendations/{Code}/status",
        $"/recommendations/{Code}/owner",
        $"/recommendations/new?workshop={Deeds.Kayes}",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_has_a_serious_barrier(ColorScheme scheme)
    {
        var visitor = await OpenAsync();
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var barriers = new List<string>();

        await visitor.GoAsync("/account/login");
        await ExamineAsync(visitor, barriers);
        await visitor.SignInAsAsync("coordinator");
        foreach (var page in Pages)
        {
            Assert.Equal(200, await visitor.GoAsync(page));
            await ExamineAsync(visitor, barriers);
        }
        await new Deeds(visitor, Spoken.In("fr"), dialogs: true).OpenOtherAsync(
            Code,
            Spoken.In("fr").Record("action.assign_owner")
        );
        await ExamineAsync(visitor, barriers);

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    private static async Task ExamineAsync(Visitor visitor, List<string> barriers)
    {
        var result = await visitor.Page.RunAxe();
        Assert.NotEmpty(result.Passes);
        barriers.AddRange(
            from violation in result.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{visitor.Place}: {violation.Id} ({violation.Help}) at {node.Html}"
        );
    }
}
