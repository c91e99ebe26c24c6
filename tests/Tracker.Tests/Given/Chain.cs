using Microsoft.EntityFrameworkCore;
using Tracker.Data.History;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>Recomputes the history's chain and says where it breaks.</summary>
internal static class Chain
{
    /// <summary>Sequence numbers that do not fit; empty where the chain is whole.</summary>
    public static async Task<List<long>> BreaksAsync(this TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        var token = TestContext.Current.CancellationToken;
        var lines = await context
            .HistoryLines.AsNoTracking()
            .OrderBy(l => l.Sequence)
            .ToListAsync(token);
        var texts = await context
            .HistoryTexts.AsNoTracking()
            .ToDictionaryAsync(t => t.Sequence, token);
        var head = await context.HistoryHeads.AsNoTracking().SingleAsync(token);
        Assert.NotEmpty(lines);
        var broken = new List<long>();
        var (expected, previous) = (1L, new byte[32]);
        foreach (var line in lines)
        {
            var whole =
                line.Sequence == expected
                && line.PreviousHash.SequenceEqual(previous)
                && line.Hash.SequenceEqual(HistoryChain.HashOf(line))
                && texts.TryGetValue(line.Sequence, out var text)
                && Same(line.BeforeHash, HistoryChain.HashOf(text.Before, text.Salt))
                && Same(line.AfterHash, HistoryChain.HashOf(text.After, text.Salt));
            if (!whole)
            {
                broken.Add(line.Sequence);
            }
            (expected, previous) = (line.Sequence + 1, line.Hash);
        }
        if (head.Sequence != lines[^1].Sequence || !head.Hash.SequenceEqual(lines[^1].Hash))
        {
            broken.Add(head.Sequence);
        }
        return broken;
    }

    private static bool Same(byte[]? one, byte[]? other) =>
        one is null ? other is null : other is not null && one.SequenceEqual(other);
}
