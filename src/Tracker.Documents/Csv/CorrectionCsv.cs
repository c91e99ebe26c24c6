using System.Text;
using Tracker.Core.Import;

namespace Tracker.Documents.Csv;

/// <summary>The rows of a file that were held back, in its own layout, with one column more that says why.</summary>
public static class CorrectionCsv
{
    /// <summary>The header of the last column in each language.</summary>
    public const string ReasonFr = "Motif";
    public const string ReasonEn = "Reason";

    /// <summary>A header line of ours: what keeps its texts from running was put on by us.</summary>
    internal static bool IsHeader(IReadOnlyList<string> fields) =>
        fields is [.., ReasonFr or ReasonEn];

    /// <param name="reasonColumn">The header of that column.</param>
    /// <param name="say">The sentence of a reason.</param>
    /// <param name="separator">Semicolons are what French spreadsheet programs open by themselves.</param>
    /// <returns>Text with a mark of its encoding; what could run as a formula is kept from running.</returns>
    public static string Write(
        ImportPreview preview,
        string reasonColumn,
        Func<ImportReason, string> say,
        char separator
    )
    {
        var text = new StringBuilder("\uFEFF");
        var header = preview.Sheet.Rows[preview.Mapping.HeaderRow];
        var width = header.Cells.Count;
        AddLine(text, separator, Cells(header, width).Append(reasonColumn));
        foreach (var record in preview.Records.Where(r => r.Action == ImportAction.HeldBack))
        {
            AddLine(
                text,
                separator,
                Cells(record.Source, width)
                    .Append(string.Join(' ', record.Reasons.Where(r => r.HoldsBack).Select(say)))
            );
        }
        return text.ToString();
    }

    private static IEnumerable<string> Cells(SourceRow row, int width) =>
        Enumerable.Range(0, width).Select(c => row.At(c).Text);

    private static void AddLine(StringBuilder text, char separator, IEnumerable<string> cells) =>
        text.AppendJoin(separator, cells.Select(c => CsvText.Quoted(CsvText.Protect(c))))
            .Append("\r\n");
}
