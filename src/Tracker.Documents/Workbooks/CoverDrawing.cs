using ClosedXML.Excel;

namespace Tracker.Documents.Workbooks;

/// <summary>How a line of the cover looks. Their order is that of the sample rows; the link stands where the cover has it.</summary>
internal enum CoverStyle
{
    Title,
    Heading,
    Day,
    Instant,
    Link,
    Text,
    Number,
}

/// <summary>Draws the cover without its words: a sample row for each style, and the same again with the quote prefix.</summary>
internal static class CoverDrawing
{
    /// <summary>The row whose second cell leads to the list.</summary>
    public const int LinkRow = (int)CoverStyle.Link + 1;

    /// <summary>Where the link leads until the list's address takes its place.</summary>
    public static readonly Uri Nowhere = new("https://tracker.invalid/");

    public static int Styles { get; } = Enum.GetValues<CoverStyle>().Length;

    public static void Draw(IXLWorksheet sheet)
    {
        foreach (var style in Enum.GetValues<CoverStyle>())
        {
            Sample(sheet, (int)style + 1, style, isQuoted: false);
            Sample(sheet, Styles + (int)style + 1, style, isQuoted: true);
        }
        sheet.Cell(LinkRow, 2).Hyperlink = new XLHyperlink(Nowhere);
        sheet.Cell(LinkRow, 2).AsLink();
        sheet.Column(1).Width = 34;
        sheet.Column(2).Width = 90;
        sheet.Column(1).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Column(2).Style.Alignment.SetWrapText();
        sheet.Column(2).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        sheet.ShowGridLines = false;
        sheet.AsPages(wide: 1);
    }

    private static void Sample(IXLWorksheet sheet, int row, CoverStyle style, bool isQuoted)
    {
        // Numbers leave no trace in the shared strings.
        var (left, right) = (sheet.Cell(row, 1).SetValue(0), sheet.Cell(row, 2).SetValue(0));
        switch (style)
        {
            case CoverStyle.Title:
                left.AsTitle();
                break;
            case CoverStyle.Heading:
                left.AsHeading();
                break;
            case CoverStyle.Day:
                right.Style.NumberFormat.Format = SheetStyle.DayFormat;
                break;
            case CoverStyle.Instant:
                right.Style.NumberFormat.Format = SheetStyle.InstantFormat;
                break;
            case CoverStyle.Link:
                right.AsLink();
                break;
        }
        (left.Style.IncludeQuotePrefix, right.Style.IncludeQuotePrefix) = (isQuoted, isQuoted);
    }
}
