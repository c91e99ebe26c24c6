using System.Globalization;
using Microsoft.Data.Sqlite;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Rows;

/// <summary>The rows of the list at a thousand and at a hundred thousand, side by side with the bare statements.</summary>
internal sealed class RowsSection : Section
{
    private const int Small = 1_000;
    private const int Large = 100_000;
    private const int Rounds = 9;

    /// <summary>Rounds before those that count: the runtime compiles again what is used often, at first beside the figures.</summary>
    private const int RoundsBefore = 20;
    private const int Each = 3;
    private const double MostGrowth = 1.5;
    private const double MostOverSql = 1.5;

    /// <summary>Lists every address with its own figures where it is set to anything.</summary>
    private const string EveryAddress = "TRACKER_BENCHMARK_ADDRESSES";

    public override string Name => "rows";

    public override string Shows =>
        "rows of the list without their count, 60 addresses, a write each second; uncached, processor time, "
        + $"medians of {Rounds} interleaved rounds after {RoundsBefore} that do not count ({EveryAddress}=1 lists each)";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(6);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        Statements.Listen();
        await using var small = await OpenTracker.OverAsync(await bench.CopyDataAsync(Small));
        await using var large = await OpenTracker.OverAsync(await bench.CopyDataAsync(Large));
        await using var bare = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = large.File }.ConnectionString
        );
        await bare.OpenAsync(stop);
        var measured = new List<RowFigures>();
        foreach (var address in RowAddresses.All.Concat(RowAddresses.Far))
        {
            measured.Add(await RowFigures.OfAsync(address, small, large, bare));
        }
        await using (var writer = new EverySecond(small, large))
        {
            for (var round = 0; round < RoundsBefore + Rounds; round++)
            {
                stop.ThrowIfCancellationRequested();
                foreach (var figures in measured)
                {
                    await figures.MeasureAsync(Each, counts: round >= RoundsBefore);
                }
            }
            table.Add(Figure.Seeing("writes meanwhile, each size", writer.Written, ""));
        }
        var near = measured.Where(m => RowAddresses.All.Contains(m.Address)).ToList();
        Sum(table, near);
        Searches(table, [.. near.Where(m => RowAddresses.Searched.Contains(m.Address))]);
        foreach (var figures in measured.Where(m => IsSaid(m, near)))
        {
            table.Add(
                new Figure(
                    $"?{figures.Address}",
                    "",
                    $"{Figure.Number(figures.Growth)} times",
                    null,
                    figures.Spoken
                )
            );
        }
    }

    private static void Sum(Table table, List<RowFigures> near)
    {
        var (few, many, sql) = (
            near.Sum(m => m.Small),
            near.Sum(m => m.Large),
            near.Sum(m => m.Sql)
        );
        table.Add(
            Figure.AtMost(
                $"{Large} to {Small}, 60 addresses together",
                MostGrowth,
                many / few,
                "times",
                Each60(few, many)
            )
        );
        var within = near.Count(m => m.Growth <= MostGrowth);
        table.Add(
            Figure.AtMost(
                $"{Large} to {Small}, address in the middle",
                MostGrowth,
                Sample.Median(near.Select(m => m.Growth)),
                "times",
                $"{within} of {near.Count} addresses within {MostGrowth}; the others below"
            )
        );
        table.Add(
            Figure.AtMost(
                "a page to the same SQL by ADO.NET: 1.5 times or 1 ms more",
                Math.Max(MostOverSql * sql, sql + near.Count) / near.Count,
                many / near.Count,
                "ms",
                $"the 60 on average; SQL alone {Figure.Number(sql / near.Count)} ms: {Figure.Number(many / sql)} times"
            )
        );
        table.Add(
            Figure.Must(
                "the same, each address by itself",
                "all",
                near.Count(IsNearSql).ToString(CultureInfo.InvariantCulture),
                near.TrueForAll(IsNearSql),
                $"worst {Figure.Number(near.Max(m => m.Large - m.Sql))} ms more"
            )
        );
    }

    private static void Searches(Table table, List<RowFigures> searched) =>
        table.Add(
            Figure.AtMost(
                "search to the same SQL by ADO.NET, together",
                MostOverSql,
                searched.Sum(m => m.Large) / searched.Sum(m => m.Sql),
                "times",
                $"{Figure.Number(searched.Average(m => m.Large))} ms each; match, rights, sort, page"
            )
        );

    private static string Each60(double few, double many) =>
        $"{Figure.Number(few / 60)} ms each at {Small}, {Figure.Number(many / 60)} ms at {Large}";

    private static bool IsNearSql(RowFigures figures) =>
        figures.Large <= Math.Max(figures.Sql * MostOverSql, figures.Sql + 1);

    private static bool IsSaid(RowFigures figures, List<RowFigures> near) =>
        Environment.GetEnvironmentVariable(EveryAddress) is { Length: > 0 }
        || figures.Growth > MostGrowth
        || !IsNearSql(figures)
        || !near.Contains(figures);
}
