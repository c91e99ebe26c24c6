using System.Buffers.Binary;
using Tracker.Data.Recommendations;

namespace Tracker.Data.Search;

/// <summary>The folded words by which a recommendation is found. Kept in the same save as what it is made from.</summary>
internal sealed class SearchDocument
{
    /// <summary>A whole number for the index of the embedded database, made from the random part of the id.</summary>
    public long Key { get; init; }
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }

    /// <summary>Words separated by single spaces, with one at either end.</summary>
    public required string Folded { get; set; }

    public static long KeyOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) & 0x3FFF_FFFF_FFFF_FFFF;
    }
}
