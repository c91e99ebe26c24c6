using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Tracker.Core.Exports;
using Tracker.Documents.Workbooks;

namespace Tracker.Tests.Documents.Workbooks;

/// <summary>A written book, opened again as a spreadsheet program would.</summary>
internal sealed class OpenedBook : IDisposable
{
    private readonly byte[] bytes;
    private readonly XLWorkbook book;
    private readonly Dictionary<string, int> columns;

    private OpenedBook(byte[] bytes)
    {
        this.bytes = bytes;
        book = new XLWorkbook(new MemoryStream(bytes));
        columns = List.Row(1)
            .CellsUsed()
            .ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
    }

    public IXLWorksheets Sheets => book.Worksheets;
    public IXLWorksheet Cover => book.Worksheet("Couverture");
    public IXLWorksheet List => book.Worksheet("Recommandations");
    public IXLWorksheet Columns => book.Worksheet("Colonnes");
    public IEnumerable<string> ColumnNames => columns.Keys;

    public static Task<OpenedBook> WriteAsync(params ExportRow[] rows) =>
        WriteAsync(Exported.Cover(), rows);

    public static async Task<OpenedBook> WriteAsync(ExportCover cover, params ExportRow[] rows)
    {
        using var file = new MemoryStream();
        await RecommendationWorkbook.WriteAsync(
            file,
            cover,
            new ExportSheets(Exported.Rows(rows)),
            Exported.Word
        );
        return new OpenedBook(file.ToArray());
    }

    public IXLCell Cell(int row, string column) => List.Cell(row, columns[column]);

    /// <summary>
    /// The text of a cell. The library undoes the format's own escapes in shared strings only, spreadsheet programs
    /// also in the inline ones that are written here.
    /// </summary>
    public string Text(int row, string column) =>
        Regex.Replace(
            Cell(row, column).GetString(),
            "_x(?<code>[0-9A-Fa-f]{4})_",
            escape => ((char)Convert.ToInt32(escape.Groups["code"].Value, 16)).ToString(),
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    /// <summary>What the format's own validator finds.</summary>
    public IReadOnlyList<string> Errors()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(package)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }

    /// <summary>The XML of the flat sheet, for what the library does not show.</summary>
    public XDocument ListXml()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var workbook = package.WorkbookPart!;
        var id = workbook
            .Workbook.Descendants<Sheet>()
            .Single(s => s.Name == "Recommandations")
            .Id!;
        using var part = workbook.GetPartById(id!).GetStream();
        return XDocument.Load(part);
    }

    /// <summary>The rows and columns repeated on every page, as the file says it.</summary>
    public IReadOnlyList<string> PrintTitles()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return
        [
            .. package
                .WorkbookPart!.Workbook.Descendants<DefinedName>()
                .Where(name => name.Name == "_xlnm.Print_Titles")
                .Select(name => name.Text),
        ];
    }

    /// <summary>The range that the filter buttons of the flat sheet work on.</summary>
    public string? FilterRange()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return package
            .WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.TableDefinitionParts)
            .Single(part => part.Table.Name == "Recommandations")
            .Table.AutoFilter?.Reference;
    }

    public void Dispose() => book.Dispose();
}
