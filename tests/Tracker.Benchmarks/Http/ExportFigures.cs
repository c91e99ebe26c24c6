using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Http;

/// <summary>The whole list as a workbook.</summary>
internal static class ExportFigures
{
    private const string Path = "/recommendations/export.xlsx";
    private const int Runs = 7;

    public static async Task MeasureAsync(
        PublishedServer server,
        Reader reader,
        Table table,
        CancellationToken stop
    )
    {
        var cold = await Download.OfAsync(server, reader, Path, stop);
        var warm = new List<Download>();
        for (var run = 0; run < Runs; run++)
        {
            warm.Add(await Download.OfAsync(server, reader, Path, stop));
        }
        var whole = Sample.Median(warm.Select(d => d.Whole));
        table.Add(
            Figure.AtMost(
                "export.xlsx, whole",
                0.7,
                whole,
                "s",
                $"median of {Runs}, {Sample.Median(warm.Select(d => d.Processor)):0.00} s cpu, "
                    + $"{warm[0].Bytes / 1024d / 1024:0.0} MB; the first after the start {cold.Whole:0.00} s"
            )
        );
        table.Add(
            Figure.AtMost(
                "export.xlsx, first byte",
                0.3,
                Sample.Median(warm.Select(d => d.First)),
                "s",
                $"of the file itself, the first after the start {cold.First:0.00} s"
            )
        );
    }
}
