namespace Tracker.Core.Evidence;

/// <summary>Looks into a stream that can be searched.</summary>
internal static class ContentReading
{
    /// <summary>As many of the bytes asked for as there are.</summary>
    public static byte[] ReadAt(this Stream content, long position, int count)
    {
        content.Position = position;
        var bytes = new byte[count];
        var read = content.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : bytes[..read];
    }

    /// <summary>
    /// The last bytes are the directory of an archive: whoever opens the file as one finds other files in it, whatever it
    /// begins with. The comment after the directory must end where the file ends.
    /// </summary>
    public static bool EndsAsArchive(this Stream content)
    {
        const int Directory = 22;
        var count = (int)Math.Min(content.Length, Directory + ushort.MaxValue);
        var tail = content.ReadAt(content.Length - count, count).AsSpan();
        for (var at = tail.Length - Directory; at >= 0; at--)
        {
            if (
                tail[at..].StartsWith("PK\u0005\u0006"u8)
                && at + Directory + (tail[at + 20] | (tail[at + 21] << 8)) == tail.Length
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Marks of a page or a script. Old browsers looked for them in the first bytes, whatever they were told.</summary>
    public static bool LooksLikeMarkup(string text) =>
        Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Marks =
    [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<iframe",
        "<?xml",
        "<?php",
    ];
}
