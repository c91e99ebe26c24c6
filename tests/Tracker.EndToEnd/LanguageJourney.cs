using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class LanguageJourney(JourneySuite suite) : Journey(suite)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Switching_the_language_keeps_the_page_and_its_filters(bool scripts)
    {
        var visitor = await OpenAsync("fr", scripts);
        await visitor.SpeakAsync("fr");
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations?q=migration&sort=title&dir=desc&size=50");
        await IsReadInAsync(visitor, Spoken.In("fr"));
        var codes = await visitor.ReadCodesAsync();
        Assert.NotEmpty(codes);

        await SwitchAsync(visitor, Spoken.In("fr"), to: "en");

        await IsReadInAsync(visitor, Spoken.In("en"));
        foreach (var kept in new[] { "q=migration", "sort=title", "dir=desc", "size=50" })
        {
            Assert.Contains(kept, visitor.Place, StringComparison.Ordinal);
        }
        Assert.Equal(codes.Order(), (await visitor.ReadCodesAsync()).Order());

        await visitor.Row(codes[0]).GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.ArrivesAtAsync($"/recommendations/{codes[0]}");
        // A circuit changes the address before it draws the page.
        await visitor.SeesAsync(AriaRole.Heading, Spoken.In("en").Record("history"));
        await SwitchAsync(visitor, Spoken.In("en"), to: "fr");
        Assert.Equal("fr", await LanguageOfAsync(visitor));
        await visitor.SeesAsync(AriaRole.Heading, Spoken.In("fr").Record("history"));
        visitor.SawNoProblem();
    }

    private static async Task IsReadInAsync(Visitor visitor, Spoken say)
    {
        Assert.Equal(say.Language, await LanguageOfAsync(visitor));
        await visitor.SeesAsync(AriaRole.Heading, say.List("title"));
        // Midnight may fall between the page and this line.
        var head = await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.Contains(
            new[] { Today, Today.AddDays(-1) }.Select(day =>
                say.List("as_of", say.DayInWords(day))
            ),
            sentence => head.Contains(sentence, StringComparison.Ordinal)
        );
    }

    private static async Task SwitchAsync(Visitor visitor, Spoken say, string to)
    {
        await visitor
            .The(AriaRole.Navigation, say.Shell("language"))
            .GetByRole(AriaRole.Link)
            .And(visitor.Page.Locator($"[hreflang='{to}']"))
            .ClickAsync();
        await visitor.Page.WaitForURLAsync(url =>
            url.Contains($"lang={to}", StringComparison.Ordinal)
        );
        await visitor.ArrivesAtAsync(visitor.Place.Split('?')[0]);
    }

    private static async Task<string?> LanguageOfAsync(Visitor visitor) =>
        await visitor.Page.Locator("html").GetAttributeAsync("lang");
}
