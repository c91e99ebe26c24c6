using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Data.History;
using Tracker.Data.Lists;
using Tracker.Data.Live;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;

namespace Tracker.Data.Storage;

/// <summary>
/// The only way to write. Opens the transaction, locks the end of the history chain, lets a command do its work on
/// fresh rows, and saves change, history, periods and search words together or not at all.
/// </summary>
internal sealed class Store(
    Contexts contexts,
    ProgrammeClock clock,
    WriteQueue queue,
    ListMemory lists,
    IManyRows manyRows,
    ChangeBus changes
)
{
    /// <param name="work">
    /// Loads, checks and changes; anything but <see cref="Outcome.Done"/> leaves the database as it was. May run again
    /// when the connection to the database was lost, so it keeps no state outside the context.
    /// </param>
    /// <exception cref="InvalidOperationException">The actor has no name: nothing is written by nobody.</exception>
    public async Task<Outcome> WriteAsync(
        Actor actor,
        Deed deed,
        Func<Write, CancellationToken, Task<Outcome>> work,
        CancellationToken cancellation
    ) => await WriteAsync(actor, deed, isTold: false, null, work, cancellation);

    /// <summary>The same, once: a command that took effect under this id is answered as it was, and does nothing more.</summary>
    /// <param name="command">The id that the form was given, and what was sent; null for a form without one.</param>
    public Task<Outcome> WriteOnceAsync(
        Actor actor,
        Deed deed,
        CommandStamp? command,
        Func<Write, CancellationToken, Task<Outcome>> work,
        CancellationToken cancellation
    ) => WriteAsync(actor, deed, isTold: false, command, work, cancellation);

    /// <summary>
    /// The marked way in for many rows at once: the work adds them whole, with the periods, search words and history of
    /// their story, and nothing is looked for that it does not add. Turn, transaction, lock, rights and chain are those
    /// of any write. New rows only.
    /// </summary>
    public Task<Outcome> LoadAsync(
        Actor actor,
        Deed deed,
        Func<Write, CancellationToken, Task<Outcome>> work,
        CancellationToken cancellation
    ) => WriteAsync(actor, deed, isTold: true, null, work, cancellation);

    private async Task<Outcome> WriteAsync(
        Actor actor,
        Deed deed,
        bool isTold,
        CommandStamp? command,
        Func<Write, CancellationToken, Task<Outcome>> work,
        CancellationToken cancellation
    )
    {
        if (!actor.IsNamed)
        {
            throw new InvalidOperationException("A write needs a named actor.");
        }
        using var turn = await queue.EnterAsync(cancellation);
        await using var context = contexts.Open();
        if (isTold)
        {
            await manyRows.PrepareAsync(context, cancellation);
        }
        return await context
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                new Attempt { Command = command },
                (_, attempt, token) =>
                    InTransactionAsync(context, actor, deed, isTold, work, attempt, token),
                (_, attempt, token) => LandedAsync(attempt, token),
                cancellation
            );
    }

    /// <summary>
    /// A connection may be lost while the server commits. Then the history says whether it did: a deed that landed is
    /// not done a second time.
    /// </summary>
    private async Task<ExecutionResult<Outcome>> LandedAsync(
        Attempt attempt,
        CancellationToken cancellation
    )
    {
        if (attempt.End is not { } end)
        {
            return new ExecutionResult<Outcome>(false, null!);
        }
        await using var context = contexts.Open();
        var landed = await context.HistoryLines.AnyAsync(
            l => l.ActId == attempt.ActId,
            cancellation
        );
        if (landed && attempt.TouchesLists)
        {
            lists.Forget();
        }
        return new ExecutionResult<Outcome>(landed, end);
    }

    private async Task<Outcome> InTransactionAsync(
        TrackerContext context,
        Actor actor,
        Deed deed,
        bool isTold,
        Func<Write, CancellationToken, Task<Outcome>> work,
        Attempt attempt,
        CancellationToken cancellation
    )
    {
        attempt.End = null;
        context.ChangeTracker.Clear();
        context.ChangeTracker.AutoDetectChangesEnabled = !isTold;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var head = await LockHeadAsync(context, cancellation);
        if (await FreshRights.OfAsync(context, actor, cancellation) is not { } present)
        {
            return new Outcome.Refused(Refusal.SignInFirst);
        }
        if (
            attempt.Command is { } command
            && await command.AnsweredAsync(context, present, cancellation) is { } answered
        )
        {
            return answered;
        }
        var write = new Write(context, present, deed, clock, head) { IsTold = isTold };
        context.CurrentWrite = write;
        try
        {
            var outcome = await work(write, cancellation);
            if (outcome is not Outcome.Done)
            {
                return outcome;
            }
            if (isTold)
            {
                // Moved on while saving, when nobody looks for changes.
                context.Entry(head).State = EntityState.Modified;
            }
            else
            {
                await KeepInStepAsync(write, cancellation);
            }
            if (outcome is Outcome.Done done && attempt.Command is { } once)
            {
                await once.KeepAsync(write, done.Code, cancellation);
            }
            await ThemeOrders.KeepAsync(write, cancellation);
            await PersonNames.KeepAsync(write, cancellation);
            var touchesLists = ListMemory.IsTouchedBy(context.ChangeTracker);
            attempt.Touched = isTold ? [] : TouchedBy(context);
            await (
                isTold
                    ? manyRows.SaveAsync(context, cancellation)
                    : context.SaveChangesAsync(cancellation)
            );
            (attempt.ActId, attempt.TouchesLists) = (write.ActId, touchesLists);
            attempt.End = outcome;
            await transaction.CommitAsync(cancellation);
            if (touchesLists)
            {
                lists.Forget();
            }
            changes.Tell(new Change(head.Sequence, present.Id, attempt.Touched));
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody wrote past this process between our read and our save: the caller reads again and shows it.
            return new Outcome.Conflict(0, []);
        }
        finally
        {
            context.CurrentWrite = null;
        }
    }

    /// <summary>
    /// Takes the write lock on both databases before anything is read, so that a command decides on rows nobody else
    /// can change under it. The one bulk statement of the project: it changes no value.
    /// </summary>
    private static async Task<HistoryHead> LockHeadAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
