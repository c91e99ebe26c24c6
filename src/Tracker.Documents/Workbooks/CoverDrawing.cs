using ClosedXML.Excel;
using Tracker.Core.Exports;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Draws the cover: what the file holds, from when, how it was narrowed, and what the codes mean.</summary>
internal sealed class CoverDrawing
{
    /// <summary>Programs refuse longer addresses in a link.</summary>
    private const int LongestLink = 2_000;

    private readonly IXLWorksheet sheet;
    private readonly ExportCover cover;
    private int row = 1;

    private CoverDrawing(IXLWorksheet sheet, ExportCover cover)
    {
        this.sheet = sheet;
        this.cover = cover;
    }

    public static void Draw(IXLWorksheet sheet, ExportCover cover, ExportLabels labels)
    {
        var drawing = new CoverDrawing(sheet, cover);
        drawing.Facts();
        drawing.Filters();
        drawing.Counts();
        drawing.Sheets();
        drawing.Legend(labels);
        sheet.Column(1).Width = 34;
        sheet.Column(2).Width = 90;
        sheet.Column(1).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Column(2).Style.Alignment.SetWrapText();
        sheet.Column(2).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        sheet.ShowGridLines = false;
        sheet.AsPages(wide: 1);
    }

    private void Facts()
    {
        sheet.Cell(row, 1).SetText(cover.Word("cover.title")).AsTitle();
        row = 3;
        Label("cover.reference_date")
            .SetValue(cover.ReferenceDate.ToDateTime(default))
            .Style.NumberFormat.Format = SheetStyle.DayFormat;
        Label("cover.written_at").SetValue(cover.WrittenAt).Style.NumberFormat.Format =
            SheetStyle.InstantFormat;
        ListLink(Label("cover.list"));
    }

    private void ListLink(IXLCell cell)
    {
        if (cover.ListAddress.AbsoluteUri.Length > LongestLink)
        {
            cell.SetText(cover.ListAddress.AbsoluteUri);
            return;
        }
        cell.SetText(cover.Word("cover.open_list"));
        cell.Hyperlink = new XLHyperlink(cover.ListAddress);
        cell.AsLink();
    }

    private void Filters()
    {
        Heading("cover.filters");
        IEnumerable<string> said =
            cover.Filters.Count > 0 ? cover.Filters : [cover.Word("cover.no_filter")];
        foreach (var filter in said)
        {
            // In the wide column, which wraps, so that a long sentence is read whole.
            sheet.Cell(row++, 2).SetText(filter);
        }
    }

    private void Counts()
    {
        Heading("cover.counts");
        foreach (var (label, count) in cover.Counts)
        {
            sheet.Cell(row, 1).SetText(label);
            sheet.Cell(row++, 2).SetValue(count);
        }
    }

    private void Sheets()
    {
        Heading("cover.sheets");
        foreach (var data in DataSheets.All)
        {
            Pair(data.Name, cover.Word(data.Key));
        }
        Pair(SheetNames.Columns, cover.Word("cover.columns_sheet"));
        row++;
        sheet.Cell(row++, 2).SetText(cover.Word("cover.overlaps"));
    }

    private void Legend(ExportLabels labels)
    {
        foreach (var family in labels.Families)
        {
            Heading("legend." + family.Name);
            foreach (var (code, word) in family.Words)
            {
                Pair(code, word.In(cover));
            }
        }
    }

    private void Heading(string key)
    {
        row++;
        sheet.Cell(row++, 1).SetText(cover.Word(key)).AsHeading();
    }

    private void Pair(string left, string right)
    {
        sheet.Cell(row, 1).SetText(left);
        sheet.Cell(row++, 2).SetText(right);
    }

    /// <returns>The cell beside the label.</returns>
    private IXLCell Label(string key)
    {
        sheet.Cell(row, 1).SetText(cover.Word(key));
        return sheet.Cell(row++, 2);
    }
}
