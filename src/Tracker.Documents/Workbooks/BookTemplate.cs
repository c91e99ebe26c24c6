using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Tracker.Documents.Workbooks;

/// <summary>
/// A drawn book taken apart: what is copied before the rows, the sheets split where their rows go, and what can only be
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
    private readonly List<DrawnSheet> sheets = [];

    /// <param name="drawing">The saved book. Only ever our own: it is read into a DOM.</param>
    /// <param name="data">The sheets that receive rows.</param>
    public BookTemplate(byte[] drawing, IEnumerable<DataSheet> data)
    {
        using var archive = new ZipArchive(new MemoryStream(drawing), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            parts[entry.FullName] = BytesOf(entry);
        }
        var tables = parts
            .Keys.Where(part => part.StartsWith("xl/tables/", StringComparison.Ordinal))
            .ToDictionary(part => (string)Parsed(part).Root!.Attribute("displayName")!);
        foreach (var sheet in data)
        {
            var part = PartOf(sheet.Name);
            sheets.Add(
                new DrawnSheet(sheet.Name, part, SheetFrame.Read(Parsed(part)), tables[sheet.Table])
            );
        }
    }

    /// <summary>The part and the frame of a sheet.</summary>
    public (string Part, SheetFrame Frame) this[string sheet] =>
        sheets.Where(s => s.Name == sheet).Select(s => (s.Part, s.Frame)).Single();

    /// <summary>The parts that do not depend on the rows; programs expect the list of contents first.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Before() =>
        parts
            .Where(part =>
                part.Key != Workbook
                && !sheets.Exists(s => s.Part == part.Key || s.TablePart == part.Key)
            )
            .OrderBy(part =>
                part.Key switch
                {
                    "[Content_Types].xml" => 0,
                    "_rels/.rels" => 1,
                    _ => 2,
                }
            );

    /// <summary>The parts that name the last rows.</summary>
    /// <param name="lastRows">By the name of the sheet.</param>
    public IEnumerable<KeyValuePair<string, byte[]>> After(
        IReadOnlyDictionary<string, int> lastRows
    )
    {
        foreach (var sheet in sheets)
        {
            var table = Parsed(sheet.TablePart);
            var end = string.Create(
                CultureInfo.InvariantCulture,
                $"{sheet.Frame.Letters[^1]}{lastRows[sheet.Name]}"
            );
            table.Root!.SetAttributeValue("ref", $"A1:{end}");
            table.Root.Element(Main + "autoFilter")!.SetAttributeValue("ref", $"A1:{end}");
            yield return KeyValuePair.Create(sheet.TablePart, BytesOf(table));
        }
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

    private sealed record DrawnSheet(string Name, string Part, SheetFrame Frame, string TablePart);
}
