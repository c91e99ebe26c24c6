using System.Diagnostics;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Http;

/// <summary>A file fetched to its end and thrown away. Times in seconds.</summary>
/// <param name="First">Until the first byte of the file itself.</param>
/// <param name="Processor">Of the server, others' requests included.</param>
internal sealed record Download(double First, double Whole, double Processor, long Bytes)
{
    public static async Task<Download> OfAsync(
        PublishedServer server,
        Reader reader,
        string path,
        CancellationToken stop
    )
    {
        var before = ProcessReading.Of(server);
        var start = Stopwatch.GetTimestamp();
        using var answer = await reader.OpenAsync(path, stop);
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[64 * 1024];
        long bytes = await body.ReadAsync(buffer, stop);
        var first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        for (int read; (read = await body.ReadAsync(buffer, stop)) > 0; )
        {
            bytes += read;
        }
        return new Download(
            first,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (ProcessReading.Of(server).Processor - before.Processor).TotalSeconds,
            bytes
        );
    }
}
