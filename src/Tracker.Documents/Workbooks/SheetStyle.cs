using ClosedXML.Excel;

namespace Tracker.Documents.Workbooks;

/// <summary>The look that the sheets share.</summary>
internal static class SheetStyle
{
    public const string DayFormat = "yyyy-mm-dd";
    public const string RateFormat = "0%";
    public const string InstantFormat = "yyyy-mm-dd hh:mm:ss";

    private static readonly XLColor Accent = XLColor.FromHtml("#2c3f8c");

    /// <summary>Puts text into a cell as text, whatever it begins with.</summary>
    public static IXLCell SetText(this IXLCell cell, string text)
    {
        var clean = CellText.Clean(text);
        cell.SetValue(clean);
        cell.Style.IncludeQuotePrefix = CellText.NeedsQuotePrefix(clean);
        return cell;
    }

    public static void AsTitle(this IXLCell cell) =>
        cell.Style.Font.SetBold().Font.SetFontSize(18).Font.SetFontColor(Accent);

    public static void AsHeading(this IXLCell cell) =>
        cell.Style.Font.SetBold().Font.SetFontSize(13).Font.SetFontColor(Accent);

    public static void AsLink(this IXLCell cell) => cell.Style.AsLink();

    public static void AsLink(this IXLStyle style) =>
        style.Font.SetFontColor(Accent).Font.SetUnderline(XLFontUnderlineValues.Single);

    /// <summary>Makes the range a table (the library's own AsTable adds none to the sheet), with filter buttons, a header that stays, and its row on every page.</summary>
    public static void BecomeTable(this IXLRange range, string name)
    {
        var table = range.CreateTable(name);
        table.Theme = XLTableTheme.TableStyleLight1;
        var header = table.HeadersRow().Style;
        header.Font.SetBold().Font.SetFontColor(XLColor.White);
        header.Fill.SetBackgroundColor(Accent);
        header.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        range.Worksheet.SheetView.Freeze(1, 1);
        range.Worksheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }

    /// <summary>A4 landscape, this many pages wide and as many long as it takes.</summary>
    public static void AsPages(this IXLWorksheet sheet, int wide)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(wide, 0);
        sheet.PageSetup.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        sheet.PageSetup.Footer.Right.AddText(" / ");
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
