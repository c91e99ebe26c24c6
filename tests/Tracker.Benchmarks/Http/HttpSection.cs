using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Http;

/// <summary>What one reader and eight of them cost the server, over HTTP and without a browser.</summary>
internal sealed class HttpSection : Section
{
    public const int Rows = 10_000;

    public override string Name => "http";

    public override string Shows =>
        $"pages, downloads, memory and start over HTTP at {Rows:N0} recommendations";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(3);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await StartFigures.MeasureAsync(bench, table, stop);
        await using var server = await bench.StartServerAsync(Rows);
        using var reader = await Reader.SignInAsync(server, "coordinator", stop);
        await reader.ReadAsync("/recommendations", stop);
        var fresh = ProcessReading.Of(server).Resident;
        table.Add(
            Figure.AtMost(
                "memory, fresh",
                130,
                fresh.Megabytes,
                "MB",
                $"resident, after one sign-in and one list page: {fresh.Split}"
            )
        );
        await PageFigures.MeasureAsync(server, reader, table, stop);
        await LoadFigures.MeasureAsync(server, reader, table, stop);
        await ExportFigures.MeasureAsync(server, reader, table, stop);
    }
}
