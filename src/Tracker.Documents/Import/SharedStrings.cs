using System.Globalization;
using System.Text;
using System.Xml;
using Tracker.Core.Import;

namespace Tracker.Documents.Import;

/// <summary>The texts that cells refer to by number.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(byte[]? part, CancellationToken late)
    {
        var strings = new List<string>();
        if (part is null)
        {
            return strings;
        }
        using var xml = BoundedXml.Open(part);
        while (BoundedXml.Next(xml, late))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(ReadText(xml, "si", null, late));
            }
        }
        return strings;
    }

    /// <summary>The text of runs together, without how it is pronounced. The reader stands on the element, and ends on its end.</summary>
    public static string ReadText(
        XmlReader xml,
        string element,
        string? sheet,
        CancellationToken late
    )
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var text = new StringBuilder();
        var (inText, spoken) = (false, 0);
        while (BoundedXml.Next(xml, late))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.EndElement when xml.LocalName == element:
                    return Unescape(text.ToString());
                case XmlNodeType.Element when xml.LocalName == "rPh":
                    spoken += xml.IsEmptyElement ? 0 : 1;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    spoken--;
                    break;
                case XmlNodeType.Element:
                    inText = xml.LocalName == "t" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace
                or XmlNodeType.CDATA when inText && spoken == 0:
                    text.Append(xml.Value);
                    // Escaped, a character takes seven: more than that is too long however it is read.
                    if (text.Length > SourceLimits.Characters * 7)
                    {
                        throw new SourceException(
                            new SourceFault(SourceFaultKind.CellTooLong, sheet)
                        );
                    }
                    break;
            }
        }
        return Unescape(text.ToString());
    }

    /// <summary>The format's own way to write what XML cannot hold: <c>_x000D_</c>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (
                at + 7 <= text.Length
                && text[at] == '_'
                && text[at + 1] == 'x'
                && text[at + 6] == '_'
                && int.TryParse(
                    text.AsSpan(at + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                plain.Append((char)code);
                at += 6;
            }
            else
            {
                plain.Append(text[at]);
            }
        }
        return plain.ToString();
    }
}

/// <summary>Which styles of a workbook show a number as a day.</summary>
internal sealed class DateStyles
{
    private readonly List<bool> _styles = [];
    private readonly int _zero;

    private DateStyles(bool from1904) =>
        _zero = new DateOnly(
            from1904 ? 1904 : 1899,
            from1904 ? 1 : 12,
            from1904 ? 1 : 30
        ).DayNumber;

    public static DateStyles Read(byte[]? part, bool from1904, CancellationToken late)
    {
        var styles = new DateStyles(from1904);
        if (part is null)
        {
            return styles;
        }
        var own = new Dictionary<int, bool>();
        var inCells = false;
        using var xml = BoundedXml.Open(part);
        while (BoundedXml.Next(xml, late))
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" })
            {
                inCells = false;
            }
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.LocalName)
            {
                case "numFmt"
                    when int.TryParse(
                        xml.GetAttribute("numFmtId"),
                        CultureInfo.InvariantCulture,
                        out var id
                    ):
                    own[id] = ShowsDay(xml.GetAttribute("formatCode") ?? "");
                    break;
                case "cellXfs":
                    inCells = !xml.IsEmptyElement;
                    break;
                case "xf" when inCells:
                    _ = int.TryParse(
                        xml.GetAttribute("numFmtId"),
                        CultureInfo.InvariantCulture,
                        out var format
                    );
                    styles._styles.Add(
                        own.TryGetValue(format, out var day)
                            ? day
                            : format
                                is >= 14
                                    and <= 22
                                    or >= 27
                                    and <= 36
                                    or >= 45
                                    and <= 47
                                    or >= 50
                                    and <= 58
                    );
                    break;
            }
        }
        return styles;
    }

    /// <summary>Null where the style shows no day.</summary>
    public string? Day(string? style, double number)
    {
        if (
            !int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= _styles.Count
            || !_styles[index]
            || !double.IsFinite(number)
            || number < 0
            || number > 2_958_465
        )
        {
            return null;
        }
        var day = DateOnly.FromDayNumber(_zero + (int)Math.Floor(number));
        var time = TimeSpan.FromSeconds(Math.Round((number - Math.Floor(number)) * 86_400));
        var spelt = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return time == TimeSpan.Zero
            ? spelt
            : spelt + time.ToString("'T'hh':'mm':'ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A format with a year, a month or a day in it, outside quotes and brackets.</summary>
    private static bool ShowsDay(string code)
    {
        var quoted = false;
        var bracketed = false;
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[' when !quoted:
                    bracketed = true;
                    break;
                case ']' when !quoted:
                    bracketed = false;
                    break;
                case 'y'
                or 'Y'
                or 'd'
                or 'D'
                or 'm'
                or 'M'
                or 'a'
                or 'j' when !quoted && !bracketed:
                    return true;
            }
        }
        return false;
    }
}
