using System.Runtime.InteropServices;

namespace Tracker.Benchmarks.Harness;

/// <summary>What a figure must be read beside: the machine, and what else it was doing.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, "
        + $"{RuntimeInformation.OSDescription}, {Load()}. Times are medians; processor time is what the server itself used.";

    /// <summary>Programs that wanted a core in the last minute; above the number of cores, clock times mean little.</summary>
    public static string Load() =>
        File.Exists("/proc/loadavg")
            ? $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"
            : "load unknown";
}
