using System.Globalization;
using System.Text;
using Tracker.Documents.Csv;

namespace Tracker.Documents.Seed;

/// <summary>The files of the pack, from wherever <paramref name="open"/> finds them.</summary>
internal sealed class PackFiles(Func<string, TextReader?> open)
{
    /// <summary>The files that ship inside this assembly.</summary>
    public static PackFiles Embedded { get; } =
        new(file =>
            typeof(PackFiles).Assembly.GetManifestResourceStream(file) is { } stream
                ? new StreamReader(stream, Encoding.UTF8)
                : null
        );

    /// <summary>All records of a file.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it is no proper table.</exception>
    public IReadOnlyList<PackRecord> Read(string file)
    {
        using var text =
            open(file) ?? throw new InvalidDataException($"Domain pack, {file}: no such file.");
        var reader = new CsvReader(text);
        try
        {
            return ReadAll(file, reader);
        }
        catch (CsvFormatException broken)
        {
            throw Fault(file, broken.Record - 1, broken.Fault.ToString(), broken);
        }
    }

    /// <summary>A file in which <paramref name="key"/> names each record once.</summary>
    public IReadOnlyList<PackRecord> ReadKeyed(string file, string key)
    {
        var records = Read(file);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            if (!seen.Add(record.Required(key)))
            {
                throw record.Fault(key, $"repeats '{record.Required(key)}'");
            }
        }
        return records;
    }

    private static List<PackRecord> ReadAll(string file, CsvReader reader)
    {
        if (!reader.TryRead(out var header))
        {
            throw Fault(file, 0, "the header is missing");
        }
        if (header.Distinct(StringComparer.Ordinal).Count() < header.Count)
        {
            throw Fault(file, 0, "the header repeats a column");
        }
        var records = new List<PackRecord>();
        while (reader.TryRead(out var fields))
        {
            records.Add(
                new PackRecord(file, reader.Record - 1, Pair(file, reader, header, fields))
            );
        }
        return records;
    }

    private static Dictionary<string, string> Pair(
        string file,
        CsvReader reader,
        IReadOnlyList<string> header,
        IReadOnlyList<string> fields
    )
    {
        if (fields.Count != header.Count)
        {
            var column = header[Math.Min(fields.Count, header.Count - 1)];
            var what = string.Create(
                CultureInfo.InvariantCulture,
                $"column {column}: {fields.Count} fields where the header has {header.Count}"
            );
            throw Fault(file, reader.Record - 1, what);
        }
        return header.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
    }

    private static InvalidDataException Fault(
        string file,
        int record,
        string what,
        Exception? cause = null
    ) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Domain pack, {file}, record {record}, {what}."
            ),
            cause
        );
}
