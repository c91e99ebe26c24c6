using System.Collections;
using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>One browser for the whole run; each visitor has a profile of their own in it.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>Long, because a busy machine is no defect: a wait ends as soon as what it awaits is there.</summary>
    private const float PatienceMs = 60_000;

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

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
        Assertions.SetDefaultExpectTimeout(PatienceMs);
    }

    internal static async Task<Browser> StartAsync()
    {
        var program = await BrowserProgram.FindOrInstallAsync(notice =>
        {
            Console.Out.WriteLine(notice);
            TestContext.Current.AddWarning(notice);
        });
        var driver = await Playwright.CreateAsync();
        try
        {
            var chromium = await driver.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = program,
                    Headless = true,
                    // Containers and root have no sandbox to give, and only our own pages are opened.
                    ChromiumSandbox = false,
                    Args = Arguments,
                    Env = Surroundings(),
                    Timeout = PatienceMs,
                }
            );
            return new Browser(driver, chromium);
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    /// <summary>As around the tests, but for the letters of file names: without a locale é is none to the browser.</summary>
    private static Dictionary<string, string> Surroundings()
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            set[(string)variable.Key] = (string?)variable.Value ?? "";
        }
        set["LC_ALL"] = "C.UTF-8";
        return set;
    }

    /// <param name="culture">The language the browser asks for.</param>
    /// <param name="scripts">False for the pages that must work without any script.</param>
    internal async Task<Visitor> OpenAsync(
        PublishedServer server,
        string culture,
        bool scripts,
        ViewportSize viewport
    )
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = server.Address.ToString(),
                Locale = culture == "fr" ? "fr-FR" : "en-GB",
                TimezoneId = "Africa/Bamako",
                JavaScriptEnabled = scripts,
                ViewportSize = viewport,
                AcceptDownloads = true,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(PatienceMs);
        return await Visitor.OpenAsync(context, server, scripts);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
