using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Takes back one's own last deed on a recommendation: owner, due date or status. Within ten minutes, and only while
/// nobody has changed the row since; rows and periods are then as if it had never been, and the history has both.
/// </summary>
public sealed class UndoCommands
{
    private readonly Store _store;

    internal UndoCommands(Store store) => _store = store;

    /// <summary>One deed on one recommendation. What cannot be taken back is refused with the reason.</summary>
    public Task<Outcome> UndoAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    ) => _store.ChangeRecommendationAsync(actor, Deed.Undo, code, RestoreAsync, cancellation);

    /// <summary>The rows of one deed on many, each by itself.</summary>
    public Task<SeveralOutcome> UndoSeveralAsync(
        Actor actor,
        IReadOnlyCollection<string> codes,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeSeveralAsync(
            actor,
            Deed.Undo,
            codes,
            (write, item, token) => RestoreAsync(write, item, token),
            cancellation
        );

    private static async Task<Outcome> RestoreAsync(
        Write write,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var step = await write
            .Context.UndoSteps.Where(s =>
                s.RecommendationId == item.Id && s.ActorId == write.Actor.Id
            )
            .OrderByDescending(s => s.Version)
            .FirstOrDefaultAsync(cancellation);
        if (step is null || step.At < write.Now - UndoStep.Patience)
        {
            return new Outcome.Refused(Refusal.NothingToUndo);
        }
        if (step.Version != item.Version)
        {
            return new Outcome.Refused(Refusal.ChangedSince);
        }
        await UndoSnapshot.Read(step.Before).RestoreAsync(write, item, cancellation);
        item.ChangedAt = write.Now;
        write.Context.Remove(step);
        return new Outcome.Done(item.Code);
    }
}
