using Microsoft.Data.Sqlite;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Rows;

/// <summary>One address, measured in turn at both sizes and as bare statements; milliseconds of processor time.</summary>
internal sealed class RowFigures
{
    private readonly List<double> small = [];
    private readonly List<double> large = [];
    private readonly List<double> sql = [];
    private readonly Func<Task> askSmall;
    private readonly Func<Task> askLarge;
    private readonly Func<Task> askSql;
    private readonly int statements;

    private RowFigures(
        string address,
        (OpenTracker Small, OpenTracker Large) trackers,
        Statements asked,
        SqliteConnection bare
    )
    {
        Address = address;
        var (few, many) = (trackers.Small.Filter(address), trackers.Large.Filter(address));
        askSmall = () => trackers.Small.RowsAsync(few);
        askLarge = () => trackers.Large.RowsAsync(many);
        askSql = () => Task.FromResult(asked.Run(bare));
        statements = asked.All.Count;
    }

    public string Address { get; }

    public double Small => Sample.Median(small);

    public double Large => Sample.Median(large);

    public double Sql => Sample.Median(sql);

    public double Growth => Large / Small;

    public string Spoken =>
        $"{Figure.Number(Small)} ms, then {Figure.Number(Large)} ms; its {statements} statements alone {Figure.Number(Sql)} ms";

    public static async Task<RowFigures> OfAsync(
        string address,
        OpenTracker small,
        OpenTracker large,
        SqliteConnection bare
    )
    {
        const int Warming = 4;
        var filter = large.Filter(address);
        for (var i = 0; i < Warming; i++)
        {
            await large.RowsAsync(filter);
            await small.RowsAsync(small.Filter(address));
        }
        var asked = await Statements.OfAsync(() => large.RowsAsync(filter));
        return new RowFigures(address, (small, large), asked, bare);
    }

    /// <param name="counts">Not while the program still warms up.</param>
    public async Task MeasureAsync(int times, bool counts)
    {
        var round = (
            Small: await MeasureAsync(times, askSmall),
            Large: await MeasureAsync(times, askLarge),
            Sql: await MeasureAsync(times, askSql)
        );
        if (counts)
        {
            small.Add(round.Small);
            large.Add(round.Large);
            sql.Add(round.Sql);
        }
    }

    private static async Task<double> MeasureAsync(int times, Func<Task> ask)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            await ask();
        }
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }
}
