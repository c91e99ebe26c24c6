using System.IO.Compression;
using System.IO.Pipelines;
using Tracker.Core.Exports;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Puts a drawn book and its rows together on their way out.</summary>
internal static class BookWriter
{
    /// <param name="output">Flushed, and left for its owner to complete.</param>
    /// <param name="written">The sheets that were drawn, in the order in which their rows are read.</param>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader went away.</exception>
    /// <remarks>After a fault nothing more is written, so that the half book has no end.</remarks>
    public static async Task WriteAsync(
        PipeWriter output,
        BookTemplate book,
        IReadOnlyList<DataSheet> written,
        ExportCover cover,
        ExportLabels labels,
        ExportSheets sheets,
        CancellationToken cancellation
    )
    {
        await using var sink = new PipeSink(output);
        using (var archive = new ZipArchive(sink, ZipArchiveMode.Create, leaveOpen: true))
        {
            try
            {
                Copy(book.Before(cover.ListAddress), archive);
                WriteCover(book, archive, cover, labels);
                // Whoever waits sees the file begin while the first rows are still being found.
                await sink.FlushAsync(cancellation);
                var lastRows = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var sheet in written)
                {
                    var (part, frame) = book[sheet.Name];
                    await using var entry = archive.CreateEntry(part).Open();
                    lastRows[sheet.Name] = await sheet.WriteAsync(
                        frame,
                        entry,
                        sink,
                        cover,
                        labels,
                        sheets,
                        cancellation
                    );
                }
                Copy(book.After(lastRows), archive);
            }
            catch
            {
                sink.Abandon();
                throw;
            }
        }
        await sink.FlushAsync(cancellation);
    }

    private static void WriteCover(
        BookTemplate book,
        ZipArchive archive,
        ExportCover cover,
        ExportLabels labels
    )
    {
        using var buffer = new Utf8Buffer();
        CoverRows.Write(book.Cover, cover, labels, buffer);
        using var entry = archive.CreateEntry(book.CoverPart).Open();
        buffer.DrainTo(entry);
    }

    private static void Copy(IEnumerable<KeyValuePair<string, byte[]>> parts, ZipArchive archive)
    {
        foreach (var (name, bytes) in parts)
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(bytes);
        }
    }
}
