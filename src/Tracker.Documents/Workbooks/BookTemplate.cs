using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Tracker.Documents.Workbooks;

/// <summary>
/// A drawn book taken apart: what is copied before the rows, the sheet split where its rows go, and what can only be
/// written once the last row is known.
/// </summary>
internal sealed class BookTemplate
{
    private const string Workbook = "xl/workbook.xml";

    internal static readonly XNamespace Main =
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly XNamespace Links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> parts = [];
    private readonly string tablePart;
    private readonly XDocument table;

    /// <param name="drawing">The saved book. Only ever our own: it is read into a DOM.</param>
    /// <param name="sheet">Name of the sheet that receives rows.</param>
    /// <param name="tableName">Name of the table on it.</param>
    public BookTemplate(byte[] drawing, string sheet, string tableName)
    {
        using var archive = new ZipArchive(new MemoryStream(drawing), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            parts[entry.FullName] = BytesOf(entry);
        }
        SheetPart = PartOf(sheet);
        Sheet = SheetFrame.Read(Parsed(SheetPart));
        (tablePart, table) = parts
            .Keys.Where(part => part.StartsWith("xl/tables/", StringComparison.Ordinal))
            .Select(part => (part, Parsed(part)))
            .Single(found => (string?)found.Item2.Root!.Attribute("displayName") == tableName);
    }

    public string SheetPart { get; }

    public SheetFrame Sheet { get; }

    /// <summary>The parts that do not depend on the rows; programs expect the list of contents first.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Before() =>
        parts
            .Where(part => part.Key != SheetPart && part.Key != tablePart && part.Key != Workbook)
            .OrderBy(part =>
                part.Key switch
                {
                    "[Content_Types].xml" => 0,
                    "_rels/.rels" => 1,
                    _ => 2,
                }
            );

    /// <summary>The parts that name the last row.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> After(int lastRow)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"{Sheet.Letters[^1]}{lastRow}");
        table.Root!.SetAttributeValue("ref", $"A1:{end}");
        table.Root.Element(Main + "autoFilter")!.SetAttributeValue("ref", $"A1:{end}");
        yield return KeyValuePair.Create(tablePart, BytesOf(table));
        yield return KeyValuePair.Create(Workbook, BytesOf(WithAbsoluteTitles(Parsed(Workbook))));
    }

    /// <summary>Sheet numbers do not follow names: the way leads through the relationships.</summary>
    private string PartOf(string sheet)
    {
        var id = Parsed(Workbook)
            .Descendants(Main + "sheet")
            .Single(s => (string?)s.Attribute("name") == sheet)
            .Attribute(Links + "id")!
            .Value;
        return Parsed("xl/_rels/workbook.xml.rels")
            .Root!.Elements()
            .Single(link => (string?)link.Attribute("Id") == id)
            .Attribute("Target")!
            .Value.TrimStart('/');
    }

    /// <summary>The library writes repeated titles as A:A and 1:1; programs expect them with dollars.</summary>
    private static XDocument WithAbsoluteTitles(XDocument workbook)
    {
        foreach (var name in workbook.Descendants(Main + "definedName"))
        {
            if ((string?)name.Attribute("name") == "_xlnm.Print_Titles")
            {
                name.Value = string.Join(',', name.Value.Split(',').Select(Absolute));
            }
        }
        return workbook;
    }

    private static string Absolute(string reference)
    {
        var at = reference.LastIndexOf('!') + 1;
        var ends = reference[at..].Split(':').Select(end => "$" + end.TrimStart('$'));
        return reference[..at] + string.Join(':', ends);
    }

    private XDocument Parsed(string part) => XDocument.Load(new MemoryStream(parts[part]));

    private static byte[] BytesOf(XDocument document)
    {
        using var bytes = new MemoryStream();
        document.Save(bytes, SaveOptions.DisableFormatting);
        return bytes.ToArray();
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
