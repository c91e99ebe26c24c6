using System.Buffers.Binary;

namespace Tracker.Data.Demonstration;

/// <summary>
/// Ids in the shape of UUID v7, the same for the same seed and workshop. They rise with the workshops, and so do the
/// keys of the search documents made from them, so that rows are added at the end of their tables.
/// </summary>
internal sealed class SampleIds(int seed, int workshop)
{
    /// <summary>1 January 2020 in milliseconds; a workshop a millisecond.</summary>
    private const long First = 1_577_836_800_000;
    private const int SeedBits = 20;

    private uint _next;

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        var moment = First + workshop;
        BinaryPrimitives.WriteInt64BigEndian(bytes, (moment << 16) | 0x7000);
        var rest =
            ((ulong)(seed & ((1 << SeedBits) - 1)) << 42) | ((ulong)workshop << 20) | _next++;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | rest);
        return new Guid(bytes, bigEndian: true);
    }
}
