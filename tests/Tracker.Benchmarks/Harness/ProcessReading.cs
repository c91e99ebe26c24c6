using System.Diagnostics;
using System.Globalization;

namespace Tracker.Benchmarks.Harness;

/// <summary>Processor time and memory of one process at one moment, as the kernel of Linux tells them.</summary>
/// <param name="Processor">User and system time of all its threads since its start, in steps of 10 ms.</param>
/// <param name="Resident">What of it lies in memory.</param>
/// <param name="Clock">Since the machine's own start of counting: only differences mean something.</param>
internal sealed record ProcessReading(TimeSpan Processor, Resident Resident, TimeSpan Clock)
{
    /// <summary>Fixed for programs by Linux, whatever the kernel's own clock.</summary>
    private const double TicksPerSecond = 100;

    public double ResidentMb => Resident.Megabytes;

    public static ProcessReading Of(PublishedServer server) => Of(server.ProcessId);

    public static ProcessReading Of(int process)
    {
        var folder = $"/proc/{process}";
        // The second field is the program's name in brackets and may hold blanks.
        var fields = File.ReadAllText($"{folder}/stat").Split(')')[^1].Split(' ');
        var ticks = Whole(fields[12]) + Whole(fields[13]);
        var told = File.ReadLines($"{folder}/status")
            .Select(line => line.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words[0].StartsWith("Rss", StringComparison.Ordinal))
            .ToDictionary(words => words[0], words => Whole(words[1]));
        return new ProcessReading(
            TimeSpan.FromSeconds(ticks / TicksPerSecond),
            new Resident(told["RssFile"], told["RssShmem"], told["RssAnon"]),
            Stopwatch.GetElapsedTime(0)
        );
    }

    /// <summary>Milliseconds of processor time since an earlier reading, for each of so many things done.</summary>
    public double MillisecondsEach(ProcessReading before, int done) =>
        (Processor - before.Processor).TotalMilliseconds / done;

    private static long Whole(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>Memory by what lies in it, in 1,024 bytes.</summary>
/// <param name="FilesKb">Libraries of the runtime and the program, read from their files and given back when needed.</param>
/// <param name="CodeKb">Code that the runtime has compiled, and what it keeps beside it.</param>
/// <param name="OwnKb">Everything else: objects, the database's memory, stacks.</param>
internal sealed record Resident(long FilesKb, long CodeKb, long OwnKb)
{
    public double Megabytes => (FilesKb + CodeKb + OwnKb) / 1024d;

    public string Split =>
        FormattableString.Invariant(
            $"{FilesKb / 1024} of files of the runtime and the program, {CodeKb / 1024} of compiled code, {OwnKb / 1024} of its own"
        );
}
