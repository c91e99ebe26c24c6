using System.Buffers;
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

    /// <summary>Short fields repeat from record to record: each text is kept once, as long as they are few.</summary>
    private const int LongestShared = 40;
    private const int MostShared = 4_096;

    private readonly SearchValues<char> stops = SearchValues.Create([separator, '"', '\r', '\n']);
    private readonly char[] chunk = new char[4096];
    private readonly StringBuilder field = new();
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private int position;
    private int filled;
    private int breaks;
    private int usual;

    /// <summary>Number of the record last read; the first is 1.</summary>
    public int Record { get; private set; }

    /// <summary>The line on which the record last read begins; the first is 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="CsvFormatException">The quotes do not pair up, or a limit is passed.</exception>
    public bool TryRead([NotNullWhen(true)] out IReadOnlyList<string>? fields)
    {
        var found = new List<string>(usual);
        fields = TryRead(found) ? found : null;
        usual = found.Count;
        return fields is not null;
    }

    /// <summary>The same into a list of the caller's, which is cleared first: for who keeps none of the records.</summary>
    /// <inheritdoc cref="TryRead(out IReadOnlyList{string})"/>
    public bool TryRead(List<string> found)
    {
        found.Clear();
        if (Look() == End)
        {
            return false;
        }
        Record++;
        Line = breaks + 1;
        var more = true;
        while (more)
        {
            if (found.Count == MostFields)
            {
                throw Broken(CsvFault.TooManyFields);
            }
            (more, var read) = Look() == '"' ? ReadQuotedField() : ReadPlainField();
            found.Add(read);
        }
        return true;
    }

    /// <summary>Up to the next sign that means something, in one piece where the chunk holds it.</summary>
    /// <returns>Whether another field of the same record follows, and the text.</returns>
    private (bool More, string Text) ReadPlainField()
    {
        field.Clear();
        while (Look() != End)
        {
            var rest = chunk.AsSpan(position, filled - position);
            var stop = rest.IndexOfAny(stops);
            var run = stop < 0 ? rest : rest[..stop];
            if (field.Length + run.Length > LongestField)
            {
                throw Broken(CsvFault.FieldTooLong);
            }
            position += run.Length;
            if (stop < 0)
            {
                field.Append(run);
                continue;
            }
            var read = field.Length == 0 ? Shared(run) : field.Append(run).ToString();
            return (Ends(), read);
        }
        return (false, field.ToString());
    }

    private (bool More, string Text) ReadQuotedField()
    {
        field.Clear();
        ReadQuoted();
        var read = field.ToString();
        if (Look() == End)
        {
            return (false, read);
        }
        return chunk[position] == separator || chunk[position] is '\r' or '\n'
            ? (Ends(), read)
            : throw Broken(CsvFault.TextAfterQuote);
    }

    /// <summary>Takes the sign that ends a field; true where it is the separator.</summary>
    private bool Ends()
    {
        var next = Take();
        if (next == separator)
        {
            return true;
        }
        if (next == '"')
        {
            throw Broken(CsvFault.QuoteInsideField);
        }
        EndLine(next);
        return false;
    }

    private string Shared(ReadOnlySpan<char> run)
    {
        if (run.Length is 0 or > LongestShared)
        {
            return run.ToString();
        }
        var known = shared.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(run, out var kept))
        {
            return kept;
        }
        kept = run.ToString();
        if (shared.Count < MostShared)
        {
            shared.Add(kept);
        }
        return kept;
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
