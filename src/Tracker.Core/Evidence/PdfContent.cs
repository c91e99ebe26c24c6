namespace Tracker.Core.Evidence;

/// <summary>A document that begins as one, on its first byte, and ends as one.</summary>
internal static class PdfContent
{
    private const int Tail = 2048;

    public static string? Check(Stream content)
    {
        var head = content.ReadAt(0, 8);
        if (
            !head.AsSpan().StartsWith("%PDF-"u8)
            || head.Length < 8
            || head[5] is not ((byte)'1' or (byte)'2')
            || head[6] != (byte)'.'
        )
        {
            return ContentFault.Content;
        }
        var count = (int)Math.Min(content.Length, Tail);
        if (content.ReadAt(content.Length - count, count).AsSpan().IndexOf("%%EOF"u8) < 0)
        {
            return ContentFault.Content;
        }
        return content.BeginsWithPage() || content.EndsAsArchive() ? ContentFault.Hidden : null;
    }

    /// <summary>A document may open with its own description, which is markup of another kind.</summary>
    private static bool BeginsWithPage(this Stream content)
    {
        var head = System.Text.Encoding.Latin1.GetString(content.ReadAt(0, 1024));
        return new[] { "<html", "<script", "<!doctype", "<svg" }.Any(mark =>
            head.Contains(mark, StringComparison.OrdinalIgnoreCase)
        );
    }
}
