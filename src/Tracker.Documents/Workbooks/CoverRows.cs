using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Writes the lines of the cover: what the file holds, from when, how it was narrowed, what the codes mean.</summary>
internal sealed class CoverRows
{
    /// <summary>Programs refuse longer addresses in a link.</summary>
    private const int LongestLink = 2_000;

    private readonly CoverFrame frame;
    private readonly ExportCover cover;
    private readonly CellWriter cells;
    private int row = 1;

    private CoverRows(CoverFrame frame, ExportCover cover, Utf8Buffer buffer)
    {
        (this.frame, this.cover) = (frame, cover);
        cells = new CellWriter(buffer);
    }

    /// <summary>Whether the list's address fits into a link; else it stands there as text.</summary>
    public static bool IsLinked(ExportCover cover) =>
        cover.ListAddress.AbsoluteUri.Length <= LongestLink;

    public static void Write(
        CoverFrame frame,
        ExportCover cover,
        ExportLabels labels,
        Utf8Buffer buffer
    )
    {
        var rows = new CoverRows(frame, cover, buffer);
        buffer.Add(frame.Head);
        rows.Facts();
        rows.Filters();
        rows.Counts();
        rows.Sheets();
        rows.Legend(labels);
        buffer.Add(IsLinked(cover) ? frame.Tail : frame.UnlinkedTail);
    }

    private void Facts()
    {
        Line(CoverStyle.Title, cover.Word("cover.title"));
        row = 3;
        Begin(CoverStyle.Day, cover.Word("cover.reference_date"));
        cells.Day(frame[CoverStyle.Day].Right, cover.ReferenceDate);
        End();
        Begin(CoverStyle.Instant, cover.Word("cover.written_at"));
        cells.Instant(frame[CoverStyle.Instant].Right, cover.WrittenAt);
        End();
        if (IsLinked(cover))
        {
            Line(CoverStyle.Link, cover.Word("cover.list"), cover.Word("cover.open_list"));
        }
        else
        {
            Line(CoverStyle.Text, cover.Word("cover.list"), cover.ListAddress.AbsoluteUri);
        }
    }

    private void Filters()
    {
        Heading("cover.filters");
        IEnumerable<string> said =
            cover.Filters.Count > 0 ? cover.Filters : [cover.Word("cover.no_filter")];
        foreach (var filter in said)
        {
            // In the wide column, which wraps, so that a long sentence is read whole.
            Line(CoverStyle.Text, null, filter);
        }
    }

    private void Counts()
    {
        Heading("cover.counts");
        foreach (var (label, count) in cover.Counts)
        {
            Begin(CoverStyle.Number, label);
            cells.Number(frame[CoverStyle.Number].Right, count);
            End();
        }
    }

    private void Sheets()
    {
        Heading("cover.sheets");
        foreach (var data in DataSheets.All)
        {
            Line(CoverStyle.Text, data.Name, cover.Word(data.Key));
        }
        Line(CoverStyle.Text, SheetNames.Columns, cover.Word("cover.columns_sheet"));
        row++;
        Line(CoverStyle.Text, null, cover.Word("cover.overlaps"));
    }

    private void Legend(ExportLabels labels)
    {
        foreach (var family in labels.Families)
        {
            Heading("legend." + family.Name);
            foreach (var (code, word) in family.Words)
            {
                Line(CoverStyle.Text, code, word.In(cover));
            }
        }
    }

    private void Heading(string key)
    {
        row++;
        Line(CoverStyle.Heading, cover.Word(key));
    }

    private void Line(CoverStyle style, string? left, string? right = null)
    {
        Begin(style, left);
        if (right is not null)
        {
            cells.Text(frame[style].Right, right);
        }
        End();
    }

    private void Begin(CoverStyle style, string? left)
    {
        cells.BeginRow(row++, tall: false);
        if (left is not null)
        {
            cells.Text(frame[style].Left, left);
        }
    }

    private void End() => cells.EndRow();
}
