using ClosedXML.Excel;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Draws the dictionary: what every column of every sheet holds, in both languages.</summary>
internal static class ColumnsDrawing
{
    private static readonly (string Name, double Width)[] Header =
    [
        ("sheet", 20),
        ("column", 26),
        ("type_fr", 24),
        ("type_en", 24),
        ("description_fr", 60),
        ("description_en", 60),
        ("values_fr", 44),
        ("values_en", 44),
    ];

    public static void Draw(
        IXLWorksheet sheet,
        IReadOnlyList<DataSheet> sheets,
        ExportLabels labels
    )
    {
        for (var index = 0; index < Header.Length; index++)
        {
            sheet.Cell(1, index + 1).SetText(Header[index].Name);
            sheet.Column(index + 1).Width = Header[index].Width;
        }
        var row = 1;
        foreach (var data in sheets)
        {
            foreach (var column in data.Columns)
            {
                DrawRow(sheet.Row(++row), data, column, labels);
            }
        }
        var range = sheet.Range(1, 1, row, Header.Length);
        range.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetWrapText();
        range.BecomeTable(SheetNames.ColumnsTable);
        sheet.AsPages(wide: 1);
    }

    private static void DrawRow(
        IXLRow row,
        DataSheet data,
        ExportColumn column,
        ExportLabels labels
    )
    {
        row.Cell(1).SetText(data.Name);
        row.Cell(2).SetText(column.Name);
        var at = 3;
        foreach (var key in (string[])["type." + column.Type, "column." + column.Name])
        {
            row.Cell(at++).SetText(ExportWords.Of(key, Language.Fr));
            row.Cell(at++).SetText(ExportWords.Of(key, Language.En));
        }
        if (labels.Families.SingleOrDefault(f => f.Name == column.Family) is { } family)
        {
            row.Cell(at++).SetText(Values(family, Language.Fr));
            row.Cell(at).SetText(Values(family, Language.En));
        }
    }

    private static string Values(CodeFamily family, Language language) =>
        string.Join(
            '\n',
            family.Words.Select(word => $"{word.Key} = {word.Value.In(language).Text}")
        );
}
