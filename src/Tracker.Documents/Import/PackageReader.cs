using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Tracker.Core.Import;

namespace Tracker.Documents.Import;

/// <summary>
/// The archive of a workbook, read from its own directory: what the framework forgives (names twice, parts that overlap,
/// sizes that lie) ends the reading here. Parts are unpacked one at a time, and what comes out is counted.
/// </summary>
internal sealed class PackageReader
{
    private const uint DirectoryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;
    private const uint EndMark = 0x06054b50;
    private const int EndLength = 22;

    private readonly byte[] _bytes;
    private readonly Dictionary<string, Part> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _left = SourceLimits.Unpacked;

    public PackageReader(byte[] bytes)
    {
        _bytes = bytes;
        ReadDirectory();
        RefuseOverlaps();
        RefuseWhatRuns();
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>The bytes of a part; null where there is none.</summary>
    public byte[]? Open(string name, CancellationToken late)
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            return null;
        }
        var packed = new MemoryStream(_bytes, part.Start, part.Packed, writable: false);
        using Stream unpacking =
            part.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        using var whole = new MemoryStream();
        var buffer = new byte[65_536];
        int read;
        while ((read = unpacking.Read(buffer)) > 0)
        {
            late.ThrowIfCancellationRequested();
            _left -= read;
            if (_left < 0 || whole.Length + read > part.Size)
            {
                throw SourceReader.End(
                    _left < 0 ? SourceFaultKind.UnpacksTooLarge : SourceFaultKind.DamagedArchive,
                    name
                );
            }
            whole.Write(buffer, 0, read);
        }
        var content = whole.ToArray();
        return content.Length == part.Size && Crc32.HashToUInt32(content) == part.Crc
            ? content
            : throw SourceReader.End(SourceFaultKind.DamagedArchive, name);
    }

    private void ReadDirectory()
    {
        var end = FindEnd();
        var count = Short(end + 10);
        var at = (long)Int(end + 16);
        if (count > SourceLimits.Parts)
        {
            throw SourceReader.End(SourceFaultKind.TooManyParts, $"{SourceLimits.Parts}");
        }
        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            if (at + 46 > _bytes.Length || Int((int)at) != DirectoryMark)
            {
                throw SourceReader.End(SourceFaultKind.DamagedArchive);
            }
            var part = ReadEntry((int)at, out var next);
            sum += part.Size;
            if (sum > SourceLimits.Unpacked)
            {
                throw SourceReader.End(SourceFaultKind.UnpacksTooLarge);
            }
            at = next;
        }
    }

    private Part ReadEntry(int at, out long next)
    {
        var flags = Short(at + 8);
        var method = Short(at + 10);
        var (nameLength, extra, comment) = (Short(at + 28), Short(at + 30), Short(at + 32));
        next = at + 46L + nameLength + extra + comment;
        if (next > _bytes.Length)
        {
            throw SourceReader.End(SourceFaultKind.DamagedArchive);
        }
        var name = Encoding.UTF8.GetString(_bytes, at + 46, nameLength);
        if ((flags & 1) != 0)
        {
            throw SourceReader.End(SourceFaultKind.Encrypted);
        }
        if (method is not (0 or 8) || IsUnsafe(name))
        {
            throw SourceReader.End(SourceFaultKind.DamagedArchive, Shown(name));
        }
        var part = new Part(
            Start((int)Int(at + 42)),
            (int)Math.Min(Int(at + 20), int.MaxValue),
            Int(at + 24),
            Int(at + 16),
            method,
            (int)Int(at + 42)
        );
        if (part.Start + (long)part.Packed > _bytes.Length || !_parts.TryAdd(name, part))
        {
            throw SourceReader.End(SourceFaultKind.DamagedArchive, Shown(name));
        }
        return part;
    }

    /// <summary>Where the packed bytes begin: the local head has lengths of its own.</summary>
    private int Start(int local)
    {
        if (local < 0 || local + 30L > _bytes.Length || Int(local) != LocalMark)
        {
            throw SourceReader.End(SourceFaultKind.DamagedArchive);
        }
        return local + 30 + Short(local + 26) + Short(local + 28);
    }

    /// <summary>A small file that unpacks to a large one lets its parts share their bytes.</summary>
    private void RefuseOverlaps()
    {
        var end = 0L;
        foreach (var part in _parts.Values.OrderBy(p => p.Local))
        {
            if (part.Local < end)
            {
                throw SourceReader.End(SourceFaultKind.DamagedArchive);
            }
            end = part.Start + (long)part.Packed;
        }
    }

    private void RefuseWhatRuns()
    {
        foreach (var name in _parts.Keys)
        {
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            {
                throw SourceReader.End(SourceFaultKind.Macros);
            }
            if (
                name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
            )
            {
                throw SourceReader.End(SourceFaultKind.EmbeddedObjects);
            }
        }
    }

    private int FindEnd()
    {
        for (var at = _bytes.Length - EndLength; at >= Math.Max(0, _bytes.Length - 65_557); at--)
        {
            if (Int(at) == EndMark)
            {
                return at;
            }
        }
        throw SourceReader.End(SourceFaultKind.DamagedArchive);
    }

    private static bool IsUnsafe(string name) =>
        name.Length == 0
        || name[0] == '/'
        || name.Contains("..", StringComparison.Ordinal)
        || name.AsSpan().IndexOfAny("\\:\0") >= 0;

    private static string Shown(string name) => name.Length > 60 ? name[..60] : name;

    private ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at, 2));

    private uint Int(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at, 4));

    /// <param name="Local">Where its local head stands.</param>
    private sealed record Part(int Start, int Packed, long Size, uint Crc, int Method, int Local);
}
