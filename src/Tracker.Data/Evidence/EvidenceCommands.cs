using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>What shows that something was done: attached, replaced, shared, taken back; nothing is ever deleted.</summary>
public sealed class EvidenceCommands
{
    private readonly Store _store;
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly EvidenceFolder _folder;
    private readonly ReceivedFiles _received;

    internal EvidenceCommands(
        Store store,
        Contexts contexts,
        ProgrammeClock clock,
        EvidenceFolder folder,
        ReceivedFiles received
    ) =>
        (_store, _contexts, _clock, _folder, _received) = (
            store,
            contexts,
            clock,
            folder,
            received
        );

    /// <summary>Attaches a page of the web.</summary>
    /// <param name="replaces">The version in whose place it stands; both stay readable.</param>
    /// <param name="commandId">The id the form was given: posted again it takes effect once.</param>
    public Task<Outcome> AttachLinkAsync(
        Actor actor,
        string code,
        EvidenceEntry entry,
        Guid? replaces,
        Guid? commandId,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            CommandStamp.Of(commandId, nameof(AttachLinkAsync), code, replaces, Spell(entry)),
            Deed.AttachEvidence,
            (write, item, token) =>
                EvidenceWriting.AttachAsync(write, item, entry, replaces, null, token),
            cancellation
        );

    /// <summary>Attaches a file that comes with the call, streamed to disk. Nothing stays of one that does not end well.</summary>
    /// <param name="fileName">As it came; data only.</param>
    public async Task<Outcome> AttachFileAsync(
        Actor actor,
        string code,
        EvidenceEntry entry,
        string? fileName,
        Stream content,
        Guid? replaces,
        Guid? commandId,
        CancellationToken cancellation = default
    )
    {
        var name = FileNames.Clean(fileName);
        if (await BeforeAsync(actor, code, entry, name, cancellation) is { } end)
        {
            return end;
        }
        var stored = EvidenceFolder.NewName();
        var taken = await _folder.TakeInAsync(
            stored,
            content,
            EvidenceLimits.LargestFile,
            cancellation
        );
        if ((taken.Fault ?? _received.CheckStored(name, stored)) is { } fault)
        {
            _folder.Discard(stored);
            return new Outcome.Invalid([fault]);
        }
        _folder.Keep(stored);
        var file = new ReceivedFile(name, taken.Size, taken.Sha256, stored, _folder.Limits);
        var isNamed = false;
        var outcome = await ChangeAsync(
            actor,
            code,
            CommandStamp.Of(
                commandId,
                nameof(AttachFileAsync),
                code,
                replaces,
                Spell(entry),
                name,
                taken.Sha256
            ),
            Deed.AttachEvidence,
            async (write, item, token) =>
            {
                var done = await EvidenceWriting.AttachAsync(
                    write,
                    item,
                    entry,
                    replaces,
                    file,
                    token
                );
                isNamed = done is Outcome.Done;
                return done;
            },
            cancellation
        );
        if (!isNamed)
        {
            // Refused, or answered as the first time: the row of that time names another file.
            _folder.Discard(stored);
        }
        return outcome;
    }

    /// <summary>Attaches a file that has come before, whole or in parts. What is wrong with its content throws it away.</summary>
    public async Task<Outcome> AttachUploadAsync(
        Actor actor,
        string code,
        Guid uploadId,
        EvidenceEntry entry,
        Guid? replaces,
        Guid? commandId,
        CancellationToken cancellation = default
    )
    {
        ReceivedFile? file = null;
        await using (var context = _contexts.Open())
        {
            var upload = await ReceivedFiles.OwnAsync(context, actor, uploadId, code, cancellation);
            if (upload is not null)
            {
                var faults = entry.Check(_clock.Today, hasFile: true);
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                (file, var fault) = await _received.ReadAsync(upload, cancellation);
                if (fault is not null)
                {
                    await _received.ThrowAwayAsync(context, upload, fault, cancellation);
                    return new Outcome.Invalid([fault]);
                }
                _folder.Keep(upload.StoredAs);
            }
        }
        return await ChangeAsync(
            actor,
            code,
            CommandStamp.Of(
                commandId,
                nameof(AttachUploadAsync),
                code,
                uploadId,
                replaces,
                Spell(entry)
            ),
            Deed.AttachEvidence,
            async (write, item, token) =>
            {
                var upload = await ReceivedFiles.OwnAsync(
                    write.Context,
                    write.Actor,
                    uploadId,
                    code,
                    token
                );
                if (upload is null || file is null)
                {
                    return Outcome.At(ContentFault.Field, Fault.FileCut);
                }
                var end = await EvidenceWriting.AttachAsync(
                    write,
                    item,
                    entry,
                    replaces,
                    file,
                    token
                );
                if (end is Outcome.Done)
                {
                    write.Context.Remove(upload);
                }
                return end;
            },
            cancellation
        );
    }

    /// <summary>Takes a piece back, with all its versions: by the organisation that attached it, or by the coordination.</summary>
    /// <param name="reason">Needed; shown to the coordination and the lead.</param>
    public Task<Outcome> WithdrawAsync(
        Actor actor,
        string code,
        Guid id,
        string? reason,
        Guid? commandId = null,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            CommandStamp.Of(commandId, nameof(WithdrawAsync), code, id, reason),
            deed: null,
            (write, item, token) => EvidenceWriting.WithdrawAsync(write, item, id, reason, token),
            cancellation
        );

    /// <summary>
    /// Opens the present version of a piece to donors, or closes all its versions again: by the lead and the
    /// coordination.
    /// </summary>
    public Task<Outcome> ShareAsync(
        Actor actor,
        string code,
        Guid id,
        EvidenceVisibility to,
        Guid? commandId = null,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            CommandStamp.Of(commandId, nameof(ShareAsync), code, id, to),
            deed: null,
            (write, item, token) => EvidenceWriting.ShareAsync(write, item, id, to, token),
            cancellation
        );

    /// <param name="deed">Null where it depends on whether the recommendation is still open.</param>
    private Task<Outcome> ChangeAsync(
        Actor actor,
        string code,
        CommandStamp? command,
        Deed? deed,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    ) =>
        _store.ChangeRecommendationOnceAsync(
            actor,
            Deed.AttachEvidence,
            command,
            code,
            (write, item) => deed ?? EvidenceRules.DeedOf(write.Actor, item.Facts),
            change,
            cancellation
        );

    /// <summary>What can be said before the bytes come.</summary>
    private async Task<Outcome?> BeforeAsync(
        Actor actor,
        string code,
        EvidenceEntry entry,
        string name,
        CancellationToken cancellation
    )
    {
        await using var context = _contexts.Open();
        if (await EvidenceIntake.RefusalAsync(context, actor, code, cancellation) is { } refused)
        {
            return refused;
        }
        var faults = entry.Check(_clock.Today, hasFile: true).ToList();
        if (FileKinds.Of(name) is null)
        {
            faults.Add(ContentFault.Of(ContentFault.Extension));
        }
        return faults.Count > 0 ? new Outcome.Invalid(faults) : null;
    }

    private static string Spell(EvidenceEntry entry) => JsonSerializer.Serialize(entry);
}
