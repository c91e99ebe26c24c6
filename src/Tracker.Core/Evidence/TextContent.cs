using System.Text;

namespace Tracker.Core.Evidence;

/// <summary>
/// Text in any of the spellings that office programs write: UTF-8, UTF-16 with its mark, or the one-byte code of
/// Windows. No zero, no controls, and no page or program.
/// </summary>
internal static class TextContent
{
    public static string? Check(Stream content)
    {
        var head = content.ReadAt(0, 4);
        var (encoding, width) = head.AsSpan() switch
        {
            [0xFF, 0xFE, 0, 0] => (null, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (Encoding.Latin1, 1),
        };
        if (encoding is null || content.Length % width != 0)
        {
            return ContentFault.Content;
        }
        content.Position = 0;
        using var reader = new StreamReader(
            content,
            encoding,
            detectEncodingFromByteOrderMarks: false,
            bufferSize: 8192,
            leaveOpen: true
        );
        var buffer = new char[8192];
        var begins = true;
        for (var read = reader.ReadBlock(buffer); read > 0; read = reader.ReadBlock(buffer))
        {
            var text = buffer.AsSpan(0, read);
            if (begins && IsProgram(new string(text[..Math.Min(read, 1024)])))
            {
                return ContentFault.Markup;
            }
            begins = false;
            if (
                text.ContainsAnyInRange('\0', '\u0008')
                || text.ContainsAnyInRange('\u000E', '\u001F')
            )
            {
                return ContentFault.Content;
            }
        }
        return null;
    }

    /// <summary>The mark of UTF-8, read byte by byte, is no text yet.</summary>
    private static bool IsProgram(string head)
    {
        var text = head.TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF').TrimStart();
        return ContentReading.LooksLikeMarkup(text)
            || text.StartsWith("#!", StringComparison.Ordinal)
            || text.StartsWith("%PDF-", StringComparison.Ordinal)
            || text.StartsWith("%!", StringComparison.Ordinal)
            || (
                text is ['<', var next, ..]
                && (char.IsAsciiLetter(next) || next is '!' or '?' or '/')
            );
    }
}