#pragma warning disable RS0030 // the marked place
        await context.HistoryHeads.ExecuteUpdateAsync(
            head => head.SetProperty(h => h.Sequence, h => h.Sequence),
            cancellation
        );
#pragma warning restore RS0030
        return await context.HistoryHeads.SingleAsync(cancellation);
    }

    /// <summary>
    /// What follows from a change, whatever command made it. Asking the context what it holds lets it look through all of
    /// it each time: here it looks when there may be something new, and again before it saves.
    /// </summary>
    private static async Task KeepInStepAsync(Write write, CancellationToken cancellation)
    {
        var tracker = write.Context.ChangeTracker;
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        Unchanged.LetGo(write);
        await Periods.KeepAsync(write, cancellation);
        tracker.DetectChanges();
        await UndoSteps.KeepAsync(write, cancellation);
        await SearchDocuments.KeepAsync(write, cancellation);
        tracker.AutoDetectChangesEnabled = true;
    }

    /// <summary>Codes of what is about to change, for open pages that show it.</summary>
    private static HashSet<string> TouchedBy(TrackerContext context) =>
        [
            .. context
                .ChangeTracker.Entries<IRecorded>()
                .Where(e => e.State is not EntityState.Unchanged)
                .Select(e => e.Entity.HistorySubject),
        ];

    /// <summary>What is known of a write whose commit was asked for.</summary>
    private sealed class Attempt
    {
        public CommandStamp? Command { get; init; }
        public Guid ActId { get; set; }
        public bool TouchesLists { get; set; }
        public IReadOnlyCollection<string> Touched { get; set; } = [];
        public Outcome? End { get; set; }
    }
}

/// <summary>
/// Writers of this process take turns in memory instead of colliding in the embedded database, which has one writer.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
