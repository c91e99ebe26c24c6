using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>A file that is on disk, whole and looked at, and that no row of evidence names yet.</summary>
internal sealed record ReceivedFile(
    string Name,
    long Size,
    string Sha256,
    string StoredAs,
    EvidenceLimits Limits
);

/// <summary>Looks at what has come before anything rests on it.</summary>
internal sealed class ReceivedFiles(EvidenceFolder folder, WriteQueue queue)
{
    /// <summary>Null where the stored bytes are what their name says.</summary>
    public FieldFault? CheckStored(string cleanedName, string stored)
    {
        using var content = folder.Open(stored);
        return content is null
            ? new FieldFault(ContentFault.Field, Fault.FileCut)
            : CheckContent(cleanedName, content);
    }

    /// <summary>The bytes of an upload as they lie on disk.</summary>
    public async Task<(ReceivedFile? File, FieldFault? Fault)> ReadAsync(
        Upload upload,
        CancellationToken cancellation
    )
    {
        await using var content = folder.Open(upload.StoredAs);
        if (content is null || upload.Received != upload.Size || content.Length != upload.Size)
        {
            return (null, new FieldFault(ContentFault.Field, Fault.FileCut));
        }
        var sha = await Bytes.HashAsync(content, cancellation);
        var (name, stored) = (upload.FileName, upload.StoredAs);
        return CheckContent(name, content) is { } fault
            ? (null, fault)
            : (new ReceivedFile(name, upload.Size, sha, stored, folder.Limits), null);
    }

    /// <summary>A file of the wrong kind never becomes evidence; one that is not whole may still.</summary>
    public async Task ThrowAwayAsync(
        TrackerContext context,
        Upload upload,
        FieldFault fault,
        CancellationToken cancellation
    )
    {
        if (fault.Fault != Fault.FileKind)
        {
            return;
        }
        using (await queue.EnterAsync(cancellation))
        {
            context.Remove(upload);
            await context.SaveChangesAsync(cancellation);
        }
        folder.Discard(upload.StoredAs);
    }

    public static Task<Upload?> OwnAsync(
        TrackerContext context,
        Actor actor,
        Guid id,
        string code,
        CancellationToken cancellation
    ) =>
        context.Uploads.SingleOrDefaultAsync(
            u => u.Id == id && u.AccountId == actor.Id && u.RecommendationCode == code,
            cancellation
        );

    private static FieldFault? CheckContent(string cleanedName, Stream content)
    {
        var kind = FileKinds.Of(cleanedName);
        var why = kind is null ? ContentFault.Extension : kind.Check(content);
        return why is null ? null : ContentFault.Of(why);
    }
}
