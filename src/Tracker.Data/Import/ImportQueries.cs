using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>Files on their way in, and those that came.</summary>
public sealed class ImportQueries
{
    private const int MostBatches = 50;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal ImportQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>What a file is understood against, as far as the actor sees it. Nothing for who may not import.</summary>
    public async Task<ImportLists> ListsAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (AccessRules.ToEnter(actor) is not null)
        {
            return new ImportLists
            {
                Themes = [],
                Organisations = [],
                Places = [],
                FrameworkEntries = [],
                Workshops = [],
                Recommendations = [],
            };
        }
        await using var context = _contexts.Open();
        return await ImportListsReading.ReadAsync(context, actor, cancellation);
    }

    /// <summary>The actor's own file between its sending and its confirmation; null once a day has passed.</summary>
    public async Task<PendingFile?> PendingAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var since = _clock.Now - PendingFile.Patience;
        var kept = await context
            .PendingImports.AsNoTracking()
            .SingleOrDefaultAsync(
                p => p.Id == id && p.OwnerId == actor.Id && p.At >= since,
                cancellation
            );
        if (kept is null || AccessRules.ToEnter(actor) is not null)
        {
            return null;
        }
        var mapping = KeptMapping.Read(kept.Mapping);
        return new PendingFile(
            kept.Id,
            kept.FileName,
            kept.Content,
            mapping?.Sheet,
            mapping?.Mapping,
            kept.Answers is null
                ? ImportAnswers.None
                : JsonSerializer.Deserialize<ImportAnswers>(kept.Answers)!
        );
    }

    /// <summary>How the columns of such a file were mapped when one was last applied.</summary>
    /// <param name="source">Of <see cref="ColumnMapping.SourceOf"/>.</param>
    public async Task<ColumnMapping?> RememberedAsync(
        Actor actor,
        string source,
        CancellationToken cancellation = default
    )
    {
        if (AccessRules.ToEnter(actor) is not null)
        {
            return null;
        }
        var key = KeyOf(source);
        await using var context = _contexts.Open();
        var kept = await context
            .RememberedMappings.AsNoTracking()
            .SingleOrDefaultAsync(m => m.SourceKey == key, cancellation);
        return KeptMapping.Read(kept?.Mapping)?.Mapping;
    }

    /// <summary>The last fifty files that were applied, the newest first.</summary>
    public async Task<IReadOnlyList<ImportBatchLine>> BatchesAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        if (AccessRules.ToEnter(actor) is not null)
        {
            return [];
        }
        await using var context = _contexts.Open();
        var batches = await context
            .ImportBatches.AsNoTracking()
            .OrderByDescending(b => b.At)
            .Take(MostBatches)
            .Select(b => new
            {
                b.Id,
                b.FileName,
                b.At,
                b.ImporterId,
                b.UndoneAt,
                Created = b.Rows.Count(r =>
                    r.Action == ImportAction.Create || r.Action == ImportAction.CreateWithWarning
                ),
                Updated = b.Rows.Count(r => r.Action == ImportAction.Update),
                HeldBack = b.Rows.Count(r => r.Action == ImportAction.HeldBack),
            })
            .ToListAsync(cancellation);
        var importers = batches.Select(b => b.ImporterId).Distinct().ToList();
        var people = await context
            .PersonNames.Where(p => importers.Contains(p.PersonId))
            .ToDictionaryAsync(p => p.PersonId, p => p.Name, cancellation);
        return
        [
            .. batches.Select(b => new ImportBatchLine(
                b.Id,
                b.FileName,
                b.At,
                people.GetValueOrDefault(b.ImporterId) ?? "",
                b.Created,
                b.Updated,
                b.HeldBack,
                b.UndoneAt is not null,
                b.UndoneAt is null && b.At >= _clock.Now - ImportBatchLine.Patience
            )),
        ];
    }

    internal static string KeyOf(string source) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
}

/// <summary>A file that was read and is not applied yet. Its owner's alone.</summary>
/// <param name="Sheet">The sheet that was chosen; null while the proposed one stands.</param>
/// <param name="Mapping">As corrected; null while the proposed one stands.</param>
public sealed record PendingFile(
    Guid Id,
    string FileName,
    byte[] Content,
    string? Sheet,
    ColumnMapping? Mapping,
    ImportAnswers Answers
)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);
}

/// <summary>A file that was applied.</summary>
/// <param name="At">UTC.</param>
/// <param name="MayBeUndone">Within its thirty days; whether somebody changed the rows since is asked when it is tried.</param>
public sealed record ImportBatchLine(
    Guid Id,
    string FileName,
    DateTime At,
    string By,
    int Created,
    int Updated,
    int HeldBack,
    bool IsUndone,
    bool MayBeUndone
)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);
}

/// <summary>A corrected mapping as it is kept.</summary>
internal sealed record KeptMapping(string? Sheet, ColumnMapping? Mapping)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static KeptMapping? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<KeptMapping>(json);
}
