using Tracker.Core.Exports;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Turns rows of one kind into the rows of their sheet.</summary>
internal sealed class SheetRows<T>(
    Utf8Buffer buffer,
    IReadOnlyList<ColumnMarkup> markup,
    IReadOnlyList<ExportColumn<T>> columns,
    ExportCover cover,
    ExportLabels labels,
    bool tall
)
{
    private const int LastRowOfFormat = 1_048_576;

    private readonly CellWriter cells = new(buffer);

    /// <summary>The row last written; the header is row 1.</summary>
    public int LastRow { get; private set; } = 1;

    /// <exception cref="InvalidOperationException">The sheet is full.</exception>
    public void Add(T row)
    {
        if (LastRow == LastRowOfFormat)
        {
            throw new InvalidOperationException("The sheet holds no more rows: narrow the filter.");
        }
        cells.BeginRow(++LastRow, tall);
        for (var index = 0; index < markup.Count; index++)
        {
            AddCell(markup[index], columns[index], row);
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
        cells.BeginRow(++LastRow, tall: false);
        foreach (var column in markup)
        {
            cells.Blank(column);
        }
        cells.EndRow();
    }

    private void AddCell(ColumnMarkup at, ExportColumn<T> column, T row)
    {
        switch (column)
        {
            case TextColumn<T> text:
                cells.Text(at, text.Read(row, labels));
                break;
            case NumberColumn<T> number when number.Read(row) is { } value:
                cells.Number(at, value);
                break;
            case DayColumn<T> day when day.Read(row) is { } value:
                cells.Day(at, value);
                break;
            case InstantColumn<T> instant:
                cells.Instant(at, instant.Read(row));
                break;
            case FlagColumn<T> flag:
                cells.Number(at, flag.Read(row) ? 1 : 0);
                break;
            case LinkColumn<T> link:
                cells.Link(at, RecordLink.Of(cover, link.Code(row)), link.Code(row));
                break;
            case FormulaColumn<T> formula:
                cells.Formula(at, formula.Formula(row, LastRow), formula.Read(row));
                break;
            default:
                cells.Blank(at);
                break;
        }
    }
}
