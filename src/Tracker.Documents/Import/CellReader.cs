using System.Globalization;
using System.Xml;
using Tracker.Core.Import;

namespace Tracker.Documents.Import;

/// <summary>Reads one cell of a sheet: what it says, and of which kind it is.</summary>
internal sealed class CellReader(
    string title,
    IReadOnlyList<string> strings,
    DateStyles dates,
    CancellationToken late
)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>How many cells so far hold a formula.</summary>
    public int Formulas { get; private set; }

    public SourceCell Read(XmlReader xml, int row, int column)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
        {
            return default;
        }
        string? value = null;
        var isFormula = false;
        while (BoundedXml.Next(xml, late))
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
            {
                break;
            }
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.LocalName)
            {
                case "f":
                    isFormula = true;
                    Skip(xml, "f");
                    break;
                case "v":
                    value = Value(xml);
                    break;
                case "is":
                    value = SharedStrings.ReadText(xml, "is", title, late);
                    type = "inlineStr";
                    break;
            }
        }
        Formulas += isFormula ? 1 : 0;
        return string.IsNullOrEmpty(value)
            ? default
            : Made(type, style, value, row, column) with
            {
                IsFormula = isFormula,
            };
    }

    private SourceCell Made(string? type, string? style, string value, int row, int column)
    {
        switch (type)
        {
            case "s":
                return
                    int.TryParse(
                        value,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var index
                    )
                    && index < strings.Count
                    ? Text(strings[index], row, column)
                    : throw Damaged(row, column);
            case "inlineStr":
                return Text(value, row, column);
            case "str":
                return Text(SharedStrings.Unescape(value), row, column);
            case "b":
                return new SourceCell(value == "1" ? "TRUE" : "FALSE", SourceCellKind.Truth);
            case "e":
                return new SourceCell(value, SourceCellKind.Error);
            case "d":
                return new SourceCell(value, SourceCellKind.Day);
            default:
                if (
                    !double.TryParse(
                        value,
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                )
                {
                    return Text(value, row, column);
                }
                return dates.Day(style, number) is { } day
                    ? new SourceCell(Shared(day), SourceCellKind.Day)
                    : new SourceCell(
                        Shared(number.ToString("R", CultureInfo.InvariantCulture)),
                        SourceCellKind.Number
                    );
        }
    }

    private SourceCell Text(string text, int row, int column) =>
        text.Length == 0 ? default
        : text.Length > SourceLimits.Characters
            ? throw new SourceException(
                new SourceFault(
                    SourceFaultKind.CellTooLong,
                    title,
                    row,
                    column + 1,
                    SourceLimits.Characters.ToString(CultureInfo.InvariantCulture)
                )
            )
        : new SourceCell(Shared(text), SourceCellKind.Text);

    /// <summary>Codes, names and dates stand in thousands of rows: one text serves them all.</summary>
    private string Shared(string text)
    {
        if (text.Length > 60)
        {
            return text;
        }
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }
        if (_known.Count < 50_000)
        {
            _known[text] = text;
        }
        return text;
    }

    private string Value(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var value = "";
        while (BoundedXml.Next(xml, late))
        {
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                return value;
            }
            value += xml.Value;
        }
        return value;
    }

    private void Skip(XmlReader xml, string element)
    {
        while (
            !xml.IsEmptyElement
            && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element)
            && BoundedXml.Next(xml, late)
        ) { }
    }

    /// <summary>The column of a reference, from nought: A is 0.</summary>
    public int ColumnOf(string reference, int row)
    {
        var column = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[at]) - 'A' + 1);
            if (column > 16_384)
            {
                throw Damaged(row, 0);
            }
        }
        return
            at > 0
            && int.TryParse(
                reference.AsSpan(at),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var said
            )
            && said == row
            ? column - 1
            : throw Damaged(row, 0);
    }

    private SourceException Damaged(int row, int column) =>
        new(new SourceFault(SourceFaultKind.DamagedCell, title, row, column + 1));
}
