using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>
/// Base of every journey. What a journey opens or starts here ends with it, and what they looked like is kept
/// where it failed.
/// </summary>
public abstract class Journey(JourneySuite suite) : IAsyncLifetime
{
    public static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    public static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };

    /// <summary>On the programme's clock, which runs with UTC.</summary>
    protected static DateOnly Today =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private readonly List<Visitor> visitors = [];
    private readonly List<PublishedServer> servers = [];

    /// <summary>The server that all journeys share, ready before the journey begins.</summary>
    protected PublishedServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await suite.Server;

    /// <param name="culture">fr or en.</param>
    /// <param name="server">Null for the shared one.</param>
    protected async Task<Visitor> OpenAsync(
        string culture = "fr",
        bool scripts = true,
        ViewportSize? viewport = null,
        PublishedServer? server = null
    )
    {
        var browser = await suite.Browser;
        var visitor = await browser.OpenAsync(server ?? Server, culture, scripts, viewport ?? Desk);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A server of this journey alone.</summary>
    protected async Task<PublishedServer> StartServerAsync(ServerSettings settings)
    {
        var server = await suite.StartServerAsync(settings);
        servers.Add(server);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepRecordAsync();
        }
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task KeepRecordAsync()
    {
        var record = new FailureRecord(TestContext.Current.Test?.TestDisplayName ?? "journey");
        foreach (var server in servers.Append(Server))
        {
            await record.SaveAsync(server);
        }
        foreach (var visitor in visitors)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(await visitor.SaveAsync(record));
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Pictures, pages and the server's words: {record.Folder}"
        );
    }
}
