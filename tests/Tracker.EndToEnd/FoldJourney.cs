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
}
