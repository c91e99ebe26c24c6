using System.Diagnostics;
using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Data.Dashboard;

namespace Tracker.Benchmarks.Rows;

/// <summary>The dashboard of many filters: made anew, asked again, and of an earlier day.</summary>
internal sealed class FiguresSection : Section
{
    private const int Recommendations = 100_000;
    private const int History = 1_500_000;

    /// <summary>Less data, where a first look is enough: <c>TRACKER_BENCHMARK_FIGURES=10000</c>.</summary>
    private const string Size = "TRACKER_BENCHMARK_FIGURES";

    private static readonly string[] Addresses =
    [
        "",
        "theme=DIA",
        "theme=GOV&theme=EMP",
        "status=in_progress",
        "status=implemented&status=verified",
        "acceptance=accepted",
        "kind=explicit",
        "workshop={0}",
        "overdue=1",
        "stale=1",
        "lead=none",
        "place=ML-1",
        "framework=SDG-10.7",
        "q=migration",
        "due_before=2024-01-01",
    ];

    public override string Name => "figures";

    public override string Shows =>
        "the dashboard at 100,000 recommendations with 1,500,000 lines of history; processor time, medians over "
        + $"{Addresses.Length} filters ({Size}=10000 for less)";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(12);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var size = int.TryParse(
            Environment.GetEnvironmentVariable(Size),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : Recommendations;
        var folder = await bench.CopyDataAsync(size, (int)((long)History * size / Recommendations));
        await using var tracker = await OpenTracker.OverAsync(folder);
        var queries = tracker.Of<DashboardQueries>();
        var day = tracker.Of<ProgrammeClock>().Today.AddYears(-1);
        // The first of a process pays for its compilation, and reads what all others count.
        var first = await TimeAsync(queries, Reading(tracker, "kind=derived", null), stop);
        // Then the compiler looks again at what is asked often: these are none of the filters measured.
        for (var year = 1990; year < 2000; year++)
        {
            var warming = string.Create(
                CultureInfo.InvariantCulture,
                $"kind=derived&due_after={year}-01-01"
            );
            await TimeAsync(queries, Reading(tracker, warming, null), stop);
            await TimeAsync(queries, Reading(tracker, warming, day), stop);
        }
        var (fresh, again, then) = (new List<double>(), new List<double>(), new List<double>());
        var worst = ("", 0d);
        foreach (var address in Addresses)
        {
            stop.ThrowIfCancellationRequested();
            var now = Reading(tracker, address, null);
            fresh.Add(await TimeAsync(queries, now, stop));
            again.Add(await TimeAsync(queries, now, stop));
            then.Add(await TimeAsync(queries, Reading(tracker, address, day), stop));
            worst = fresh[^1] > worst.Item2 ? (address, fresh[^1]) : worst;
        }
        var changed = new List<double>();
        foreach (var address in Addresses)
        {
            await EverySecond.MoveAsync(tracker, changed.Count);
            changed.Add(await TimeAsync(queries, Reading(tracker, address, null), stop));
        }
        await using var second = await OpenTracker.OverAsync(folder);
        var compiled = await TimeAsync(
            second.Of<DashboardQueries>(),
            Reading(second, "kind=derived", null),
            stop
        );
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{size:N0} recommendations; the dearest ?{worst.Item1} {worst.Item2:0} ms"
        );
        table.Add(
            Figure.AtMost("uncached filter of the dashboard", 400, Sample.Median(fresh), "ms", said)
        );
        table.Add(
            Figure.AtMost("the dearest of the filters", 400, worst.Item2, "ms", $"?{worst.Item1}")
        );
        table.Add(
            Figure.AtMost(
                "a filter after a change",
                400,
                Sample.Median(changed),
                "ms",
                "a due date moved before each"
            )
        );
        table.Add(
            Figure.Seeing(
                "the first of the process",
                first,
                "ms",
                $"all periods are read; {Figure.Number(compiled)} ms once the code is compiled"
            )
        );
        table.Add(Figure.AtMost("the same again", 10, Sample.Median(again), "ms"));
        table.Add(
            Figure.AtMost(
                "an earlier day to today",
                2,
                Sample.Median(fresh.Zip(then, (now, before) => before / now)),
                "times",
                $"{Figure.Number(Sample.Median(then))} ms a year ago"
            )
        );
    }

    private static async Task<double> TimeAsync(
        DashboardQueries queries,
        FilterReading reading,
        CancellationToken stop
    )
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await queries.FiguresAsync(Actor.Worker, reading, Breakdown.None, stop);
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    private static FilterReading Reading(OpenTracker tracker, string address, DateOnly? day) =>
        new(tracker.Filter(address) with { AsOf = day }, []);
}
