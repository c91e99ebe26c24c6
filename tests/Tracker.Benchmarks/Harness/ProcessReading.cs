using System.Diagnostics;
using System.Globalization;

namespace Tracker.Benchmarks.Harness;

/// <summary>Processor time and memory of one process at one moment, as the kernel of Linux tells them.</summary>
/// <param name="Processor">User and system time of all its threads since its start, in steps of 10 ms.</param>
/// <param name="ResidentKb">What of it lies in memory, in 1,024 bytes.</param>
/// <param name="Clock">Since the machine's own start of counting: only differences mean something.</param>
internal sealed record ProcessReading(TimeSpan Processor, long ResidentKb, TimeSpan Clock)
{
    /// <summary>Fixed for programs by Linux, whatever the kernel's own clock.</summary>
    private const double TicksPerSecond = 100;

    public double ResidentMb => ResidentKb / 1024d;

    public static ProcessReading Of(PublishedServer server) => Of(server.ProcessId);

    public static ProcessReading Of(int process)
    {
        var folder = $"/proc/{process}";
        // The second field is the program's name in brackets and may hold blanks.
        var fields = File.ReadAllText($"{folder}/stat").Split(')')[^1].Split(' ');
        var ticks = Whole(fields[12]) + Whole(fields[13]);
        var resident = File.ReadLines($"{folder}/status")
            .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return new ProcessReading(
            TimeSpan.FromSeconds(ticks / TicksPerSecond),
            Whole(resident),
            Stopwatch.GetElapsedTime(0)
        );
    }

    /// <summary>Milliseconds of processor time since an earlier reading, for each of so many things done.</summary>
    public double MillisecondsEach(ProcessReading before, int done) =>
        (Processor - before.Processor).TotalMilliseconds / done;

    private static long Whole(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
