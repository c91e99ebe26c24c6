using System.Text;

namespace Tracker.Benchmarks.Circuits;

/// <summary>Reads what a hub sends of MessagePack, and no more of it.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    public int ArrayHeader() =>
        Take() switch
        {
            var b when (b & 0xf0) == 0x90 => b & 0x0f,
            0xdc => (int)Unsigned(2),
            var b => throw Unexpected(b),
        };

    public long Integer() =>
        Take() switch
        {
            var b and <= 0x7f => b,
            var b and >= 0xe0 => (sbyte)b,
            0xcc => Unsigned(1),
            0xcd => Unsigned(2),
            0xce => Unsigned(4),
            0xcf or 0xd3 => Unsigned(8),
            0xd0 => (sbyte)Unsigned(1),
            0xd1 => (short)Unsigned(2),
            0xd2 => (int)Unsigned(4),
            var b => throw Unexpected(b),
        };

    public string? Text() =>
        Take() switch
        {
            0xc0 => null,
            var b when (b & 0xe0) == 0xa0 => Utf8(b & 0x1f),
            0xd9 => Utf8(Unsigned(1)),
            0xda => Utf8(Unsigned(2)),
            0xdb => Utf8(Unsigned(4)),
            var b => throw Unexpected(b),
        };

    public string? TextOrBoolean() =>
        _data[_at] switch
        {
            0xc2 or 0xc3 => Take() == 0xc3 ? "true" : "false",
            _ => Text(),
        };

    public ReadOnlySpan<byte> Binary() =>
        Take() switch
        {
            0xc4 => Slice(Unsigned(1)),
            0xc5 => Slice(Unsigned(2)),
            0xc6 => Slice(Unsigned(4)),
            var b => throw Unexpected(b),
        };

    /// <summary>Headers of a message are a small map of strings, empty so far.</summary>
    public void SkipHeaders()
    {
        for (var strings = 2 * (Take() & 0x0f); strings > 0; strings--)
        {
            Text();
        }
    }

    private byte Take() => _data[_at++];

    private long Unsigned(int size)
    {
        long value = 0;
        foreach (var b in Slice(size))
        {
            value = (value << 8) | b;
        }
        return value;
    }

    private string Utf8(long length) => Encoding.UTF8.GetString(Slice(length));

    private ReadOnlySpan<byte> Slice(long length)
    {
        var slice = _data.Slice(_at, (int)length);
        _at += (int)length;
        return slice;
    }

    private static FormatException Unexpected(byte b) =>
        new($"Unexpected MessagePack byte {b:x2}.");
}
