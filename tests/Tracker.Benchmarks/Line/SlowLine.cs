using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Tracker.Benchmarks.Line;

/// <summary>
/// A line of so many bits a second and so much delay, between a browser and a server of this machine: everything goes
/// through it, sockets of circuits too, which a browser's own emulation leaves alone. A new connection costs one round
/// trip before its first byte, as on any line.
/// </summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private const int Packet = 1400;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();
    private readonly Uri server;
    private readonly Direction up;
    private readonly Direction down;
    private readonly TimeSpan roundTrip;
    private readonly Task accepting;

    /// <param name="bitsPerSecond">In each direction, shared by all connections.</param>
    public SlowLine(Uri server, int bitsPerSecond, TimeSpan roundTrip)
    {
        this.server = server;
        this.roundTrip = roundTrip;
        up = new Direction(bitsPerSecond, roundTrip / 2);
        down = new Direction(bitsPerSecond, roundTrip / 2);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    /// <summary>Where the browser goes.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Dispose();
        await accepting;
        closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(closed.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        near.NoDelay = far.NoDelay = true;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(closed.Token);
        try
        {
            await Task.Delay(roundTrip, closed.Token);
            await far.ConnectAsync(server.Host, server.Port, closed.Token);
            await Task.WhenAny(
                CarryAsync(near.GetStream(), far.GetStream(), up, ended.Token),
                CarryAsync(far.GetStream(), near.GetStream(), down, ended.Token)
            );
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The browser or the run has left.
        }
        await ended.CancelAsync();
    }

    private static async Task CarryAsync(
        NetworkStream from,
        NetworkStream to,
        Direction line,
        CancellationToken ended
    )
    {
        var travelling = Channel.CreateUnbounded<(byte[] Bytes, TimeSpan Due)>();
        var arriving = ArriveAsync(travelling.Reader, to, ended);
        try
        {
            var buffer = new byte[Packet];
            for (int read; (read = await from.ReadAsync(buffer, ended)) > 0; )
            {
                var due = await line.SendAsync(read, ended);
                travelling.Writer.TryWrite((buffer[..read], due));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // One end has closed; what is under way still arrives.
        }
        travelling.Writer.Complete();
        await arriving;
    }

    private static async Task ArriveAsync(
        ChannelReader<(byte[] Bytes, TimeSpan Due)> travelling,
        NetworkStream to,
        CancellationToken ended
    )
    {
        try
        {
            await foreach (var (bytes, due) in travelling.ReadAllAsync(ended))
            {
                if (due - Direction.Now is { Ticks: > 0 } early)
                {
                    await Task.Delay(early, ended);
                }
                await to.WriteAsync(bytes, ended);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Nobody is there to take it.
        }
    }

    /// <summary>One direction of the line: packets leave one after another and arrive later.</summary>
    private sealed class Direction(int bitsPerSecond, TimeSpan delay)
    {
        private readonly Lock order = new();
        private TimeSpan free;

        public static TimeSpan Now => System.Diagnostics.Stopwatch.GetElapsedTime(0);

        /// <summary>Waits until the line has taken the bytes, and gives the moment at which they arrive.</summary>
        public async Task<TimeSpan> SendAsync(int bytes, CancellationToken ended)
        {
            TimeSpan sent;
            lock (order)
            {
                var start = free > Now ? free : Now;
                sent = free = start + TimeSpan.FromSeconds(bytes * 8d / bitsPerSecond);
            }
            if (sent - Now is { Ticks: > 0 } busy)
            {
                await Task.Delay(busy, ended);
            }
            return sent + delay;
        }
    }
}
