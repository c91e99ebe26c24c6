using System.Buffers.Binary;

namespace Tracker.Core.Evidence;

/// <summary>What the headers of images say: a small file may unfold into more points than a reader's memory holds.</summary>
internal static class ImageSize
{
    public const long MostPixels = 40_000_000;

    public static string? Check(long width, long height) =>
        width == 0 || height == 0 ? ContentFault.Content
        : width * height > MostPixels ? ContentFault.Pixels
        : null;
}

/// <summary>Walks from chunk to chunk: an image that is one from its first byte to its last.</summary>
internal static class PngContent
{
    private const int MostChunks = 100_000;

    public static string? Check(Stream content)
    {
        var head = content.ReadAt(0, 33);
        ReadOnlySpan<byte> signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        if (
            head.Length < 33
            || !head.AsSpan().StartsWith(signature)
            || BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(8)) != 13
            || !head.AsSpan(12).StartsWith("IHDR"u8)
        )
        {
            return ContentFault.Content;
        }
        return ImageSize.Check(
                BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)),
                BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20))
            ) ?? Walk(content);
    }

    private static string? Walk(Stream content)
    {
        long at = 8;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var head = content.ReadAt(at, 8);
            if (head.Length < 8)
            {
                return ContentFault.Content;
            }
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(head);
            if (at > content.Length)
            {
                return ContentFault.Content;
            }
            if (head.AsSpan(4).SequenceEqual("IEND"u8))
            {
                return at == content.Length ? null : ContentFault.Hidden;
            }
        }
        return ContentFault.Content;
    }
}

/// <summary>
/// Walks from segment to segment up to the picture itself. What cameras append behind it is theirs (small films,
/// depth), but for an archive.
/// </summary>
internal static class JpegContent
{
    private const int MostSegments = 1000;

    public static string? Check(Stream content)
    {
        if (!content.ReadAt(0, 3).AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return ContentFault.Content;
        }
        long at = 2;
        var sized = false;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            var head = content.ReadAt(at, 9);
            if (head.Length < 9 || head[0] != 0xFF)
            {
                return ContentFault.Content;
            }
            var mark = head[1];
            if (mark == 0xFF)
            {
                at++;
                continue;
            }
            if (mark == 0xDA)
            {
                return !sized ? ContentFault.Content
                    : content.EndsAsArchive() ? ContentFault.Hidden
                    : null;
            }
            // Of the frames; the three left out are tables and extensions.
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var fault = ImageSize.Check(
                    BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(7)),
                    Math.Max((int)BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(5)), 1)
                );
                if (fault is not null)
                {
                    return fault;
                }
                sized = true;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
            if (length < 2)
            {
                return ContentFault.Content;
            }
            at += 2L + length;
        }
        return ContentFault.Content;
    }
}
