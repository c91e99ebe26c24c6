using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class AccessJourney(JourneySuite suite) : Journey(suite)
{
    private const string Lead = "DGME";

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Who_may_not_sees_no_button_and_is_told_in_words_what_is_reserved_or_unknown(
        string language
    )
    {
        var say = Spoken.In(language);
        var visitor = await OpenAsync(language);
        await visitor.SpeakAsync(language);
        await visitor.SignInAsAsync("mef");
        await visitor.GoAsync($"/recommendations?lead={Lead}");
        var code = (await visitor.ReadCodesAsync())[0];

        Assert.Equal(200, await visitor.GoAsync($"/recommendations/{code}"));
        await Assertions
            .Expect(visitor.Row(code).GetByText(say.Record("actions"), new() { Exact = true }))
            .ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Row(code).GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        visitor.SawNoProblem();

        Assert.Equal(403, await visitor.GoAsync($"/recommendations/{code}/status?to=in_progress"));
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync(Spoken.Any(say.Word("refusal.lead_only.with")));
        Assert.Equal(403, await visitor.GoAsync($"/recommendations/{code}/owner"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Equal(403, await visitor.GoAsync("/recommendations/new"));
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync(say.Word("refusal.coordination_only"));

        foreach (
            var unknown in new[]
            {
                "/recommendations/KAY-2020-999",
                "/recommendations/KAY-2020-999/status",
                "/workshops/NONE-1999",
                "/nowhere",
            }
        )
        {
            Assert.Equal(404, await visitor.GoAsync(unknown));
            await visitor.SeesAsync(AriaRole.Heading, say.Shell("error.404.title"));
        }
    }
}
