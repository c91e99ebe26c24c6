using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>How far the history has come: whatever was read while it stays is still true.</summary>
internal static class EndOfHistory
{
    private static readonly Compiled<Func<TrackerContext, CancellationToken, Task<long>>> Question =
        new(() =>
            EF.CompileAsyncQuery(
                (TrackerContext context, CancellationToken _) =>
                    context.HistoryHeads.Select(h => h.Sequence).SingleOrDefault()
            )
        );

    /// <summary>The number of the last entry; nought where nothing was ever written.</summary>
    public static Task<long> EndOfHistoryAsync(
        this TrackerContext context,
        CancellationToken cancellation
    ) => Question.For(context)(context, cancellation);
}
