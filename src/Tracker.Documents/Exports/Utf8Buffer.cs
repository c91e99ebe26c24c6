using System.Buffers;
using System.Text.Unicode;

namespace Tracker.Documents.Exports;

/// <summary>One rented buffer in which rows become UTF-8, so that memory does not grow with their number.</summary>
internal sealed class Utf8Buffer : IDisposable
{
    /// <summary>Beyond this much a writer drains the buffer at the end of the row.</summary>
    public const int Full = 64 * 1024;

    private const int LongestNumber = 64;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(2 * Full);

    public int Length { get; private set; }

    public bool IsFull => Length >= Full;

    public void Add(ReadOnlySpan<byte> made)
    {
        made.CopyTo(Room(made.Length));
        Length += made.Length;
    }

    /// <summary>Adds text as it is; a lone surrogate, which no UTF-8 can hold, becomes U+FFFD.</summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, Room(3 * text.Length), out _, out var written);
        Length += written;
    }

    public void AddNumber<T>(T number, string format = "")
        where T : IUtf8SpanFormattable
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        number.TryFormat(Room(LongestNumber), out var written, format, culture);
        Length += written;
    }

    public void DrainTo(Stream output)
    {
        output.Write(bytes, 0, Length);
        Length = 0;
    }

    /// <summary>What is here, to be returned to the shared pool by whoever takes it; this goes on empty.</summary>
    public ArraySegment<byte> Take()
    {
        var taken = new ArraySegment<byte>(bytes, 0, Length);
        bytes = ArrayPool<byte>.Shared.Rent(2 * Full);
        Length = 0;
        return taken;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private Span<byte> Room(int needed)
    {
        if (bytes.Length - Length < needed)
        {
            var wider = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, Length + needed));
            bytes.AsSpan(0, Length).CopyTo(wider);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = wider;
        }
        return bytes.AsSpan(Length);
    }
}
