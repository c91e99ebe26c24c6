using System.Buffers;
using System.Globalization;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Writes text into the XML of a sheet so that it comes back unchanged.</summary>
internal static class SheetXml
{
    private static readonly SearchValues<char> Special = SearchValues.Create([
        '<',
        '>',
        '&',
        '"',
        '_',
        '\r',
        '\uFFFE',
        '\uFFFF',
        .. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\t' or '\n')),
    ]);

    /// <summary>
    /// Escapes for XML, and for the format's own <c>_xHHHH_</c>, in which control characters are written and which
    /// a text that looks like it must not be taken for. A CR is one of them: XML would read it as LF.
    /// </summary>
    public static void AddEscaped(this Utf8Buffer buffer, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var stop = text.IndexOfAny(Special);
            if (stop < 0)
            {
                buffer.AddText(text);
                return;
            }
            buffer.AddText(text[..stop]);
            AddSpecial(buffer, text[stop..]);
            text = text[(stop + 1)..];
        }
    }

    private static void AddSpecial(Utf8Buffer buffer, ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '<':
                buffer.Add("&lt;"u8);
                break;
            case '>':
                buffer.Add("&gt;"u8);
                break;
            case '&':
                buffer.Add("&amp;"u8);
                break;
            case '"':
                buffer.Add("&quot;"u8);
                break;
            case '_':
                buffer.Add(LooksEscaped(text) ? "_x005F_"u8 : "_"u8);
                break;
            case '\uFFFE' or '\uFFFF':
                buffer.Add("\uFFFD"u8);
                break;
            default:
                buffer.AddText(
                    string.Create(CultureInfo.InvariantCulture, $"_x{(int)text[0]:X4}_")
                );
                break;
        }
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text is ['_', 'x' or 'X', var a, var b, var c, var d, '_', ..]
        && char.IsAsciiHexDigit(a)
        && char.IsAsciiHexDigit(b)
        && char.IsAsciiHexDigit(c)
        && char.IsAsciiHexDigit(d);
}
