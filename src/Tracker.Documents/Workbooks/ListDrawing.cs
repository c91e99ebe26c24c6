using ClosedXML.Excel;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Draws the header and the two sample rows of the flat sheet.</summary>
internal static class ListDrawing
{
    private const double Wrapped = 30;

    public static void Draw(IXLWorksheet sheet)
    {
        var columns = RecommendationColumns.All;
        for (var index = 0; index < columns.Count; index++)
        {
            DrawColumn(sheet, index + 1, columns[index]);
        }
        // The quoted sample stays outside the table, whose last row is found again by its number.
        sheet.Range(1, 1, SheetFrame.Sample, columns.Count).BecomeTable(SheetNames.ListTable);
        sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 1);
        sheet.AsPages(wide: 4);
    }

    private static void DrawColumn(IXLWorksheet sheet, int number, ExportColumn column)
    {
        sheet.Cell(1, number).SetText(column.Name);
        sheet.Column(number).Width = column.Width;
        foreach (var row in (int[])[SheetFrame.Sample, SheetFrame.QuotedSample])
        {
            // A number leaves no trace in the shared strings.
            var cell = sheet.Cell(row, number).SetValue(0);
            Dress(cell.Style, column);
            cell.Style.IncludeQuotePrefix = row == SheetFrame.QuotedSample;
        }
    }

    private static void Dress(IXLStyle style, ExportColumn column)
    {
        style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        switch (column)
        {
            case TextColumn when column.Width >= Wrapped:
                style.Alignment.SetWrapText();
                break;
            case DayColumn:
                style.NumberFormat.Format = SheetStyle.DayFormat;
                break;
            case InstantColumn:
                style.NumberFormat.Format = SheetStyle.InstantFormat;
                break;
            case LinkColumn:
                style.AsLink();
                break;
        }
    }
}
