using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>
/// Files on their way, whole or in parts. Nobody but their sender sees them, so they leave no history; what they become
/// is evidence, and that does.
/// </summary>
public sealed class UploadCommands
{
    /// <summary>Longer than any cut of the line, shorter than anybody's memory of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly Contexts _contexts;
    private readonly WriteQueue _queue;
    private readonly ProgrammeClock _clock;
    private readonly EvidenceFolder _folder;
    private readonly ReceivedFiles _received;

    internal UploadCommands(
        Contexts contexts,
        WriteQueue queue,
        ProgrammeClock clock,
        EvidenceFolder folder,
        ReceivedFiles received
    ) =>
        (_contexts, _queue, _clock, _folder, _received) = (
            contexts,
            queue,
            clock,
            folder,
            received
        );

    /// <summary>Announces a file that will come in parts.</summary>
    /// <param name="size">Bytes it will have.</param>
    /// <returns>Done with the id of the upload.</returns>
    public async Task<Outcome> BeginAsync(
        Actor actor,
        string code,
        string? fileName,
        long size,
        CancellationToken cancellation = default
    )
    {
        var name = FileNames.Clean(fileName);
        await using var context = _contexts.Open();
        if (await EvidenceIntake.RefusalAsync(context, actor, code, cancellation) is { } refused)
        {
            return refused;
        }
        var upload = New(actor, code, name, size);
        var fault =
            FileKinds.CheckAnnounced(name, size)
            ?? await RoomAsync(context, actor, size, cancellation)
            ?? _folder.Begin(upload.StoredAs, size);
        return fault is null
            ? await KeepAsync(context, upload, cancellation)
            : new Outcome.Invalid([fault]);
    }

    /// <summary>
    /// Takes a whole file in, as a plain form sends it, and looks at its content. What is wrong with it leaves nothing
    /// behind.
    /// </summary>
    /// <returns>Done with the id of the upload.</returns>
    public async Task<Outcome> ReceiveAsync(
        Actor actor,
        string code,
        string? fileName,
        Stream content,
        CancellationToken cancellation = default
    )
    {
        var name = FileNames.Clean(fileName);
        await using var context = _contexts.Open();
        if (await EvidenceIntake.RefusalAsync(context, actor, code, cancellation) is { } refused)
        {
            return refused;
        }
        if (FileKinds.Of(name) is null)
        {
            return new Outcome.Invalid([ContentFault.Of(ContentFault.Extension)]);
        }
        var stored = EvidenceFolder.NewName();
        var taken = await _folder.TakeInAsync(
            stored,
            content,
            EvidenceLimits.LargestFile,
            cancellation
        );
        var fault =
            taken.Fault
            ?? _received.CheckStored(name, stored)
            ?? await RoomAsync(context, actor, taken.Size, cancellation);
        if (fault is not null)
        {
            _folder.Discard(stored);
            return new Outcome.Invalid([fault]);
        }
        var upload = New(actor, code, name, taken.Size, stored);
        upload.Received = taken.Size;
        return await KeepAsync(context, upload, cancellation);
    }

    /// <summary>
    /// Adds a part. One that had come before is taken for come; one that is too far ahead, or comes while another is
    /// being written, is a conflict: the sender asks where to go on.
    /// </summary>
    /// <param name="offset">Bytes before this part.</param>
    public async Task<Outcome> AppendAsync(
        Actor actor,
        Guid id,
        long offset,
        Stream content,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var upload = await OwnAsync(context, actor, id, cancellation);
        if (upload is null)
        {
            return new Outcome.NotFound();
        }
        if (offset < upload.Received)
        {
            return new Outcome.Done(Spell(id));
        }
        if (offset > upload.Received)
        {
            return new Outcome.Conflict(0, []);
        }
        var most = Math.Min(upload.Size - offset, EvidenceLimits.LargestPart);
        var taken = await _folder.AppendAsync(upload.StoredAs, offset, content, most, cancellation);
        if (taken?.Fault is { } fault)
        {
            return new Outcome.Invalid([fault]);
        }
        if (taken is null)
        {
            return new Outcome.Conflict(0, []);
        }
        using var turn = await _queue.EnterAsync(cancellation);
        (upload.Received, upload.HeardAt) = (offset + taken.Size, _clock.Now);
        await context.SaveChangesAsync(cancellation);
        return new Outcome.Done(Spell(id));
    }

