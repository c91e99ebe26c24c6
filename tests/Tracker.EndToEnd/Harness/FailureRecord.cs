using System.Globalization;
using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>What remains of a failed journey: pictures, pages, complaints of the browser, words of the servers.</summary>
internal sealed class FailureRecord
{
    private const int LongestText = 3000;
    private int pages;
    private int servers;

    public FailureRecord(string test)
    {
        var name = string.Concat(test.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        Folder = Path.Combine(Repository.TestResults, "journeys", name);
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public async Task SaveAsync(IPage page, IReadOnlyList<string> problems)
    {
        var number = Number(++pages);
        await File.WriteAllLinesAsync(Named($"page-{number}.txt"), [page.Url, .. problems]);
        await File.WriteAllTextAsync(Named($"page-{number}.html"), await page.ContentAsync());
        await page.ScreenshotAsync(new() { Path = Named($"page-{number}.png"), FullPage = true });
    }

    public Task SaveAsync(PublishedServer server) =>
        File.WriteAllTextAsync(Named($"server-{Number(++servers)}.log"), server.Output);

    /// <summary>What the page says, for a log that is read where the folder cannot be.</summary>
    public static async Task<string> SayAsync(IPage page, IReadOnlyList<string> problems)
    {
        var text = await page.Locator("body").InnerTextAsync();
        var dialogs = await page.Locator("[role=dialog]").AllInnerTextsAsync();
        return string.Join(
            '\n',
            [
                page.Url,
                .. problems,
                .. dialogs.Select(d => "Dialog: " + d),
                text.Length > LongestText ? text[..LongestText] : text,
            ]
        );
    }

    private string Named(string file) => Path.Combine(Folder, file);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
