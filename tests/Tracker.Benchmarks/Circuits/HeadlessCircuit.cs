using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Circuits;

/// <summary>
/// A tab without a browser: a page fetched, its circuit opened, every batch acknowledged and every script call answered.
/// No script runs: what a page asks of one comes back as nothing.
/// </summary>
internal sealed class HeadlessCircuit(Site site, Reader reader) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly TaskCompletionSource partsAdded = Signal();
    private readonly TaskCompletionSource<string?> started = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private TaskCompletionSource drawn = Signal();
    private ClientWebSocket? socket;
    private Task receiving = Task.CompletedTask;
    private LivePage? page;
    private string? circuit;
    private int batches;
    private volatile bool leaving;

    public bool IsAlive => !leaving && socket?.State == WebSocketState.Open;

    /// <summary>Why it is not alive any more, where it did not leave by itself.</summary>
    public string? Loss { get; private set; }

    /// <summary>Batches drawn since the start.</summary>
    public int Batches => Volatile.Read(ref batches);

    /// <summary>Returns once every live part of the page has been added.</summary>
    public async Task OpenAsync(CancellationToken stop)
    {
        page = await site.OpenAsync(reader, stop);
        if (page.Parts == 0)
        {
            throw new InvalidOperationException($"{site.Page} came without a circuit.");
        }
        var token = await site.NegotiateAsync(reader, stop);
        socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        socket.Options.SetRequestHeader("Cookie", reader.Cookies);
        socket.Options.SetRequestHeader("Origin", site.Base.GetLeftPart(UriPartial.Authority));
        var address = $"ws://{site.Base.Authority}/_blazor?id={Uri.EscapeDataString(token)}";
        await socket.ConnectAsync(new Uri(address), site.Sockets, stop);
        await SendAsync(HubMessage.Handshake, stop);
        receiving = ReceiveAsync(socket, stop);
        await SendAsync(
            HubMessage.Invoke(
                "0",
                "StartCircuit",
                $"{site.Base}",
                $"{site.Page}",
                "[]",
                page.State
            ),
            stop
        );
        circuit =
            await started.Task.WaitAsync(Patience, stop)
            ?? throw new InvalidOperationException("The circuit was refused.");
        await partsAdded.Task.WaitAsync(Patience, stop);
    }

    /// <summary>Goes to another address as a click on a link does, and returns with the next batch.</summary>
    public async Task GoAsync(string path, CancellationToken stop)
    {
        drawn = Signal();
        var target = new Uri(site.Base, path);
        await SendAsync(
            HubMessage.Invoke(null, "OnLocationChanged", $"{target}", null, true),
            stop
        );
        await drawn.Task.WaitAsync(Patience, stop);
    }

    /// <summary>A hub drops who is silent for half a minute.</summary>
    public Task PingAsync(CancellationToken stop) => SendAsync(HubMessage.Ping, stop);

    public async ValueTask DisposeAsync()
    {
        leaving = true;
        if (circuit is not null)
        {
            await site.LeaveAsync(circuit, reader, CancellationToken.None);
        }
        socket?.Abort();
        await receiving;
        socket?.Dispose();
        sending.Dispose();
    }

    private async Task SendAsync(byte[] message, CancellationToken stop)
    {
        await sending.WaitAsync(stop);
        try
        {
            await socket!.SendAsync(message, WebSocketMessageType.Binary, true, stop);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReceiveAsync(ClientWebSocket from, CancellationToken stop)
    {
        try
        {
            await ReadMessagesAsync(from, stop);
            Lose("The server closed it.");
        }
        catch (Exception problem)
        {
            Lose(problem.Message);
        }
    }

    private async Task ReadMessagesAsync(ClientWebSocket from, CancellationToken stop)
    {
        var buffer = new byte[8 * 1024];
        var (filled, greeted) = (0, false);
        for (WebSocketMessageType type = default; type != WebSocketMessageType.Close; )
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            var got = await from.ReceiveAsync(buffer.AsMemory(filled), stop);
            (type, filled) = (got.MessageType, filled + got.Count);
            var used = 0;
            if (!greeted)
            {
                used = buffer.AsSpan(0, filled).IndexOf((byte)0x1e) + 1;
                greeted = used > 0;
            }
            while (
                greeted
                && HubMessage.TryTake(
                    buffer.AsSpan(used, filled - used),
                    out var message,
                    out var consumed
                )
            )
            {
                used += consumed;
                foreach (var answer in Answers(message))
                {
                    await SendAsync(answer, stop);
                }
            }
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    private List<byte[]> Answers(ReadOnlySpan<byte> message)
    {
        var answers = new List<byte[]>();
        var reading = new PackReader(message);
        reading.ArrayHeader();
        var type = reading.Integer();
        if (type is not (HubMessage.Completion or HubMessage.Invocation))
        {
            return answers;
        }
        reading.SkipHeaders();
        reading.Text();
        if (type == HubMessage.Completion)
        {
            // 1 is an error, 2 nothing, 3 a value.
            started.TrySetResult(reading.Integer() == 3 ? reading.TextOrBoolean() : null);
            return answers;
        }
        var target = reading.Text();
        reading.ArrayHeader();
        switch (target)
        {
            case "JS.RenderBatch":
                answers.Add(HubMessage.Invoke(null, "OnRenderCompleted", reading.Integer(), null));
                Interlocked.Increment(ref batches);
                drawn.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                AnswerScript(ref reading, answers);
                break;
            case "JS.EndUpdateRootComponents":
                partsAdded.TrySetResult();
                break;
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {reading.Text()}");
        }
        return answers;
    }

    private void AnswerScript(ref PackReader reading, List<byte[]> answers)
    {
        var call = reading.Integer();
        var name = reading.Text();
        reading.Text();
        var asksForObject = reading.Integer() == 1;
        if (name == "Blazor._internal.attachWebRendererInterop")
        {
            answers.Add(
                HubMessage.Invoke(null, "UpdateRootComponents", page!.Operations, page.State)
            );
        }
        if (call != 0)
        {
            var result = asksForObject
                ? new JsonArray(call, true, new JsonObject { ["__jsObjectId"] = 1 })
                : new JsonArray(call, true, null);
            answers.Add(
                HubMessage.Invoke(null, "EndInvokeJSFromDotNet", call, true, result.ToJsonString())
            );
        }
    }

    private void Lose(string why)
    {
        if (leaving)
        {
            return;
        }
        Loss = why;
        socket!.Abort();
        var problem = new IOException(why);
        started.TrySetException(problem);
        partsAdded.TrySetException(problem);
        drawn.TrySetException(problem);
    }

    private static TaskCompletionSource Signal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
