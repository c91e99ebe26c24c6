using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tracker.Benchmarks.Circuits;

/// <summary>Builds and splits the messages of the circuits' hub, each with its length before it.</summary>
internal static class HubMessage
{
    public const int Invocation = 1;
    public const int Completion = 3;

    public static readonly byte[] Handshake =
    [
        .. "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8,
    ];
    public static readonly byte[] Ping = [2, 0x91, 6];

    /// <summary>A call of a method of the hub; with an id an answer comes back.</summary>
    public static byte[] Invoke(string? id, string target, params ReadOnlySpan<object?> arguments)
    {
        List<byte> body = [0x96, Invocation, 0x80];
        Add(body, id);
        Add(body, target);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
        {
            Add(body, argument);
        }
        body.Add(0x90);

        List<byte> prefix = [];
        var length = body.Count;
        for (; length >= 0x80; length >>= 7)
        {
            prefix.Add((byte)(length | 0x80));
        }
        return [.. prefix, (byte)length, .. body];
    }

    /// <summary>Takes the first whole message off a stream of bytes; false where more must come first.</summary>
    public static bool TryTake(
        ReadOnlySpan<byte> stream,
        out ReadOnlySpan<byte> message,
        out int consumed
    )
    {
        message = default;
        consumed = 0;
        for (int i = 0, length = 0; i < 5 && i < stream.Length; i++)
        {
            length |= (stream[i] & 0x7f) << (7 * i);
            if (stream[i] >= 0x80)
            {
                continue;
            }
            consumed = i + 1 + length;
            if (stream.Length < consumed)
            {
                return false;
            }
            message = stream[(i + 1)..consumed];
            return true;
        }
        return false;
    }

    private static void Add(List<byte> to, object? value)
    {
        Span<byte> number = stackalloc byte[8];
        switch (value)
        {
            case null:
                to.Add(0xc0);
                break;
            case bool flag:
                to.Add(flag ? (byte)0xc3 : (byte)0xc2);
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                BinaryPrimitives.WriteInt32BigEndian(number, utf8.Length);
                to.AddRange([0xdb, .. number[..4], .. utf8]);
                break;
            default:
                BinaryPrimitives.WriteInt64BigEndian(
                    number,
                    Convert.ToInt64(value, CultureInfo.InvariantCulture)
                );
                to.AddRange([0xd3, .. number]);
                break;
        }
    }
}
