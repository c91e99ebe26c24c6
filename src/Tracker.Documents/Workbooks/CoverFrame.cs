using System.Text;
using System.Xml.Linq;

namespace Tracker.Documents.Workbooks;

/// <summary>The drawn cover without its sample rows.</summary>
/// <param name="Head">Everything before the rows.</param>
/// <param name="Tail">Everything after them.</param>
/// <param name="UnlinkedTail">The same without the link to the list.</param>
internal sealed record CoverFrame(
    byte[] Head,
    byte[] Tail,
    byte[] UnlinkedTail,
    IReadOnlyList<(ColumnMarkup Left, ColumnMarkup Right)> Styles
)
{
    public (ColumnMarkup Left, ColumnMarkup Right) this[CoverStyle style] => Styles[(int)style];

    public static CoverFrame Read(XDocument sheet)
    {
        var root = sheet.Root!;
        var rows = root.Element(BookTemplate.Main + "sheetData")!.Elements().ToList();
        var styles = rows.ConvertAll(row =>
            row.Elements().Select(cell => (string)cell.Attribute("s")!).ToList()
        );
        rows.ForEach(row => row.Remove());
        var (head, tail) = SheetFrame.Split(root);
        root.Element(BookTemplate.Main + "hyperlinks")!.Remove();
        return new(
            head,
            tail,
            SheetFrame.Split(root).Tail,
            [
                .. Enumerable
                    .Range(0, CoverDrawing.Styles)
                    .Select(at => (Markup("A", styles, at, 0), Markup("B", styles, at, 1))),
            ]
        );
    }

    private static ColumnMarkup Markup(
        string letter,
        List<List<string>> styles,
        int at,
        int column
    ) => new(letter, styles[at][column], styles[CoverDrawing.Styles + at][column]);
}
