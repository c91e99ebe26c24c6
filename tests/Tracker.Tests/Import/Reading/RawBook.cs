using System.IO.Compression;
using System.Text;

namespace Tracker.Tests.Import.Reading;

/// <summary>A workbook written part by part, so that any part can be wrong.</summary>
internal sealed class RawBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";

    private readonly List<(string Name, string Content)> _parts = [];

    public RawBook(
        string rows,
        string? strings = null,
        string? styles = null,
        string? workbook = null
    )
    {
        Add("[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"/>");
        Add(
            "_rels/.rels",
            $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        Add(
            "xl/workbook.xml",
            workbook
                ?? $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
        );
        Add(
            "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"s1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"{Links}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s3\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>"
        );
        if (strings is not null)
        {
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>");
        }
        if (styles is not null)
        {
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
        }
        Add(
            "xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"
        );
    }

    public static string Workbook(string inner) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\">{inner}</workbook>";

    /// <summary>A row of texts written in place.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, at) => $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(c)}</t></is></c>"))}</row>";

    public RawBook Add(string name, string content)
    {
        _parts.Add((name, content));
        return this;
    }

    /// <summary>The same with the sheet's XML changed as text.</summary>
    public RawBook Sheet(Func<string, string> change)
    {
        var at = _parts.FindIndex(p => p.Name == "xl/worksheets/sheet1.xml");
        _parts[at] = (_parts[at].Name, change(_parts[at].Content));
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }

    /// <summary>With a byte of the archive's directory changed: of the first entry, counted from its mark.</summary>
    public byte[] WithDirectory(int offset, byte value)
    {
        var bytes = Bytes();
        var at = bytes.AsSpan().IndexOf(new byte[] { 0x50, 0x4B, 0x01, 0x02 });
        bytes[at + offset] = value;
        return bytes;
    }
}
