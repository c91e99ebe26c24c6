using System.IO.Compression;
using System.IO.Pipelines;
using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>
/// Writes recommendations as a workbook: cover, flat sheet, dictionary of the columns. The book is drawn once with its
/// header, and the rows are streamed into the sheet, so that memory does not grow with their number. The first book of
/// a process takes a second longer, for the drawing library to load.
/// </summary>
public static class RecommendationWorkbook
{
    /// <summary>What a web response calls the file.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes to a stream, which stays open, need not seek and is only ever written to asynchronously.</summary>
    /// <inheritdoc cref="WriteAsync(PipeWriter, ExportCover, IAsyncEnumerable{ExportRow}, WordOf, CancellationToken)"/>
    public static Task WriteAsync(
        Stream output,
        ExportCover cover,
        IAsyncEnumerable<ExportRow> rows,
        WordOf words,
        CancellationToken cancellation = default
    ) => PipeSink.OverAsync(output, pipe => WriteAsync(pipe, cover, rows, words, cancellation));

    /// <summary>Writes to a pipe, such as the body of a web response.</summary>
    /// <param name="output">Flushed, and left for its owner to complete.</param>
    /// <param name="cover">What the first sheet says.</param>
    /// <param name="rows">Read once, as fast as the reader of the file takes them.</param>
    /// <param name="words">The word for a coded value.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet holds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader went away.</exception>
    /// <remarks>
    /// Whatever <paramref name="rows"/> throws comes through, and the file is left without its end: the caller must
    /// break the connection (or delete the file), so that nobody takes half a book for a whole one.
    /// </remarks>
    public static async Task WriteAsync(
        PipeWriter output,
        ExportCover cover,
        IAsyncEnumerable<ExportRow> rows,
        WordOf words,
        CancellationToken cancellation = default
    )
    {
        var labels = new ExportLabels(words);
        var drawing = BookDrawing.Draw(cover, labels);
        var book = new BookTemplate(drawing, SheetNames.List, SheetNames.ListTable);
        await using var sink = new PipeSink(output);
        using (var archive = new ZipArchive(sink, ZipArchiveMode.Create, leaveOpen: true))
        {
            try
            {
                Copy(book.Before(), archive);
                var lastRow = await WriteRowsAsync(
                    book,
                    archive,
                    sink,
                    cover,
                    rows,
                    labels,
                    cancellation
                );
                Copy(book.After(lastRow), archive);
            }
            catch
            {
                sink.Abandon();
                throw;
            }
        }
        await sink.FlushAsync(cancellation);
    }

    private static async Task<int> WriteRowsAsync(
        BookTemplate book,
        ZipArchive archive,
        PipeSink sink,
        ExportCover cover,
        IAsyncEnumerable<ExportRow> source,
        ExportLabels labels,
        CancellationToken cancellation
    )
    {
        using var buffer = new Utf8Buffer();
        var rows = new SheetRows(buffer, book.Sheet.Columns, cover, labels);
        await using var part = archive.CreateEntry(book.SheetPart).Open();
        buffer.Add(book.Sheet.Head);
        await foreach (var row in source.WithCancellation(cancellation))
        {
            rows.Add(row);
            if (buffer.IsFull)
            {
                buffer.DrainTo(part);
                await sink.FlushIfFullAsync(cancellation);
            }
        }
        rows.AddBlankIfNone();
        buffer.Add(book.Sheet.Tail);
        buffer.DrainTo(part);
        return rows.LastRow;
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
