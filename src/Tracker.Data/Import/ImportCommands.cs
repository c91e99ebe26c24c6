using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Data.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>
/// Keeps a file until it is confirmed, then writes what it says in one transaction or not at all. A whole file can be
/// taken back for thirty days.
/// </summary>
public sealed class ImportCommands
{
    private readonly Store _store;
    private readonly Contexts _contexts;
    private readonly WriteQueue _queue;
    private readonly ProgrammeClock _clock;

    internal ImportCommands(
        Store store,
        Contexts contexts,
        WriteQueue queue,
        ProgrammeClock clock
    ) => (_store, _contexts, _queue, _clock) = (store, contexts, queue, clock);

    /// <summary>Keeps a file that could be read, for its sender alone. Done carries its id.</summary>
    public Task<Outcome> KeepAsync(
        Actor actor,
        string fileName,
        byte[] content,
        CancellationToken cancellation = default
    ) =>
        AsideAsync(
            actor,
            async context =>
            {
                var over = _clock.Now - PendingFile.Patience;
                context.RemoveRange(
                    await context.PendingImports.Where(p => p.At < over).ToListAsync(cancellation)
                );
                var pending = new PendingImport
                {
                    OwnerId = actor.Id,
                    FileName = Short(fileName),
                    Content = content,
                    At = _clock.Now,
                };
                context.Add(pending);
                return new Outcome.Done(pending.Id.ToString("D"));
            },
            cancellation
        );

    /// <summary>Keeps how the columns are to be read and what was answered, in the place of what was kept before.</summary>
    public Task<Outcome> AnswerAsync(
        Actor actor,
        Guid id,
        string? sheet,
        ColumnMapping? mapping,
        ImportAnswers answers,
        CancellationToken cancellation = default
    ) =>
        AsideAsync(
            actor,
            async context =>
            {
                if (await OwnAsync(context, actor, id, cancellation) is not { } pending)
                {
                    return new Outcome.NotFound();
                }
                pending.Mapping = mapping is null ? null : new KeptMapping(sheet, mapping).Write();
                pending.Answers = JsonSerializer.Serialize(answers);
                return new Outcome.Done(id.ToString("D"));
            },
            cancellation
        );

    /// <summary>Throws a file away that was not applied.</summary>
    public Task<Outcome> ForgetAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    ) =>
        AsideAsync(
            actor,
            async context =>
            {
                if (await OwnAsync(context, actor, id, cancellation) is not { } pending)
                {
                    return new Outcome.NotFound();
                }
                context.Remove(pending);
                return new Outcome.Done(id.ToString("D"));
            },
            cancellation
        );

    /// <summary>
    /// Writes what was confirmed. The file is understood once more on fresh rows: where that differs from what the
    /// person saw, it ends as a conflict and nothing is written. Done carries the id of the batch.
    /// </summary>
    /// <param name="confirmed">What the person saw.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="readAgain">Understands the same file against fresh lists.</param>
    public Task<Outcome> ApplyAsync(
        Actor actor,
        ImportPreview confirmed,
        byte[] content,
        Func<ImportLists, ImportPreview> readAgain,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.ImportFile,
            async (write, token) =>
            {
                if (AccessRules.ToEnter(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                var lists = await ImportListsReading.ReadAsync(write.Context, write.Actor, token);
                var preview = readAgain(lists);
                if (preview.Digest() != confirmed.Digest())
                {
                    return new Outcome.Conflict(0, []);
                }
                if (!preview.Writes)
                {
                    return Outcome.At("Rows", Fault.NothingChosen);
                }
                var batch = new ImportBatch
                {
                    FileName = Short(preview.File.Name),
                    FileHash = SHA256.HashData(content),
                    ImporterId = write.Actor.Id,
                    At = write.Now,
                };
                write.Context.Add(batch);
                return await new ImportWriting(write, batch).WriteAsync(preview, token)
                    ?? new Outcome.Done(batch.Id.ToString("D"));
            },
            cancellation
        );

    /// <summary>
    /// Takes a whole file back, within thirty days and only while nobody has changed or added to its rows since. What it
    /// created is gone, what it changed is as before; the history has both.
    /// </summary>
    public Task<Outcome> UndoAsync(
        Actor actor,
        Guid batch,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.UndoImport,
            async (write, token) =>
                AccessRules.ToEnter(write.Actor) is { } refusal
                    ? new Outcome.Refused(refusal)
                    : await ImportUndoing.UndoAsync(write, batch, token),
            cancellation
        );

    private static Task<PendingImport?> OwnAsync(
        TrackerContext context,
        Actor actor,
        Guid id,
        CancellationToken cancellation
    ) =>
        context.PendingImports.SingleOrDefaultAsync(
            p => p.Id == id && p.OwnerId == actor.Id,
            cancellation
        );

    /// <summary>No deed of the programme: it changes nothing that anybody else sees, so it leaves no history.</summary>
    private async Task<Outcome> AsideAsync(
        Actor actor,
        Func<TrackerContext, Task<Outcome>> work,
        CancellationToken cancellation
    )
    {
        if (!actor.IsNamed)
        {
            return new Outcome.Refused(Refusal.SignInFirst);
        }
        using var turn = await _queue.EnterAsync(cancellation);
        await using var context = _contexts.Open();
        // Roles as they are now: one that was taken away keeps nothing any more.
        if (await FreshRights.OfAsync(context, actor, cancellation) is not { } present)
        {
            return new Outcome.Refused(Refusal.SignInFirst);
        }
        if (AccessRules.ToEnter(present) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }
        var outcome = await work(context);
        if (outcome is Outcome.Done)
        {
            await context.SaveChangesAsync(cancellation);
        }
        return outcome;
    }

    private static string Short(string fileName) =>
        fileName.Length > ImportBatch.LongestFileName
            ? fileName[^ImportBatch.LongestFileName..]
            : fileName;
}
