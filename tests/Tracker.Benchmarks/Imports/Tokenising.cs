using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Tracker.Benchmarks.Imports;

/// <summary>The floor of a preview: the same cells found in the same bytes and kept as texts, with no bound and no meaning.</summary>
internal static class Tokenising
{
    public static List<string[]> Text(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted)
            {
                if (sign == '"' && at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append(sign);
                    at++;
                }
                else if (sign == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(sign);
                }
                continue;
            }
            switch (sign)
            {
                case '"':
                    quoted = true;
                    break;
                case ';':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r':
                    break;
                case '\n':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    rows.Add([.. cells]);
                    cells.Clear();
                    break;
                default:
                    cell.Append(sign);
                    break;
            }
        }
        return rows;
    }

    public static List<string?[]> Workbook(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var strings = new List<string>();
        using (var xml = XmlReader.Create(zip.GetEntry("xl/sharedStrings.xml")!.Open()))
        {
            while (xml.ReadToFollowing("t"))
            {
                strings.Add(xml.ReadElementContentAsString());
            }
        }
        var rows = new List<string?[]>();
        using var sheet = XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        while (sheet.Read())
        {
            if (sheet.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (sheet.LocalName == "row")
            {
                rows.Add(new string?[17]);
            }
            else if (sheet.LocalName == "c")
            {
                var column = sheet.GetAttribute("r")![0] - 'A';
                sheet.ReadToDescendant("v");
                rows[^1][column] = strings[
                    int.Parse(sheet.ReadElementContentAsString(), CultureInfo.InvariantCulture)
                ];
            }
        }
        return rows;
    }
}
