namespace Tracker.Benchmarks.Harness;

internal static class Sample
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("Nothing was measured.", nameof(values))
            : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The middle of several runs of the same measurement.</summary>
    public static async Task<double> MedianAsync(int runs, Func<Task<double>> measure)
    {
        var seen = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            seen.Add(await measure());
        }
        return Median(seen);
    }
}
