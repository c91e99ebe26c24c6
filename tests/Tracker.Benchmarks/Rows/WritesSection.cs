using System.Diagnostics;
using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;

namespace Tracker.Benchmarks.Rows;

/// <summary>One change of status with its history, and four people at it at once.</summary>
internal sealed class WritesSection : Section
{
    private const int Recommendations = 10_000;
    private const int Warming = 300;
    private const int Alone = 200;
    private const int Writers = 4;
    private const int PerWriter = 150;

    public override string Name => "writes";

    public override string Shows =>
        $"status changes with update, history, period and search words, at {Recommendations} recommendations; "
        + "each saved with synchronous=FULL";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromMinutes(1);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var tracker = await OpenTracker.OverAsync(
            await bench.CopyDataAsync(Recommendations)
        );
        var coordinator = await tracker.CoordinatorAsync();
        var moves = await MovesAsync(tracker, coordinator, stop);
        await ChangeAsync(tracker, coordinator, moves[..Warming]);
        moves = moves[Warming..];

        var processor = new List<double>();
        foreach (var move in moves[..Alone])
        {
            var before = Environment.CpuUsage.TotalTime;
            await ChangeAsync(tracker, coordinator, [move]);
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        table.Add(
            Figure.AtMost(
                "one status change, processor time",
                8,
                Sample.Median(processor),
                "ms",
                $"median of {Alone}; mean {Figure.Number(processor.Average())} ms"
            )
        );
        await TogetherAsync(tracker, coordinator, moves[Alone..], table);
    }

    private static async Task TogetherAsync(
        OpenTracker tracker,
        Actor coordinator,
        Move[] moves,
        Table table
    )
    {
        var before = await InProgressAsync(tracker);
        var used = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            moves
                .Take(Writers * PerWriter)
                .Chunk(PerWriter)
                .Select(share => Task.Run(() => ChangeAsync(tracker, coordinator, share)))
        );
        var took = clock.Elapsed.TotalSeconds;
        var each =
            (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / (Writers * PerWriter);
        table.Add(
            Figure.AtLeast(
                $"{Writers} writers",
                280,
                Writers * PerWriter / took,
                "changes/s",
                $"{Writers * PerWriter} changes in {Figure.Number(took)} s, {Figure.Number(each)} ms of processor time each"
            )
        );
        var found = await InProgressAsync(tracker) - before;
        table.Add(
            Figure.Must(
                "changes found afterwards",
                (Writers * PerWriter).ToString(CultureInfo.InvariantCulture),
                found.ToString(CultureInfo.InvariantCulture),
                found == Writers * PerWriter,
                "counted in the list: none lost"
            )
        );
    }

    private static async Task<int> InProgressAsync(OpenTracker tracker)
    {
        var everything = RecommendationFilter.Everything;
        var tally = await tracker.Of<RecommendationQueries>().TallyAsync(Actor.Worker, everything);
        return tally.Counts(everything).ByStatus[ImplementationStatus.InProgress];
    }

    /// <summary>Recommendations that the coordinator may begin in the name of their lead.</summary>
    private static async Task<Move[]> MovesAsync(
        OpenTracker tracker,
        Actor coordinator,
        CancellationToken stop
    )
    {
        const int Needed = Warming + Alone + (Writers * PerWriter);
        var moves = new List<Move>();
        for (var page = 1; moves.Count < Needed; page++)
        {
            var rows = await tracker.RowsAsync($"status=not_started&size=100&page={page}");
            foreach (
                var row in rows.Where(r =>
                    r.Lead is not null && r.Acceptance != Acceptance.NotAccepted
                )
            )
            {
                var record = await tracker
                    .Of<RecordQueries>()
                    .FindAsync(coordinator, row.Code, stop);
                moves.Add(new Move(row.Code, record!.Version));
            }
        }
        return [.. moves];
    }

    private static async Task ChangeAsync(OpenTracker tracker, Actor coordinator, Move[] moves)
    {
        foreach (var move in moves)
        {
            var outcome = await tracker
                .Of<StatusCommands>()
                .ChangeAsync(
                    coordinator,
                    move.Code,
                    move.Version,
                    new StatusChange
                    {
                        To = ImplementationStatus.InProgress,
                        UpdateText = "La première réunion s’est tenue.",
                        Percent = 10,
                    },
                    Language.Fr
                );
            if (outcome is not Outcome.Done)
            {
                throw new InvalidOperationException($"{move.Code} ended as {outcome}.");
            }
        }
    }

    private sealed record Move(string Code, long Version);
}
