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

    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";

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
        CoverPart = PartOf(SheetNames.Cover);
        Cover = CoverFrame.Read(Parsed(CoverPart));
        foreach (var part in parts.Keys.Where(IsAboutTheFile).ToList())
        {
            // The day the template was drawn says nothing of the book.
            var about = Parsed(part);
            about.Root!.Elements().Where(e => e.Name.Namespace == Terms).Remove();
            parts[part] = BytesOf(about);
        }
        foreach (var sheet in data)
        {
            var part = PartOf(sheet.Name);
            sheets.Add(
                new DrawnSheet(sheet.Name, part, SheetFrame.Read(Parsed(part)), tables[sheet.Table])
            );
        }
    }

    public CoverFrame Cover { get; }
    public string CoverPart { get; }

    /// <summary>The part and the frame of a sheet.</summary>
    public (string Part, SheetFrame Frame) this[string sheet] =>
        sheets.Where(s => s.Name == sheet).Select(s => (s.Part, s.Frame)).Single();

    /// <summary>The parts that do not depend on the rows; programs expect the list of contents first.</summary>
    /// <param name="list">Where the cover's link leads.</param>
    public IEnumerable<KeyValuePair<string, byte[]>> Before(Uri list) =>
        parts
            .Where(part =>
                part.Key != Workbook
                && part.Key != CoverPart
                && !sheets.Exists(s => s.Part == part.Key || s.TablePart == part.Key)
            )
            .OrderBy(part =>
                part.Key switch
                {
                    "[Content_Types].xml" => 0,
                    "_rels/.rels" => 1,
                    _ => 2,
                }
            )
            .Select(part =>
                part.Key == LinksOf(CoverPart)
                    ? KeyValuePair.Create(part.Key, Leading(Parsed(part.Key), list))
                    : part
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

    private static string LinksOf(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        return $"{part[..name]}_rels/{part[name..]}.rels";
    }

    private static byte[] Leading(XDocument links, Uri list)
    {
        foreach (
            var link in links
                .Root!.Elements()
                .Where(l => (string?)l.Attribute("Target") == CoverDrawing.Nowhere.AbsoluteUri)
        )
        {
            link.SetAttributeValue("Target", list.AbsoluteUri);
        }
        return BytesOf(links);
    }

    private static bool IsAboutTheFile(string part) =>
        part.EndsWith(".psmdcp", StringComparison.Ordinal);

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
