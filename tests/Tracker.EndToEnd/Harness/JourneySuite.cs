using Tracker.EndToEnd.Harness;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(JourneySuite))]
// Journeys share one server and the machine's few cores.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Tracker.EndToEnd.Harness;

/// <summary>What the whole run shares, each started by the first journey that needs it.</summary>
public sealed class JourneySuite : IAsyncDisposable
{
    private readonly Lazy<Task<PublishedProgram>> program = new(() =>
        PublishedProgram.PublishAsync()
    );
    private readonly Lazy<Task<Browser>> browser = new(Harness.Browser.StartAsync);
    private readonly Lazy<Task<PublishedServer>> server;

    public JourneySuite() => server = new(() => StartServerAsync(new ServerSettings()));

    public Task<Browser> Browser => browser.Value;

    /// <summary>Development settings, demonstration accounts, the whole domain pack; shared by all journeys.</summary>
    public Task<PublishedServer> Server => server.Value;

    public async Task<PublishedServer> StartServerAsync(ServerSettings settings) =>
        await PublishedServer.StartAsync(await program.Value, settings);

    public async ValueTask DisposeAsync()
    {
        if (browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await browser.Value).DisposeAsync();
        }
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }
        if (program is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            (await program.Value).Dispose();
        }
    }
}
