using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Tracker.Documents.Csv;

/// <summary>
/// Reads RFC 4180 text one record at a time, forward only: quoted fields, doubled quotes, line breaks inside quotes.
/// Records may end in CR LF, LF or CR. An empty line is a record of one empty field; what that means is the caller's to say.
/// </summary>
/// <param name="text">Where the characters come from; stays the caller's to close.</param>
/// <param name="separator">A comma, or the semicolon of French spreadsheet programs.</param>
public sealed class CsvReader(TextReader text, char separator = ',')
{
    /// <summary>A stranger's file must not fill the memory with one unclosed quote or with commas alone.</summary>
    public const int LongestField = 1_000_000;
    public const int MostFields = 1_000;

    private const int End = -1;

    private readonly char[] chunk = new char[4096];
    private readonly StringBuilder field = new();
    private int position;
    private int filled;
    private int breaks;

    /// <summary>Number of the record last read; the first is 1.</summary>
    public int Record { get; private set; }

    /// <summary>The line on which the record last read begins; the first is 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="CsvFormatException">The quotes do not pair up, or a limit is passed.</exception>
    public bool TryRead([NotNullWhen(true)] out IReadOnlyList<string>? fields)
    {
        fields = null;
        if (Look() == End)
        {
            return false;
        }
        Record++;
        Line = breaks + 1;
        var found = new List<string>();
        var more = true;
        while (more)
        {
            if (found.Count == MostFields)
            {
                throw Broken(CsvFault.TooManyFields);
            }
            more = ReadField();
            found.Add(field.ToString());
        }
        fields = found;
        return true;
    }

    /// <returns>True when another field of the same record follows.</returns>
    private bool ReadField()
    {
        field.Clear();
        var quoted = Look() == '"';
        if (quoted)
        {
            ReadQuoted();
        }
        while (true)
        {
            var next = Take();
            if (next == separator)
            {
                return true;
            }
            switch (next)
            {
                case End:
                    return false;
                case '\r' or '\n':
                    EndLine(next);
                    return false;
                case '"' when !quoted:
                    throw Broken(CsvFault.QuoteInsideField);
                default:
                    Append(quoted ? throw Broken(CsvFault.TextAfterQuote) : (char)next);
                    break;
            }
        }
    }

    private void ReadQuoted()
    {
        Take();
        while (true)
        {
            var next = Take();
            if (next == End)
            {
                throw Broken(CsvFault.UnclosedQuote);
            }
            if (next == '"' && Look() != '"')
            {
                return;
            }
            if (next == '"')
            {
                Take();
            }
            if (next == '\n' || (next == '\r' && Look() != '\n'))
            {
                breaks++;
            }
            Append((char)next);
        }
    }

    private void EndLine(int first)
    {
        breaks++;
        if (first == '\r' && Look() == '\n')
        {
            Take();
        }
    }

    private void Append(char next)
    {
        if (field.Length == LongestField)
        {
            throw Broken(CsvFault.FieldTooLong);
        }
        field.Append(next);
    }

    private int Look()
    {
        if (position == filled)
        {
            filled = text.Read(chunk);
            position = 0;
        }
        return filled == 0 ? End : chunk[position];
    }

    private int Take()
    {
        var next = Look();
        if (next != End)
        {
            position++;
        }
        return next;
    }

    private CsvFormatException Broken(CsvFault fault) => new(fault, Record, Line);
}
