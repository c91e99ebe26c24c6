using System.Text;
using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>
/// Knows when a page has come alive. A click on a prerendered page before that goes nowhere, so no journey may make
/// one. The sign is the page's own message to the server that it has drawn a first render, which may be that of the head
/// alone, and the mark that the page itself then carries: nothing is guessed.
/// </summary>
internal sealed class Circuit
{
    private const string InteractiveMark = "<!--Blazor:{\"type\":\"server\"";
    private const string Live = "[data-live]";
    private static readonly byte[] Drawn = Encoding.ASCII.GetBytes("OnRenderCompleted");

    private readonly bool scripts;
    private readonly IPage page;
    private volatile TaskCompletionSource drawn = NewSignal();
    private volatile IResponse? document;

    public Circuit(IPage page, bool scripts)
    {
        this.page = page;
        this.scripts = scripts;
        page.Request += (_, request) =>
        {
            if (request.IsNavigationRequest && request.Frame == page.MainFrame)
            {
                drawn = NewSignal();
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame)
            {
                document = response;
            }
        };
        page.WebSocket += (_, socket) => Listen(socket);
    }

    /// <summary>Returns once the page in view can be acted upon.</summary>
    public async Task SettleAsync(TimeSpan patience)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        if (!scripts || document is not { Ok: true } shown)
        {
            return;
        }
        if ((await shown.TextAsync()).Contains(InteractiveMark, StringComparison.Ordinal))
        {
            try
            {
                await drawn.Task.WaitAsync(patience);
                await page.Locator(Live)
                    .WaitForAsync(new() { State = WaitForSelectorState.Attached });
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"{page.Url} never came alive: no circuit drew it.", e);
            }
        }
    }

    private void Listen(IWebSocket socket)
    {
        if (!socket.Url.Contains("/_blazor", StringComparison.Ordinal))
        {
            return;
        }
        var mine = drawn;
        socket.FrameSent += (_, frame) =>
        {
            if (frame.Binary is { } bytes && bytes.AsSpan().IndexOf(Drawn) >= 0)
            {
                mine.TrySetResult();
            }
        };
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
