using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Json;

/// <summary>
/// Writes recommendations as JSON: what was asked and when, the dictionary of the columns in both languages, and the rows
/// under the names of the workbook's flat sheet. Memory does not grow with the number of rows.
/// </summary>
public static class RecommendationJson
{
    /// <summary>What a web response calls the file.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Writes to a stream, which stays open and is only ever written to asynchronously.</summary>
    public static Task WriteAsync(
        Stream output,
        ExportCover cover,
        IAsyncEnumerable<ExportRow> rows,
        WordOf words,
        CancellationToken cancellation = default
    ) => PipeSink.OverAsync(output, pipe => WriteAsync(pipe, cover, rows, words, cancellation));

    /// <summary>Writes to a pipe, such as the body of a web response.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader went away.</exception>
    public static async Task WriteAsync(
        PipeWriter output,
        ExportCover cover,
        IAsyncEnumerable<ExportRow> rows,
        WordOf words,
        CancellationToken cancellation = default
    )
    {
        var labels = new ExportLabels(words);
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        Head(json, cover);
        json.WriteStartArray("recommendations");
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            json.WriteStartObject();
            foreach (var column in RecommendationColumns.All)
            {
                Write(json, column, row, cover, labels);
            }
            json.WriteEndObject();
            if (json.BytesPending + output.UnflushedBytes > Utf8Buffer.Full)
            {
                await json.FlushAsync(cancellation);
                await output.FlushAsync(cancellation);
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await output.FlushAsync(cancellation);
    }

    private static void Head(Utf8JsonWriter json, ExportCover cover)
    {
        json.WriteString("as_of", Day(cover.ReferenceDate));
        json.WriteString("list", cover.ListAddress.AbsoluteUri);
        json.WriteStartArray("filters");
        foreach (var filter in cover.Filters)
        {
            json.WriteStringValue(filter);
        }
        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in RecommendationColumns.All)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteString("fr", ExportWords.Of("column." + column.Name, Language.Fr));
            json.WriteString("en", ExportWords.Of("column." + column.Name, Language.En));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(
        Utf8JsonWriter json,
        ExportColumn<ExportRow> column,
        ExportRow row,
        ExportCover cover,
        ExportLabels labels
    )
    {
        switch (column)
        {
            case TextColumn<ExportRow> text:
                json.WriteString(text.Name, Sound(text.Read(row, labels)));
                break;
            case NumberColumn<ExportRow> number when number.Read(row) is { } value:
                json.WriteNumber(number.Name, value);
                break;
            case DayColumn<ExportRow> day when day.Read(row) is { } value:
                json.WriteString(day.Name, Day(value));
                break;
            case InstantColumn<ExportRow> instant:
                json.WriteString(
                    instant.Name,
                    instant
                        .Read(row)
                        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                );
                break;
            case FlagColumn<ExportRow> flag:
                json.WriteBoolean(flag.Name, flag.Read(row));
                break;
            case LinkColumn<ExportRow> link:
                json.WriteString(link.Name, RecordLink.Of(cover, link.Code(row)));
                break;
            default:
                json.WriteNull(column.Name);
                break;
        }
    }

    /// <summary>A lone half of a sign, which no UTF-8 can hold, is replaced as in the other files.</summary>
    private static string? Sound(string? text)
    {
        if (text is null)
        {
            return null;
        }
        for (var at = 0; at < text.Length; at++)
        {
            if (
                char.IsSurrogate(text[at])
                && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            )
            {
                return string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
            }
            at += char.IsHighSurrogate(text[at]) ? 1 : 0;
        }
        return text;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
