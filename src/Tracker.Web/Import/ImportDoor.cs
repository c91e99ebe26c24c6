using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Data.Import;
using Tracker.Documents.Import;

namespace Tracker.Web.Import;

/// <summary>
/// A kept file, read anew: its bytes within bounds, its columns as they were corrected, remembered or proposed, its rows
/// against what the tracker knows now.
/// </summary>
internal sealed class ImportDoor(ImportQueries queries)
{
    /// <summary>Null where the file is not the actor's, or no longer kept.</summary>
    public async Task<OpenImport?> OpenAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    ) =>
        await queries.PendingAsync(actor, id, cancellation) is { } pending
            ? await OpenAsync(actor, pending, cancellation)
            : null;

    public async Task<OpenImport?> OpenAsync(
        Actor actor,
        PendingFile pending,
        CancellationToken cancellation = default
    )
    {
        using var bytes = new MemoryStream(pending.Content);
        if (
            await SourceReader.ReadAsync(bytes, pending.FileName, cancellation)
            is not SourceReading.Read { File: var file }
        )
        {
            return null;
        }
        var proposed = ImportReading.Propose(file);
        var sheet =
            file.Sheets.FirstOrDefault(s => s.Name == pending.Sheet && pending.Sheet is not null)
            ?? proposed?.Sheet
            ?? file.Sheets[0];
        var mapping =
            pending.Mapping
            ?? await RememberedAsync(actor, sheet, proposed?.Mapping, cancellation)
            ?? proposed?.Mapping;
        if (mapping is not null && mapping.HeaderRow >= sheet.Rows.Count)
        {
            mapping = null;
        }
        var open = new OpenImport(pending, file, sheet, mapping);
        return mapping is null
            ? open
            : open with
            {
                Preview = open.Understood(await queries.ListsAsync(actor, cancellation)),
            };
    }

    /// <summary>What was corrected for a file of the same header goes before what is proposed.</summary>
    private async Task<ColumnMapping?> RememberedAsync(
        Actor actor,
        SourceSheet sheet,
        ColumnMapping? proposed,
        CancellationToken cancellation
    ) =>
        proposed is null ? null
        : await queries.RememberedAsync(
            actor,
            ColumnMapping.SourceOf(sheet.Rows[proposed.HeaderRow]),
            cancellation
        )
            is { } kept
        && kept.HeaderRow == proposed.HeaderRow
            ? kept
        : null;
}

/// <summary>A file between its sending and its confirmation.</summary>
/// <param name="Mapping">Null where no header is known and none was chosen.</param>
public sealed record OpenImport(
    PendingFile Pending,
    SourceFile File,
    SourceSheet Sheet,
    ColumnMapping? Mapping
)
{
    /// <summary>Null without a mapping.</summary>
    public ImportPreview? Preview { get; init; }

    /// <summary>The same file against other lists.</summary>
    public ImportPreview Understood(ImportLists lists) =>
        ImportReading.Read(File, Sheet, Mapping!, Pending.Answers, lists);
}
