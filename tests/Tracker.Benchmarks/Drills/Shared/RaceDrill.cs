using Microsoft.Extensions.DependencyInjection;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;

namespace Tracker.Benchmarks.Drills;

/// <summary>
/// Two people open the same version of one recommendation and save at once: now the same field, now different ones.
/// Of those who meant the same field exactly one is done, and the other is told what both began from; nobody's edit is
/// lost, and none goes over another in silence.
/// </summary>
internal sealed class RaceDrill(IServiceProvider services, Actor coordinator, Actor lead, int seed)
{
    public const string Code = "KAY-2020-05";

    private readonly Random random = new(seed);
    private readonly RaceEdits edits = new(services, coordinator, lead, seed);

    public RaceCounts Counts { get; } = new();

    public async Task RunAsync(int runs, CancellationToken stop)
    {
        for (var run = 0; run < runs; run++)
        {
            stop.ThrowIfCancellationRequested();
            var (first, second) = Pair(run);
            var moves = RaceEdits.Status == first || RaceEdits.Status == second;
            await edits.TidyAsync(await ReadAsync(stop), putOff: moves, stop);
            var before = await ReadAsync(stop);
            var one = edits.Make(first, before);
            var other = edits.Make(second, before, one);
            await RaceAsync(before, one, other, stop);
        }
    }

    /// <summary>Half of the pairs mean the same field.</summary>
    private (string First, string Second) Pair(int run)
    {
        if (run % 2 == 0)
        {
            var same = RaceEdits.Fields[random.Next(RaceEdits.Fields.Count)];
            return (same, same);
        }
        // A review date comes with a move of the status: the two are one form.
        List<string> others =
        [
            .. RaceEdits.Fields.Where(f => f != RaceEdits.Review),
            RaceEdits.Text,
        ];
        var first = others[random.Next(others.Count)];
        others.Remove(first);
        return (first, others[random.Next(others.Count)]);
    }

    private async Task RaceAsync(
        RecommendationRecord before,
        Edit one,
        Edit other,
        CancellationToken stop
    )
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ends = Task.WhenAll(SaveAsync(one), SaveAsync(other));
        start.SetResult();
        var (first, second) = (await ends) is [var a, var b] ? (a, b) : default;
        var after = await ReadAsync(stop);
        Counts.Races++;
        if (one.Field == other.Field)
        {
            Counts.SameField++;
            JudgeSame(before, after, (one, first), (other, second));
        }
        else
        {
            Counts.DifferentFields++;
            JudgeDifferent(after, (one, first), (other, second));
        }

        async Task<Outcome> SaveAsync(Edit edit)
        {
            await start.Task;
            return await Task.Run(edit.SaveAsync, stop);
        }
    }

    private void JudgeSame(
        RecommendationRecord before,
        RecommendationRecord after,
        (Edit Edit, Outcome End) one,
        (Edit Edit, Outcome End) other
    )
    {
        var what = $"{one.Edit} {one.End} / {other.Edit} {other.End}";
        var (winner, loser) = one.End is Outcome.Done ? (one, other) : (other, one);
        if (winner.End is Outcome.Done && loser.End is Outcome.Done)
        {
            Counts.SilentMerges++;
            Counts.Wrong.Add($"both done: {what}");
            return;
        }
        if (
            winner.End is not Outcome.Done
            || RaceEdits.Stored(after, winner.Edit) != winner.Edit.Value
        )
        {
            Counts.LostEdits++;
            Counts.Wrong.Add($"lost: {what}, stored {RaceEdits.Stored(after, winner.Edit)}");
            return;
        }
        var field = loser.End is Outcome.Conflict conflict
            ? conflict.Fields.FirstOrDefault(f => f.Field == loser.Edit.Field)
            : null;
        // A list has no one value it began from: its first change is what the history tells.
        var tellsBase =
            field is not null
            && (
                loser.Edit.Field == RaceEdits.Supporting
                || (field.Base ?? "") == (RaceEdits.Stored(before, loser.Edit) ?? "")
            );
        if (field?.Yours != loser.Edit.Value || field?.Current != winner.Edit.Value || !tellsBase)
        {
            Counts.Wrong.Add($"not told base, mine and theirs: {what}");
        }
        else
        {
            Counts.Conflicts++;
        }
    }

    private void JudgeDifferent(
        RecommendationRecord after,
        (Edit Edit, Outcome End) one,
        (Edit Edit, Outcome End) other
    )
    {
        foreach (var (edit, end) in new[] { one, other })
        {
            if (end is not Outcome.Done)
            {
                Counts.Wrong.Add(
                    $"refused beside another field: {edit} {end}, {one.Edit} / {other.Edit}"
                );
            }
            else if (RaceEdits.Stored(after, edit) != edit.Value)
            {
                Counts.LostEdits++;
                Counts.Wrong.Add($"lost beside another field: {edit}");
            }
            else
            {
                Counts.Merged++;
            }
        }
    }

    private async Task<RecommendationRecord> ReadAsync(CancellationToken stop) =>
        (await services.GetRequiredService<RecordQueries>().FindAsync(Actor.Worker, Code, stop))!;
}

/// <summary>What came of the races.</summary>
internal sealed class RaceCounts
{
    public int Races { get; set; }
    public int SameField { get; set; }
    public int DifferentFields { get; set; }

    /// <summary>Told base, mine and theirs.</summary>
    public int Conflicts { get; set; }

    /// <summary>Done beside another field.</summary>
    public int Merged { get; set; }
    public int LostEdits { get; set; }
    public int SilentMerges { get; set; }
    public List<string> Wrong { get; } = [];

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Races} races: {SameField} on the same field ({Conflicts} told base, mine and theirs), {DifferentFields} on different ones ({Merged} of {2 * DifferentFields} saves merged); {LostEdits} lost edits, {SilentMerges} silent merges."
        );
}
