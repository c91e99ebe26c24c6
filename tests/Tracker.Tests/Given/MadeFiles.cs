using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Tracker.Tests.Given;

/// <summary>Files as people send them, and as those do who mean harm; all made here.</summary>
internal static class MadeFiles
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Pdf(string text = "Décret") =>
        Bytes($"%PDF-1.7\n1 0 obj\n<</Title({text})>>\nendobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n");

    public static byte[] Png(uint width = 4, uint height = 3, params byte[][] chunks) =>
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            0x0A,
            .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]),
            .. chunks.SelectMany(c => c),
            .. Chunk("IDAT", [1, 2, 3]),
            .. Chunk("IEND", []),
        ];

    public static byte[] Chunk(string name, byte[] data) =>
        [.. Big((uint)data.Length), .. Bytes(name), .. data, 0, 0, 0, 0];

    public static byte[] Jpeg(ushort width = 4, ushort height = 3, string comment = "") =>
        [
            0xFF,
            0xD8,
            0xFF,
            0xFE,
            .. Segment(Bytes(comment)),
            0xFF,
            0xC0,
            .. Segment([8, .. Big(height), .. Big(width), 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]),
            0xFF,
            0xDA,
            .. Segment([1, 1, 0, 0, 63, 0]),
            1,
            2,
            3,
            0xFF,
            0xD9,
        ];

    public static byte[] Docx(params (string Name, string Text)[] others) =>
        Document("wordprocessingml.document.main+xml", "word/document.xml", "", others);

    public static byte[] Xlsx(params (string Name, string Text)[] others) =>
        Document("spreadsheetml.sheet.main+xml", "xl/workbook.xml", "", others);

    public static byte[] Pptx(params (string Name, string Text)[] others) =>
        Document("presentationml.presentation.main+xml", "ppt/presentation.xml", "", others);

    /// <summary>A document whose list of contents says more than it should.</summary>
    /// <param name="main">Content type of the main part, after the usual beginning; whole where it holds a slash.</param>
    public static byte[] Document(
        string main,
        string part,
        string moreTypes,
        params (string Name, string Text)[] others
    )
    {
        var type = main.Contains('/', StringComparison.Ordinal) ? main : Office + main;
        return Zip([
            (
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + $"<Override PartName=\"/{part}\" ContentType=\"{type}\"/>{moreTypes}</Types>"
            ),
            (part, "<w/>"),
            .. others,
        ]);
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>As the bytes of Latin 1, where every character is one byte.</summary>
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Segment(byte[] data) => [.. Big((ushort)(data.Length + 2)), .. data];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Big(ushort number) => [(byte)(number >> 8), (byte)number];
}

/// <summary>A stream that ends before its end: the line was cut, or the disk is full.</summary>
internal sealed class CutStream(byte[] comes, Exception then) : Stream
{
    private int _at;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at >= comes.Length)
        {
            throw then;
        }
        var read = Math.Min(count, comes.Length - _at);
        Array.Copy(comes, _at, buffer, offset, read);
        _at += read;
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    /// <summary>As the system says that the disk is full.</summary>
    public static IOException DiskFull { get; } = new("No space left on device", 28);
}
