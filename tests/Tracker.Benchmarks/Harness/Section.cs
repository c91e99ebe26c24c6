namespace Tracker.Benchmarks.Harness;

/// <summary>Figures that are measured together and printed as one table.</summary>
internal abstract class Section
{
    /// <summary>As it is typed on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the help.</summary>
    public abstract string Shows { get; }

    /// <summary>How long it takes on two idle cores, with the options as they are given.</summary>
    public abstract TimeSpan Lasts(Options options);

    /// <summary>Adds its figures one by one: what was measured before a failure is printed all the same.</summary>
    public abstract Task MeasureAsync(Bench bench, Table table, CancellationToken stop);
}
