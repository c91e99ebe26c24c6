using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class CutLineJourney(JourneySuite suite) : Journey(suite)
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_restart_is_said_in_words_and_gives_back_what_was_being_written(
        string language
    )
    {
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, server: server);
        var deeds = new Deeds(visitor, say, dialogs: true);
        await visitor.SignInAsAsync("coordinator");
        await visitor.SpeakAsync(language);
        var code = await FirstCodeAsync(visitor);
        await deeds.OpenMainAsync(code, say.Record("action.change_status"));
        await deeds
            .Form.GetByRole(
                AriaRole.Link,
                new() { Name = say.Word("status.in_progress"), Exact = true }
            )
            .ClickAsync();
        await deeds.FillAsync(say.Record("status.update_text"), "Écrit pendant la panne");

        await server.KillAsync();
        await SeesTheCutAsync(visitor, say);
        await server.RestartAsync();

        await visitor.PressAsync(say.Shell("reconnect.take_up"));
        await Assertions
            .Expect(deeds.Form.GetByLabel(say.Record("status.update_text"), new() { Exact = true }))
            .ToHaveValueAsync("Écrit pendant la panne");
        await deeds.SaveAsync(code);
        await deeds.SeesStatusAsync(code, "in_progress");
        await visitor.SeesTextAsync("Écrit pendant la panne");

        await visitor.GoAsync($"/recommendations/{code}");
        await Assertions
            .Expect(visitor.The(AriaRole.Button, say.Shell("reconnect.take_up")))
            .ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_list_comes_back_with_its_filter_after_a_restart()
    {
        var say = Spoken.In("fr");
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations?theme=DIA");
        var codes = await visitor.ReadCodesAsync();
        await visitor.Page.EvaluateAsync("window.before = true");

        await server.KillAsync();
        await SeesTheCutAsync(visitor, say);
        await server.RestartAsync();

        await visitor.Page.WaitForFunctionAsync("() => window.before !== true");
        Assert.Equal("/recommendations?theme=DIA", visitor.Place);
        Assert.NotEmpty(codes);
        Assert.Equal(codes, await visitor.ReadCodesAsync());
    }

    [Fact]
    public async Task A_page_out_of_sight_gives_its_circuit_back_and_takes_it_up_again()
    {
        var server = await StartServerAsync(
            new ServerSettings
            {
                Others = new Dictionary<string, string>
                {
                    ["Logging:LogLevel:Microsoft.AspNetCore.Components.Server.Circuits"] = "Debug",
                },
            }
        );
        var visitor = await OpenAsync(server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations?sort=title");
        var codes = await visitor.ReadCodesAsync();
        var line = visitor.Page.Locator("#components-reconnect-modal");
        await line.EvaluateAsync("line => line.dataset.pauseAfter = 0");

        await ShowAsync(visitor, "hidden");
        await Assertions
            .Expect(visitor.Page.Locator(".components-reconnect-paused"))
            .ToHaveCountAsync(1);
        await ShowAsync(visitor, "visible");

        await Assertions.Expect(line).ToBeHiddenAsync();
        Assert.Equal(codes, await visitor.ReadCodesAsync());
        await visitor.Page.Locator("[data-code] a").First.ClickAsync();
        await visitor.ArrivesAtAsync($"/recommendations/{codes[0]}");
        visitor.SawNoProblem();
    }

    [Fact]
    public async Task A_page_too_many_works_by_its_links_and_says_why_nothing_in_it_is_live()
    {
        var server = await StartServerAsync(
            new ServerSettings
            {
                Others = new Dictionary<string, string> { ["Tracker:Circuits"] = "1" },
            }
        );
        var first = await OpenAsync(server: server);
        await first.SignInAsAsync("coordinator");

        var second = await OpenAsync("en", server: server);
        await second.SignInAsAsync("dgme");
        await second.SpeakAsync("en");
        await second.GoAsync("/recommendations");

        await second.SeesTextAsync(Spoken.In("en").Shell("presence.crowded"));
        var code = (await second.ReadCodesAsync())[0];
        await second.Row(code).GetByRole(AriaRole.Link).First.ClickAsync();
        await second.ArrivesAtAsync($"/recommendations/{code}");
        await second.SeesTextAsync(Spoken.In("en").Shell("presence.crowded"));
        second.SawNoProblem();
    }

    private static async Task SeesTheCutAsync(Harness.Visitor visitor, Spoken say)
    {
        var line = visitor.Page.Locator("#components-reconnect-modal");
        await Assertions.Expect(line).ToBeVisibleAsync();
        var cut = say.Shell("reconnect.trying").Split('.')[0];
        Assert.StartsWith(cut, await line.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> FirstCodeAsync(Harness.Visitor visitor)
    {
        await visitor.GoAsync("/recommendations?status=not_started");
        return (await visitor.ReadCodesAsync())[0];
    }

    /// <summary>A headless page is never hidden by itself.</summary>
    private static Task ShowAsync(Harness.Visitor visitor, string state) =>
        visitor.Page.EvaluateAsync(
            """
            state => {
              Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """,
            state
        );
}
