using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>
/// Writes recommendations as a workbook: cover, flat sheet, summary, long sheets, dictionary. The book is drawn
/// with its headers, and the rows are streamed into the sheets, so that memory does not grow with their number. The first book of
/// a process in a language takes a second longer, for the drawing library to load.
/// </summary>
public static class RecommendationWorkbook
{
    /// <summary>What a web response calls the file.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes to a stream, which stays open, need not seek and is only ever written to asynchronously.</summary>
    /// <inheritdoc cref="WriteAsync(PipeWriter, ExportCover, ExportSheets, WordOf, CancellationToken)"/>
    public static Task WriteAsync(
        Stream output,
        ExportCover cover,
        ExportSheets sheets,
        WordOf words,
        CancellationToken cancellation = default
    ) => PipeSink.OverAsync(output, pipe => WriteAsync(pipe, cover, sheets, words, cancellation));

    /// <summary>Writes to a pipe, such as the body of a web response.</summary>
    /// <param name="output">Flushed, and left for its owner to complete.</param>
    /// <param name="cover">What the first sheet says.</param>
    /// <param name="sheets">Each read once, as fast as the reader of the file takes them.</param>
    /// <param name="words">The word for a coded value.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet holds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader went away.</exception>
    /// <remarks>
    /// Whatever <paramref name="sheets"/> throw comes through, and the file is left without its end: the caller must
    /// break the connection (or delete the file), so that nobody takes half a book for a whole one.
    /// </remarks>
    public static async Task WriteAsync(
        PipeWriter output,
        ExportCover cover,
        ExportSheets sheets,
        WordOf words,
        CancellationToken cancellation = default
    )
    {
        var labels = new ExportLabels(words);
        var count = new SummaryCount();
        await BookWriter.WriteAsync(
            output,
            BookTemplates.Of(cover.Language, labels),
            [DataSheets.List, DataSheets.Summary(count), .. DataSheets.Long],
            cover,
            labels,
            sheets with
            {
                Recommendations = Counted(sheets, count, cancellation),
            },
            cancellation
        );
    }

    private static async IAsyncEnumerable<ExportRow> Counted(
        ExportSheets sheets,
        SummaryCount count,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var row in sheets.Recommendations.WithCancellation(cancellation))
        {
            count.Add(row);
            yield return row;
        }
    }
}
