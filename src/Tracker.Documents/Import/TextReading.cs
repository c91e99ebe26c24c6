using System.Text;
using Tracker.Core.Import;
using Tracker.Documents.Csv;

namespace Tracker.Documents.Import;

/// <summary>Reads a text file of records: its encoding and separator are found, and said.</summary>
internal sealed class TextReading(byte[] content, string name, CancellationToken late)
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly char[] Separators = [';', ',', '\t'];
    private const int Sample = 16_384;

    public SourceFile Read()
    {
        var (text, encoding, guessed) = Decode();
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw SourceReader.End(SourceFaultKind.DamagedText);
        }
        var separator = SeparatorOf(text);
        var rows = new List<SourceRow>();
        var reader = new CsvReader(new StringReader(text), separator);
        var cells = 0;
        var isOwn = false;
        while (reader.TryRead(out var fields))
        {
            late.ThrowIfCancellationRequested();
            if (rows.Count >= SourceLimits.Rows + 200)
            {
                throw End(SourceFaultKind.TooManyRows, reader.Line, null, SourceLimits.Rows);
            }
            if (fields.Count > SourceLimits.Columns && Used(fields) > SourceLimits.Columns)
            {
                throw End(
                    SourceFaultKind.TooManyColumns,
                    reader.Line,
                    SourceLimits.Columns + 1,
                    SourceLimits.Columns
                );
            }
            cells += fields.Count;
            if (cells > SourceLimits.Cells)
            {
                throw End(SourceFaultKind.TooManyCells, reader.Line, null, SourceLimits.Cells);
            }
            isOwn |=
                rows.Count == 0
                && (fields is ["code", "workshop_code", ..] || CorrectionCsv.IsHeader(fields));
            rows.Add(new SourceRow(reader.Line, Cells(fields, reader.Line, isOwn)));
        }
        while (rows.Count > 0 && rows[^1].Cells.Count == 0)
        {
            rows.RemoveAt(rows.Count - 1);
        }
        List<SourceNote> notes = guessed
            ? [new SourceNote(SourceNoteKind.EncodingGuessed, null, null, null, 1)]
            : [];
        return new SourceFile(
            name,
            new SourceForm(SourceKind.Text, encoding, separator),
            [new SourceSheet("", false, rows)],
            notes
        );
    }

    /// <summary>In a file of our own the apostrophe that keeps a text from running was put on by us, and is taken off.</summary>
    private static List<SourceCell> Cells(IReadOnlyList<string> fields, int line, bool isOwn)
    {
        var used = Used(fields);
        var cells = new List<SourceCell>(used);
        for (var at = 0; at < used; at++)
        {
            if (fields[at].Length > SourceLimits.Characters)
            {
                throw End(SourceFaultKind.CellTooLong, line, at + 1, SourceLimits.Characters);
            }
            cells.Add(
                fields[at].Length == 0
                    ? default
                    : new SourceCell(
                        isOwn ? CsvText.Unprotect(fields[at]) : fields[at],
                        SourceCellKind.Text
                    )
            );
        }
        return cells;
    }

    private static int Used(IReadOnlyList<string> fields)
    {
        var used = fields.Count;
        while (used > 0 && fields[used - 1].Length == 0)
        {
            used--;
        }
        return used;
    }

    private (string Text, string Encoding, bool Guessed) Decode()
    {
        switch (content)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (Encoding.UTF8.GetString(content, 3, content.Length - 3), "utf-8", false);
            case [0xFF, 0xFE, ..]:
                return (
                    Encoding.Unicode.GetString(content, 2, content.Length - 2),
                    "utf-16",
                    false
                );
            case [0xFE, 0xFF, ..]:
                return (
                    Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
                    "utf-16",
                    false
                );
        }
        if (LooksWide(odd: true))
        {
            return (Encoding.Unicode.GetString(content), "utf-16", true);
        }
        if (LooksWide(odd: false))
        {
            return (Encoding.BigEndianUnicode.GetString(content), "utf-16", true);
        }
        try
        {
            return (Strict.GetString(content), "utf-8", false);
        }
        catch (DecoderFallbackException)
        {
            // What French spreadsheet programs save by themselves.
            var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            return (windows.GetString(content), "windows-1252", true);
        }
    }

    /// <summary>Latin letters in two bytes each have a nought in every second place.</summary>
    private bool LooksWide(bool odd)
    {
        var length = Math.Min(content.Length, Sample) & ~1;
        var noughts = 0;
        for (var at = odd ? 1 : 0; at < length; at += 2)
        {
            noughts += content[at] == 0 ? 1 : 0;
        }
        return length >= 4 && noughts * 10 > length / 2 * 8;
    }

    /// <summary>The one that stands most often in the first line, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Sample)))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\n' or '\r' && counts.Sum() > 0)
            {
                break;
            }
            else if (!quoted && Array.IndexOf(Separators, letter) is >= 0 and var at)
            {
                counts[at]++;
            }
        }
        var most = Array.IndexOf(counts, counts.Max());
        return counts[most] == 0 ? ',' : Separators[most];
    }

    private static SourceException End(SourceFaultKind kind, int row, int? column, int limit) =>
        new(
            new SourceFault(
                kind,
                null,
                row,
                column,
                limit.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
}
