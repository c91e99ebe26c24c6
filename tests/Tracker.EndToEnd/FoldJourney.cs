using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>The list is there to be read: what stands above it may not push it off the screen.</summary>
public sealed class FoldJourney(JourneySuite suite) : Journey(suite)
{
    private const int Rows = 9;

    private const string WholeRows = """
        () => [...document.querySelectorAll('main tbody tr[data-code]')]
          .map(row => row.getBoundingClientRect())
          .filter(box => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight).length
        """;

    private const string FirstCut = """
        () => [...document.querySelectorAll('main tr[data-code] a.ttl')]
          .findIndex(title => title.scrollHeight > title.clientHeight + 1)
        """;

    [Theory]
    [InlineData("fr", "coordinator")]
    [InlineData("en", "coordinator")]
    [InlineData("fr", "donor")]
    public async Task Nine_rows_are_seen_before_scrolling_on_a_small_desk(
        string language,
        string role
    )
    {
        // A server of its own: other journeys leave longer titles behind.
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, server: server);
        await visitor.SignInAsAsync(role);
        await visitor.GoAsync($"/recommendations?lang={language}");

        var seen = await visitor.Page.EvaluateAsync<int>(WholeRows);

        Assert.True(seen >= Rows, $"Only {seen} rows are seen before scrolling.");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Long_titles_late_rows_and_silent_ones_cost_no_more_than_one_of_them(
        string language
    )
    {
        var server = await StartServerAsync(new ServerSettings());
        await server.RunVerbAsync("demo-data", "--recommendations", "200");
        var visitor = await OpenAsync(language, server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync($"/recommendations?lang={language}");

        var seen = await visitor.Page.EvaluateAsync<int>(WholeRows);

        Assert.True(seen >= Rows - 1, $"Only {seen} rows are seen before scrolling.");
        var cut = await visitor.Page.EvaluateAsync<int>(FirstCut);
        Assert.True(cut >= 0, "No title is cut: nothing is shown here.");
        var title = visitor.Page.Locator("main tr[data-code] a.ttl").Nth(cut);
        await title.HoverAsync();
        await Assertions
            .Expect(title)
            .ToHaveAttributeAsync("title", (await title.TextContentAsync())!.Trim());
    }
}
