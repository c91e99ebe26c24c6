using System.Globalization;

namespace Tracker.Benchmarks.Harness;

/// <summary>How much more memory a process came to hold at its highest (Linux, proc(5)).</summary>
internal sealed class Peak
{
    private readonly string _folder;
    private readonly double _before;

    private Peak(int process)
    {
        _folder = $"/proc/{process}";
        // 5 forgets the highest so far.
        File.WriteAllText($"{_folder}/clear_refs", "5");
        _before = ProcessReading.Of(process).ResidentMb;
    }

    /// <summary>Begins with what this process holds once its rubbish is gone.</summary>
    public static Peak OfThisProcess()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new Peak(Environment.ProcessId);
    }

    /// <summary>Begins with what the process holds, rubbish included.</summary>
    public static Peak Of(int process) => new(process);

    /// <summary>1,048,576 bytes.</summary>
    public double MegabytesAbove() =>
        (
            double.Parse(
                File.ReadLines($"{_folder}/status")
                    .First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
                CultureInfo.InvariantCulture
            ) / 1024
        ) - _before;
}
