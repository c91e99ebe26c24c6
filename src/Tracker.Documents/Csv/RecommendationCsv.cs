using System.IO.Pipelines;
using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Csv;

/// <summary>
/// Writes recommendations as CSV: the columns of the workbook's flat sheet, UTF-8 with byte-order mark, comma, CR LF,
/// ISO dates, and texts that no spreadsheet program runs. Memory does not grow with the number of rows.
/// </summary>
public static class RecommendationCsv
{
    /// <summary>What a web response calls the file.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Writes to a stream, which stays open and is only ever written to asynchronously.</summary>
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
    /// <param name="cover">Only the address of the records is used.</param>
    /// <param name="rows">Read once, as fast as the reader of the file takes them.</param>
    /// <param name="words">The word for a coded value.</param>
    /// <param name="cancellation">Ends the writing; the file is then cut off.</param>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader went away.</exception>
    public static async Task WriteAsync(
        PipeWriter output,
        ExportCover cover,
        IAsyncEnumerable<ExportRow> rows,
        WordOf words,
        CancellationToken cancellation = default
    )
    {
        await using var sink = new PipeSink(output);
        using var buffer = new Utf8Buffer();
        var lines = new CsvLines(buffer, cover, new ExportLabels(words));
        lines.AddHeader();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            lines.Add(row);
            if (buffer.IsFull)
            {
                buffer.DrainTo(sink);
                await sink.FlushIfFullAsync(cancellation);
            }
        }
        buffer.DrainTo(sink);
        await sink.FlushAsync(cancellation);
    }
}
