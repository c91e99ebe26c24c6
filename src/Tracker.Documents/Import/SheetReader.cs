using System.Globalization;
using System.Xml;
using Tracker.Core.Import;

namespace Tracker.Documents.Import;

/// <summary>Reads the cells of one sheet, row after row. Formulas are never run: what was kept of them is read.</summary>
internal sealed class SheetReader(
    string title,
    IReadOnlyList<string> strings,
    DateStyles dates,
    CellBudget budget,
    List<SourceNote> notes,
    CancellationToken late
)
{
    /// <summary>A header may stand above the data, and a total below.</summary>
    private const int MostRows = SourceLimits.Rows + 200;

    private readonly List<SourceRow> _rows = [];
    private readonly CellReader _cells = new(title, strings, dates, late);
    private int _merged;
    private int _hiddenRows;
    private int _hiddenColumns;

    /// <summary>Of the row that is being read.</summary>
    private readonly List<SourceCell> _row = [];
    private int _lastRow;

    public IReadOnlyList<SourceRow> Read(byte[] part)
    {
        using var xml = BoundedXml.Open(part);
        while (BoundedXml.Next(xml, late))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.LocalName)
            {
                case "row":
                    ReadRow(xml);
                    break;
                case "mergeCell":
                    _merged++;
                    break;
                case "col" when IsTrue(xml.GetAttribute("hidden")):
                    _hiddenColumns++;
                    break;
            }
        }
        Note(SourceNoteKind.Formulas, _cells.Formulas);
        Note(SourceNoteKind.MergedCells, _merged);
        Note(SourceNoteKind.HiddenRows, _hiddenRows);
        Note(SourceNoteKind.HiddenColumns, _hiddenColumns);
        return _rows;
    }

    private void Note(SourceNoteKind kind, int count)
    {
        if (count > 0)
        {
            notes.Add(new SourceNote(kind, title, null, null, count));
        }
    }

    private void ReadRow(XmlReader xml)
    {
        var number = xml.GetAttribute("r") is { } said ? Whole(said, 0) : _lastRow + 1;
        var hidden = IsTrue(xml.GetAttribute("hidden"));
        if (number <= _lastRow)
        {
            throw Damaged(number, 0);
        }
        var cells = _row;
        cells.Clear();
        if (!xml.IsEmptyElement)
        {
            ReadCells(xml, number, cells);
        }
        _lastRow = number;
        while (cells.Count > 0 && cells[^1].Kind == SourceCellKind.Empty)
        {
            cells.RemoveAt(cells.Count - 1);
        }
        if (cells.Count == 0)
        {
            return;
        }
        if (_rows.Count >= MostRows || number > 1_048_576)
        {
            throw new SourceException(
                new SourceFault(
                    SourceFaultKind.TooManyRows,
                    title,
                    number,
                    Detail: SourceLimits.Rows.ToString(CultureInfo.InvariantCulture)
                )
            );
        }
        if (number - (_rows.Count > 0 ? _rows[^1].Number : 0) > MostRows)
        {
            // Something far below everything else: said, and left aside.
            notes.Add(new SourceNote(SourceNoteKind.StrayCells, title, number, 1, cells.Count));
            return;
        }
        for (var empty = _rows.Count > 0 ? _rows[^1].Number + 1 : 1; empty < number; empty++)
        {
            if (_rows.Count >= MostRows)
            {
                break;
            }
            _rows.Add(new SourceRow(empty, []));
        }
        _hiddenRows += hidden ? 1 : 0;
        _rows.Add(new SourceRow(number, cells.ToArray(), hidden));
    }

    private void ReadCells(XmlReader xml, int row, List<SourceCell> cells)
    {
        while (BoundedXml.Next(xml, late))
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                return;
            }
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }
            var column = xml.GetAttribute("r") is { } reference
                ? _cells.ColumnOf(reference, row)
                : cells.Count;
            var cell = _cells.Read(xml, row, column);
            if (cell.Kind == SourceCellKind.Empty)
            {
                continue;
            }
            budget.Take(title, row);
            if (column >= SourceLimits.Columns)
            {
                throw new SourceException(
                    new SourceFault(
                        SourceFaultKind.TooManyColumns,
                        title,
                        row,
                        column + 1,
                        SourceLimits.Columns.ToString(CultureInfo.InvariantCulture)
                    )
                );
            }
            if (column < cells.Count)
            {
                throw Damaged(row, column);
            }
            while (cells.Count < column)
            {
                cells.Add(default);
            }
            cells.Add(cell);
        }
    }

    private int Whole(string digits, int column) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 0
            ? number
            : throw Damaged(_lastRow + 1, column);

    private SourceException Damaged(int row, int column) =>
        new(new SourceFault(SourceFaultKind.DamagedCell, title, row, column + 1));

    private static bool IsTrue(string? value) => value is "1" or "true";
}
