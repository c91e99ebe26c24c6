using Microsoft.Playwright;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Drills;

/// <summary>Somebody types into the form in a real browser, and the server dies three seconds later.</summary>
internal static class BrowserTyping
{
    private const string Path = "/recommendations/KAY-2020-05/update";
    private static readonly TimeSpan Older = TimeSpan.FromSeconds(3);

    /// <returns>How often the text was offered back, by the server alone: another browser of the same person asks.</returns>
    public static async Task<int> RunAsync(PublishedServer server, int runs, CancellationToken stop)
    {
        var offered = 0;
        await using var browser = await Chromium.StartAsync();
        for (var run = 0; run < runs; run++)
        {
            using var author = await Reader.SignInAsync(server, "mefp", stop);
            var text = $"Tapé au clavier, fois {run}";
            await using (var typing = await browser.OpenAsync(author))
            {
                var page = await typing.NewPageAsync();
                await page.GotoAsync(server.At(Path).ToString());
                await page.Locator("[name='Input.Text']").PressSequentiallyAsync(text);
                await Task.Delay(Older, stop);
                await server.KillAsync();
            }
            await server.RestartAsync();
            await using var again = await browser.OpenAsync(author);
            var offer = await again.NewPageAsync();
            await offer.GotoAsync(server.At(Path).ToString());
            if (await offer.Locator("[data-draft-at]").CountAsync() == 1)
            {
                await offer.GotoAsync(server.At(Path + "?start=draft").ToString());
                offered +=
                    await offer.Locator("[name='Input.Text']").InputValueAsync() == text ? 1 : 0;
            }
        }
        return offered;
    }
}
