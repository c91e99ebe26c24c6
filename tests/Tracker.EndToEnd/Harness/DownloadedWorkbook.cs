using System.Globalization;
using ClosedXML.Excel;

namespace Tracker.EndToEnd.Harness;

/// <summary>A workbook as a recipient opens it.</summary>
public sealed class DownloadedWorkbook : IDisposable
{
    private const string FlatSheet = "Recommandations";

    private readonly MemoryStream bytes;
    private readonly XLWorkbook book;

    private DownloadedWorkbook(byte[] content)
    {
        bytes = new MemoryStream(content, writable: false);
        book = new XLWorkbook(bytes);
    }

    public IReadOnlyList<string> SheetNames => [.. book.Worksheets.Select(s => s.Name)];

    public static DownloadedWorkbook Open(DownloadedFile file) => Open(file.Path);

    public static DownloadedWorkbook Open(string path) => new(File.ReadAllBytes(path));

    /// <summary>A table of nothing has one blank row.</summary>
    public bool HasRows(string sheet) => book.Worksheet(sheet).RangeUsed()?.RowCount() > 1;

    /// <summary>The sheet with one line a recommendation, each cell under the name of its column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> ReadRecommendations() =>
        Read(FlatSheet);

    /// <summary>Dates come as 2026-03-31, numbers with a point, whatever the reader's language; blanks as "".</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string sheet)
    {
        var used =
            book.Worksheet(sheet).RangeUsed()
            ?? throw new InvalidDataException($"The sheet {sheet} is empty.");
        var columns = used.FirstRow().Cells().Select(c => c.GetString()).ToList();
        return
        [
            .. used.Rows()
                .Skip(1)
                .Where(row => !row.IsEmpty())
                .Select(row =>
                    columns
                        .Select((column, i) => (column, text: Text(row.Cell(i + 1))))
                        .ToDictionary(c => c.column, c => c.text, StringComparer.Ordinal)
                ),
        ];
    }

    /// <summary>What one cell of the flat sheet holds: a number, a date, a text; not what it looks like.</summary>
    public object? ReadValue(string code, string column)
    {
        var used = book.Worksheet(FlatSheet).RangeUsed()!;
        var headings = used.FirstRow().Cells().Select(c => c.GetString()).ToList();
        var row = used.Rows().Single(r => r.Cell(headings.IndexOf("code") + 1).GetString() == code);
        return row.Cell(headings.IndexOf(column) + 1).Value;
    }

    public void Dispose()
    {
        book.Dispose();
        bytes.Dispose();
    }

    private static string Text(IXLCell cell) =>
        // What a formula shows is what was written beside it; nothing is computed here.
        (cell.HasFormula ? cell.CachedValue : cell.Value) switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            DateTime instant => instant.ToString("s", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
