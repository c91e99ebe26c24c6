using ClosedXML.Excel;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Draws the header and the two sample rows of a sheet that receives rows.</summary>
internal static class SheetDrawing
{
    private const double Wrapped = 30;

    public static void Draw(IXLWorksheet sheet, DataSheet data)
    {
        for (var index = 0; index < data.Columns.Count; index++)
        {
            DrawColumn(sheet, index + 1, data.Columns[index]);
        }
        // The quoted sample stays outside the table, whose last row is found again by its number.
        sheet.Range(1, 1, SheetFrame.Sample, data.Columns.Count).BecomeTable(data.Table);
        sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 1);
        sheet.AsPages(data.Wide);
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
        switch (column.Type)
        {
            case "text" when column.Width >= Wrapped:
                style.Alignment.SetWrapText();
                break;
            case "day":
                style.NumberFormat.Format = SheetStyle.DayFormat;
                break;
            case "instant":
                style.NumberFormat.Format = SheetStyle.InstantFormat;
                break;
            case "rate":
                style.NumberFormat.Format = SheetStyle.RateFormat;
                break;
            case "link":
                style.AsLink();
                break;
        }
    }
}
