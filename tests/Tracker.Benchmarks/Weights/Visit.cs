using System.Text.Json;
using Microsoft.Playwright;

namespace Tracker.Benchmarks.Weights;

/// <summary>What one page made the browser ask for over HTTP, from the first request until the page had come alive.</summary>
/// <param name="Bytes">On the wire, heads included.</param>
internal sealed record Visit(int Requests, double Bytes)
{
    private const string Alive = "#components-reconnect-modal[data-live]";

    public double Kilobytes => Bytes / 1000;

    /// <param name="comesAlive">Whether the page opens a circuit, which is awaited then.</param>
    public static async Task<Visit> ToAsync(IBrowserContext context, Uri page, bool comesAlive)
    {
        var tab = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(tab);
        var requests = 0;
        var bytes = 0d;
        var sync = new Lock();
        network.Event("Network.responseReceived").OnEvent += (_, message) =>
        {
            // What the browser kept from before costs nothing and is not counted.
            if (message is { } told && !FromCache(told))
            {
                lock (sync)
                {
                    requests++;
                }
            }
        };
        network.Event("Network.loadingFinished").OnEvent += (_, message) =>
        {
            if (message is { } told)
            {
                lock (sync)
                {
                    bytes += told.GetProperty("encodedDataLength").GetDouble();
                }
            }
        };
        await network.SendAsync("Network.enable");
        await tab.GotoAsync(page.ToString(), new() { WaitUntil = WaitUntilState.Load });
        if (comesAlive)
        {
            await tab.Locator(Alive).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
        await tab.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await tab.CloseAsync();
        lock (sync)
        {
            return new Visit(requests, bytes);
        }
    }

    private static bool FromCache(JsonElement told)
    {
        var response = told.GetProperty("response");
        return (response.TryGetProperty("fromDiskCache", out var disk) && disk.GetBoolean())
            || response
                .GetProperty("url")
                .GetString()!
                .StartsWith("data:", StringComparison.Ordinal);
    }
}
