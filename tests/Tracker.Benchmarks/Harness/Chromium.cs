using Microsoft.Playwright;

namespace Tracker.Benchmarks.Harness;

/// <summary>The browser of this machine; each visit to it is a person with nothing kept from before.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-proxy-server",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        var program = await BrowserProgram.FindOrInstallAsync(Bench.Say);
        var driver = await Playwright.CreateAsync();
        try
        {
            return new Chromium(
                driver,
                await driver.Chromium.LaunchAsync(
                    new()
                    {
                        ExecutablePath = program,
                        Headless = true,
                        ChromiumSandbox = false,
                        Args = Arguments,
                    }
                )
            );
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    /// <param name="reader">Whose cookies the browser is given; null for somebody not signed in.</param>
    public async Task<IBrowserContext> OpenAsync(Reader? reader)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                Locale = "fr-FR",
                TimezoneId = "Africa/Bamako",
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        context.SetDefaultTimeout(120_000);
        if (reader is not null)
        {
            await context.AddCookiesAsync(
                reader
                    .Cookies.Split("; ")
                    .Select(c => c.Split('=', 2))
                    .Where(c => c[0] != Reader.StyleCookie)
                    .Select(c => new Cookie
                    {
                        Name = c[0],
                        Value = c[1],
                        // Cookies know no port: the same go through a line of our own.
                        Domain = reader.Address.Host,
                        Path = "/",
                    })
            );
        }
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
