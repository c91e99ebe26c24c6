using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Http;

/// <summary>From the start of the process to the first page, over a database that is already there.</summary>
internal static class StartFigures
{
    private const int Runs = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var data = await bench.CopyDataAsync(HttpSection.Rows);
        var starts = new List<Start>();
        for (var run = 0; run <= Runs; run++)
        {
            starts.Add(await StartAsync(bench, data, stop));
        }
        // The first one also reads the program from the disk.
        starts.RemoveAt(0);
        table.Add(
            Figure.AtMost(
                "start to the first answer",
                1.3,
                Sample.Median(starts.Select(s => s.Answered)),
                "s",
                $"the sign-in page, whole; median of {Runs}, {Sample.Median(starts.Select(s => s.Processor)):0.0} s cpu; "
                    + $"listening after {Sample.Median(starts.Select(s => s.Listening)):0.00} s"
            )
        );
    }

    private static async Task<Start> StartAsync(Bench bench, string data, CancellationToken stop)
    {
        var port = FreePort();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var clock = Stopwatch.StartNew();
        await using var process = await bench.StartProcessAsync(data, port);
        while (!await ListensAsync(port, stop))
        {
            if (process.HasExited || clock.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The server did not start:\n{process.Output}");
            }
            await Task.Delay(Pause, stop);
        }
        var listening = clock.Elapsed.TotalSeconds;
        var page = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/account/login"));
        using var answer = await http.GetAsync(page, stop);
        answer.EnsureSuccessStatusCode();
        var answered = clock.Elapsed.TotalSeconds;
        return new Start(listening, answered, ProcessReading.Of(process.Id).Processor.TotalSeconds);
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken stop)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>In seconds since the process was asked for.</summary>
    private sealed record Start(double Listening, double Answered, double Processor);
}
