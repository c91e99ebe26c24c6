using System.Text;
using System.Xml.Linq;

namespace Tracker.Documents.Workbooks;

/// <summary>The drawn sheet without its sample rows, cut where the real ones go.</summary>
/// <param name="Head">Everything up to the header row, included.</param>
/// <param name="Tail">Everything after the rows.</param>
/// <param name="Letters">The columns' letters.</param>
/// <param name="Columns">The markup of each column's cells, in the styles of the sample rows.</param>
internal sealed record SheetFrame(
    byte[] Head,
    byte[] Tail,
    IReadOnlyList<string> Letters,
    IReadOnlyList<ColumnMarkup> Columns
)
{
    /// <summary>The row drawn in the styles of the cells.</summary>
    public const int Sample = 2;

    /// <summary>The row drawn in the same styles with the quote prefix.</summary>
    public const int QuotedSample = 3;

    private const string End = "</sheetData>";

    public static SheetFrame Read(XDocument sheet)
    {
        var root = sheet.Root!;
        var main = BookTemplate.Main;
        var rows = root.Element(main + "sheetData")!.Elements().ToList();
        var styles = StylesOf(rows[Sample - 1]);
        var quoted = StylesOf(rows[QuotedSample - 1]);
        var letters = rows[0]
            .Elements()
            .Select(cell => ((string)cell.Attribute("r")!).TrimEnd('1'))
            .ToList();
        rows[Sample - 1].Remove();
        rows[QuotedSample - 1].Remove();
        var (head, tail) = Split(root);
        return new(
            head,
            tail,
            letters,
            [.. letters.Select((name, at) => new ColumnMarkup(name, styles[at], quoted[at]))]
        );
    }

    /// <summary>Cuts a sheet where its rows go.</summary>
    public static (byte[] Head, byte[] Tail) Split(XElement root)
    {
        // Optional, and it would have to know the last row.
        root.Element(BookTemplate.Main + "dimension")?.Remove();
        // Written as a pair of tags also where no row is left.
        root.Element(BookTemplate.Main + "sheetData")!.Add("");
        var xml = WithoutPrefix(root);
        var cut = xml.IndexOf(End, StringComparison.Ordinal);
        return (
            Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml[..cut]),
            Encoding.UTF8.GetBytes(xml[cut..])
        );
    }

    private static List<string> StylesOf(XElement row) =>
        [.. row.Elements().Select(cell => (string)cell.Attribute("s")!)];

    /// <summary>The rows are written without the library's prefix, so the rest goes without it too.</summary>
    private static string WithoutPrefix(XElement root)
    {
        root.Attributes()
            .Where(a => a.IsNamespaceDeclaration && a.Value == BookTemplate.Main.NamespaceName)
            .Remove();
        root.SetAttributeValue("xmlns", BookTemplate.Main.NamespaceName);
        return root.ToString(SaveOptions.DisableFormatting);
    }
}