    /// <summary>The sender chose another file, or none.</summary>
    public async Task<Outcome> DiscardAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        if (await OwnAsync(context, actor, id, cancellation) is not { } upload)
        {
            return new Outcome.NotFound();
        }
        await ForgetAsync(context, [upload], cancellation);
        return new Outcome.Done(Spell(id));
    }

    /// <summary>
    /// Throws away uploads that nothing more came of, and files that no row names: what a fall of the machine between
    /// file and row left over. For the program itself.
    /// </summary>
    /// <returns>Done with the number of files thrown away.</returns>
    public async Task<Outcome> SweepAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Role != Role.Worker)
        {
            return new Outcome.Refused(Refusal.AdministratorOnly);
        }
        var over = _clock.Now - Patience;
        await using var context = _contexts.Open();
        var stale = await context.Uploads.Where(u => u.HeardAt < over).ToListAsync(cancellation);
        await ForgetAsync(context, stale, cancellation);
        var swept = stale.Count;
        foreach (var names in _folder.OlderThan(over).Chunk(500).Select(c => c.ToList()).ToList())
        {
            var known = await context
                .Evidence.Where(e => e.StoredAs != null && names.Contains(e.StoredAs))
                .Select(e => e.StoredAs!)
                .Concat(
                    context.Uploads.Where(u => names.Contains(u.StoredAs)).Select(u => u.StoredAs)
                )
                .ToListAsync(cancellation);
            foreach (var name in names.Except(known, StringComparer.Ordinal))
            {
                _folder.Discard(name);
                swept++;
            }
        }
        return new Outcome.Done(swept.ToString(CultureInfo.InvariantCulture));
    }

    private Upload New(Actor actor, string code, string name, long size, string? stored = null) =>
        new()
        {
            AccountId = actor.Id,
            RecommendationCode = code,
            FileName = name,
            Size = size,
            StoredAs = stored ?? EvidenceFolder.NewName(),
            StartedAt = _clock.Now,
            HeardAt = _clock.Now,
        };

    private Task<FieldFault?> RoomAsync(
        TrackerContext context,
        Actor actor,
        long size,
        CancellationToken cancellation
    ) => EvidenceIntake.RoomAsync(context, _folder.Limits, actor.Id, null, size, cancellation);

    /// <summary>The row, and room for it: the sender's oldest give way.</summary>
    private async Task<Outcome> KeepAsync(
        TrackerContext context,
        Upload upload,
        CancellationToken cancellation
    )
    {
        var others = await context
            .Uploads.Where(u => u.AccountId == upload.AccountId)
            .OrderByDescending(u => u.HeardAt)
            .ToListAsync(cancellation);
        await ForgetAsync(
            context,
            others.Skip(EvidenceLimits.UploadsOfPerson - 1).ToList(),
            cancellation
        );
        using var turn = await _queue.EnterAsync(cancellation);
        context.Add(upload);
        await context.SaveChangesAsync(cancellation);
        return new Outcome.Done(Spell(upload.Id));
    }

    private async Task ForgetAsync(
        TrackerContext context,
        IReadOnlyCollection<Upload> uploads,
        CancellationToken cancellation
    )
    {
        if (uploads.Count == 0)
        {
            return;
        }
        using (await _queue.EnterAsync(cancellation))
        {
            context.RemoveRange(uploads);
            await context.SaveChangesAsync(cancellation);
        }
        foreach (var upload in uploads)
        {
            _folder.Discard(upload.StoredAs);
        }
    }

    private static Task<Upload?> OwnAsync(
        TrackerContext context,
        Actor actor,
        Guid id,
        CancellationToken cancellation
    ) =>
        context.Uploads.SingleOrDefaultAsync(
            u => u.Id == id && u.AccountId == actor.Id,
            cancellation
        );

    private static string Spell(Guid id) => id.ToString("D");
}
