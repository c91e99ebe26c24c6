using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>What people do with evidence.</summary>
internal static class Showing
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static EvidenceEntry Entry(
        string title = "Décret signé",
        EvidenceVisibility visibility = EvidenceVisibility.Internal
    ) =>
        new()
        {
            Kind = EvidenceKind.Decree,
            Title = title,
            Visibility = visibility,
        };

    public static Task<Outcome> AttachLinkAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        EvidenceEntry? entry = null,
        Guid? replaces = null,
        Guid? commandId = null
    ) =>
        tracker
            .Of<EvidenceCommands>()
            .AttachLinkAsync(
                actor,
                code,
                (entry ?? Entry()) with
                {
                    Link = "https://journal.example/decret",
                },
                replaces,
                commandId,
                Cancellation
            );

    public static Task<Outcome> AttachFileAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        string name,
        Stream content,
        EvidenceEntry? entry = null,
        Guid? replaces = null,
        Guid? commandId = null
    ) =>
        tracker
            .Of<EvidenceCommands>()
            .AttachFileAsync(
                actor,
                code,
                entry ?? Entry(),
                name,
                content,
                replaces,
                commandId,
                Cancellation
            );

    public static Task<Outcome> AttachFileAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        string name,
        byte[] content,
        EvidenceEntry? entry = null,
        Guid? replaces = null,
        Guid? commandId = null
    ) =>
        tracker.AttachFileAsync(
            actor,
            code,
            name,
            new MemoryStream(content, writable: false),
            entry,
            replaces,
            commandId
        );

    public static Task<IReadOnlyList<EvidencePiece>> PiecesAsync(
        this TestTracker tracker,
        Actor actor,
        string code
    ) => tracker.Of<EvidenceQueries>().OfRecommendationAsync(actor, code, Cancellation);

    /// <summary>The only piece there is, as the program itself sees it.</summary>
    public static async Task<EvidencePiece> PieceAsync(this TestTracker tracker, string code) =>
        Assert.Single(await tracker.PiecesAsync(Actor.Worker, code));

    /// <summary>The bytes; null where the actor gets none.</summary>
    public static async Task<byte[]?> ReadAsync(this TestTracker tracker, Actor actor, Guid id)
    {
        var file = await tracker.Of<EvidenceQueries>().OpenAsync(actor, id, Cancellation);
        if (file?.Content is not { } content)
        {
            return null;
        }
        await using (content)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, Cancellation);
            return bytes.ToArray();
        }
    }

    /// <summary>Files on disk, on their way or kept, by their path below the folder.</summary>
    public static IReadOnlyList<string> OnDisk(this TestTracker tracker) =>
        [
            .. tracker
                .Files.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(tracker.Files.FullName, f.FullName))
                .Order(StringComparer.Ordinal),
        ];

    public static async Task<int> UploadCountAsync(this TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        return await context.Uploads.CountAsync(Cancellation);
    }
}
