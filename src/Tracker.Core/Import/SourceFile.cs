namespace Tracker.Core.Import;

/// <summary>A stranger's file as it was read: rows of texts, nothing interpreted yet.</summary>
/// <param name="Name">As the person's machine called it; data only, never a path.</param>
/// <param name="Form">What kind of file it turned out to be, and how it was read.</param>
/// <param name="Sheets">In the order of the file; a text file has one, without a name.</param>
/// <param name="Notes">What was left aside or read in a way worth saying: hidden sheets, formulas, merged cells.</param>
public sealed record SourceFile(
    string Name,
    SourceForm Form,
    IReadOnlyList<SourceSheet> Sheets,
    IReadOnlyList<SourceNote> Notes
);

/// <summary>How a file was read, to be shown to the person.</summary>
/// <param name="Encoding">Of a text file: <c>utf-8</c>, <c>utf-16</c>, <c>windows-1252</c>; null for a workbook.</param>
/// <param name="Separator">Of a text file; null for a workbook.</param>
public sealed record SourceForm(SourceKind Kind, string? Encoding = null, char? Separator = null);

/// <summary>The two kinds of file the reader takes.</summary>
public enum SourceKind
{
    Workbook,
    Text,
}

/// <param name="Name">Of the sheet; empty in a text file.</param>
/// <param name="Rows">Rows that hold something, and the empty ones between them; none after the last that holds something.</param>
public sealed record SourceSheet(string Name, bool Hidden, IReadOnlyList<SourceRow> Rows);

/// <param name="Number">
/// Counted from one. In a workbook the number of the row; in a text file the number of the line on which the record begins.
/// </param>
/// <param name="Cells">By column from the first; trailing empty cells may be left out.</param>
public sealed record SourceRow(int Number, IReadOnlyList<SourceCell> Cells, bool Hidden = false)
{
    /// <summary>The cell of a column counted from nought; an empty one past the end.</summary>
    public SourceCell At(int column) =>
        Cells is SourceCell[] cells
            // As the readers make them; asking by way of the interface takes ten times as long.
            ? (uint)column < (uint)cells.Length
                ? cells[column]
                : default
            : column < Cells.Count
                ? Cells[column]
                : default;
}

/// <summary>
/// One cell. The text is what the cell says: a text exactly as typed, a day as yyyy-MM-dd (with THH:mm:ss where it has a
/// time), a number in invariant spelling, a truth as TRUE or FALSE. Of a formula it is the kept value: formulas are never run.
/// </summary>
public readonly record struct SourceCell(
    string? Content,
    SourceCellKind Kind,
    bool IsFormula = false
)
{
    public string Text => Content ?? "";
}

/// <summary>What a cell holds, as its file says; in a text file everything is a text.</summary>
public enum SourceCellKind
{
    Empty,
    Text,
    Number,
    Day,
    Truth,
    Error,
}

/// <summary>Something of a file worth saying, though it was read.</summary>
/// <param name="Sheet">Null where it concerns the whole file.</param>
/// <param name="Count">How many of them.</param>
public sealed record SourceNote(
    SourceNoteKind Kind,
    string? Sheet,
    int? Row,
    int? Column,
    int Count
);

public enum SourceNoteKind
{
    HiddenSheet,
    HiddenRows,
    HiddenColumns,
    MergedCells,
    Formulas,
    ExternalLinks,
    StrayCells,
    EncodingGuessed,
    SignsReplaced,
}

/// <summary>Why a file was not read, and where it broke: said to a person in their language.</summary>
/// <param name="Sheet">Null where the file as a whole is refused.</param>
/// <param name="Row">Counted from one.</param>
/// <param name="Column">Counted from one.</param>
/// <param name="Detail">A value that the sentence names: a limit, a name.</param>
public sealed record SourceFault(
    SourceFaultKind Kind,
    string? Sheet = null,
    int? Row = null,
    int? Column = null,
    string? Detail = null
);

/// <summary>The end of a reading: a file, or the one fault that ended it. Source: SECURITY 1.7.</summary>
public abstract record SourceReading
{
    private SourceReading() { }

    public sealed record Read(SourceFile File) : SourceReading;

    public sealed record Refused(SourceFault Fault) : SourceReading;
}

public enum SourceFaultKind
{
    Empty,
    UnknownKind,
    TooLarge,
    OldWorkbook,
    Encrypted,
    Macros,
    EmbeddedObjects,
    DamagedArchive,
    TooManyParts,
    UnpacksTooLarge,
    NoWorkbook,
    DamagedMarkup,
    ForbiddenMarkup,
    TooManyRows,
    TooManyColumns,
    TooManyCells,
    CellTooLong,
    DamagedCell,
    DamagedText,
    TookTooLong,
    NothingInIt,
}
