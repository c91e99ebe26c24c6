using Tracker.Core.Exports;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Turns recommendations into the rows of the flat sheet.</summary>
internal sealed class SheetRows(
    Utf8Buffer buffer,
    IReadOnlyList<ColumnMarkup> markup,
    ExportCover cover,
    ExportLabels labels
)
{
    private const int LastRowOfFormat = 1_048_576;

    private readonly CellWriter cells = new(buffer);

    /// <summary>The row last written; the header is row 1.</summary>
    public int LastRow { get; private set; } = 1;

    /// <exception cref="InvalidOperationException">The sheet is full.</exception>
    public void Add(ExportRow row)
    {
        if (LastRow == LastRowOfFormat)
        {
            throw new InvalidOperationException("The sheet holds no more rows: narrow the filter.");
        }
        cells.BeginRow(++LastRow);
        for (var index = 0; index < markup.Count; index++)
        {
            AddCell(markup[index], RecommendationColumns.All[index], row);
        }
        cells.EndRow();
    }

    /// <summary>A table needs a row, also where nothing was found.</summary>
    public void AddBlankIfNone()
    {
        if (LastRow > 1)
        {
            return;
        }
        cells.BeginRow(++LastRow);
        foreach (var column in markup)
        {
            cells.Blank(column);
        }
        cells.EndRow();
    }

    private void AddCell(ColumnMarkup at, ExportColumn column, ExportRow row)
    {
        switch (column)
        {
            case TextColumn text:
                cells.Text(at, text.Read(row, labels));
                break;
            case NumberColumn number when number.Read(row) is { } value:
                cells.Number(at, value);
                break;
            case DayColumn day when day.Read(row) is { } value:
                cells.Day(at, value);
                break;
            case InstantColumn instant:
                cells.Instant(at, instant.Read(row));
                break;
            case FlagColumn flag:
                cells.Number(at, row.Flags.HasFlag(flag.Flag) ? 1 : 0);
                break;
            case LinkColumn:
                cells.Link(at, RecordLink.Of(cover, row.Code), row.Code);
                break;
            default:
                cells.Blank(at);
                break;
        }
    }
}
