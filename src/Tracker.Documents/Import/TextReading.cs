using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Tracker.Core.Import;
using Tracker.Documents.Csv;

namespace Tracker.Documents.Import;

/// <summary>Reads a text file of records: its encoding and separator are found, and said.</summary>
internal sealed class TextReading(byte[] content, string name, CancellationToken late)
{
    private static readonly char[] Separators = [';', ',', '\t'];
    private const int Sample = 16_384;

    public SourceFile Read()
    {
        var (skipped, encoding, guessed) = Found();
        if (HoldsNoughts(encoding))
        {
            throw SourceReader.End(SourceFaultKind.DamagedText);
        }
        using var text = Text(skipped, encoding);
        var separator = SeparatorOf(skipped, encoding);
        var rows = new List<SourceRow>();
        var reader = new CsvReader(text, separator);
        var cells = 0;
        var isOwn = false;
        var fields = new List<string>();
        while (reader.TryRead(fields))
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
            new SourceForm(SourceKind.Text, NameOf(encoding), separator),
            [new SourceSheet("", false, rows)],
            notes
        );
    }

    /// <summary>In a file of our own the apostrophe that keeps a text from running was put on by us, and is taken off.</summary>
    private static SourceCell[] Cells(IReadOnlyList<string> fields, int line, bool isOwn)
    {
        var used = Used(fields);
        var cells = new SourceCell[used];
        for (var at = 0; at < used; at++)
        {
            if (fields[at].Length > SourceLimits.Characters)
            {
                throw End(SourceFaultKind.CellTooLong, line, at + 1, SourceLimits.Characters);
            }
            if (fields[at].Length > 0)
            {
                cells[at] = new SourceCell(
                    isOwn ? CsvText.Unprotect(fields[at]) : fields[at],
                    SourceCellKind.Text
                );
            }
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

    /// <returns>How many bytes only tell the encoding, which it is, and whether it had to be guessed.</returns>
    private (int Skipped, Encoding Encoding, bool Guessed) Found()
    {
        switch (content)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (3, Encoding.UTF8, false);
            case [0xFF, 0xFE, ..]:
                return (2, Encoding.Unicode, false);
            case [0xFE, 0xFF, ..]:
                return (2, Encoding.BigEndianUnicode, false);
        }
        if (LooksWide(odd: true))
        {
            return (0, Encoding.Unicode, true);
        }
        if (LooksWide(odd: false))
        {
            return (0, Encoding.BigEndianUnicode, true);
        }
        return Utf8.IsValid(content)
            ? (0, Encoding.UTF8, false)
            // What French spreadsheet programs save by themselves.
            : (0, CodePagesEncodingProvider.Instance.GetEncoding(1252)!, true);
    }

    /// <summary>Read as it is decoded: a text of the whole file would double what it takes.</summary>
    private StreamReader Text(int skipped, Encoding encoding) =>
        new(
            new MemoryStream(content, skipped, content.Length - skipped),
            encoding,
            detectEncodingFromByteOrderMarks: false,
            bufferSize: Sample
        );

    private static string NameOf(Encoding encoding) =>
        encoding switch
        {
            UTF8Encoding => "utf-8",
            UnicodeEncoding => "utf-16",
            _ => "windows-1252",
        };

    private bool HoldsNoughts(Encoding encoding) =>
        encoding is UnicodeEncoding
            ? MemoryMarshal.Cast<byte, char>(content).Contains('\0')
            : content.AsSpan().Contains((byte)0);

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
    private char SeparatorOf(int skipped, Encoding encoding)
    {
        var letters = new char[Sample];
        using var text = Text(skipped, encoding);
        var length = text.ReadBlock(letters);
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in letters.AsSpan(0, length))
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
