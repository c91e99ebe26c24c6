using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>Story 9: a donor reads what was paid for, prints it, and a colleague reads it by a link until it is withdrawn.</summary>
public sealed partial class DonorJourney(JourneySuite suite, ITestOutputHelper output)
    : Journey(suite)
{
    private const string Page = "/public/KAY-2020";

    [Fact]
    public async Task A_donor_prints_two_pages_and_a_colleague_reads_the_same_by_a_link_that_ends()
    {
        var server = await StartServerAsync(new ServerSettings());
        var donor = await OpenAsync(server: server);
        await donor.SignInAsAsync("donor");
        Assert.Equal(200, await donor.GoAsync(Page));
        var figures = await FiguresAsync(donor);
        Assert.Contains("verified_rate 0/16", figures, StringComparison.Ordinal);
        await Assertions.Expect(donor.Page.Locator("main button, main form")).ToHaveCountAsync(0);
        await PrintsAsync(donor);

        var coordinator = await OpenAsync(server: server);
        await coordinator.SignInAsAsync("coordinator");
        await coordinator.GoAsync("/workshops/KAY-2020/share");
        await coordinator.Page.Locator("[name='Input.Purpose']").FillAsync("Comité de pilotage");
        await coordinator.Page.Locator("main form button.main").ClickAsync();
        var link = await coordinator.Page.Locator("[data-share-link]").GetAttributeAsync("href");

        var colleague = await OpenAsync(server: server);
        Assert.Equal(200, await colleague.GoAsync(link!));
        Assert.Equal(figures, await FiguresAsync(colleague));
        colleague.SawNoProblem();
        await coordinator.Page.Locator("main ul form button").ClickAsync();
        await Assertions.Expect(coordinator.Page.Locator("main ul form")).ToHaveCountAsync(0);
        Assert.Equal(410, await colleague.GoAsync(link!));
        Assert.Equal(410, await colleague.GoAsync(link + "x"));
    }

    /// <summary>Each rate with its counts, as they stand on the page.</summary>
    private static async Task<string> FiguresAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('[data-denominator]')]
              .map(f => `${f.dataset.figure} ${f.dataset.numerator}/${f.dataset.denominator}`).join('\n')
            """
        );

    private async Task PrintsAsync(Visitor visitor)
    {
        var pdf = await visitor.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.Equal(2, PdfPage().Count(Encoding.Latin1.GetString(pdf)));
        var text = await ReadBackAsync(pdf);
        if (text is null)
        {
            output.WriteLine(
                "THE PRINTED TEXT WAS NOT READ BACK: no pdftotext here (Debian: poppler-utils). Its pages were counted."
            );
            return;
        }
        Assert.Contains("KAY-2020-16", text, StringComparison.Ordinal);
        Assert.Contains("Vérifiées", text, StringComparison.Ordinal);
    }

    private static async Task<string?> ReadBackAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("printed.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        try
        {
            using var reading = Process.Start(
                new ProcessStartInfo("pdftotext", [file, "-"])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            return await reading.StandardOutput.ReadToEndAsync(
                TestContext.Current.CancellationToken
            );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]", RegexOptions.None, 1000)]
    private static partial Regex PdfPage();
}
