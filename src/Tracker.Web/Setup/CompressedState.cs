using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Components;

namespace Tracker.Web.Setup;

/// <summary>
/// What a page hands to its circuit travels in the page and back over the hub, whose messages end at 32 KB. A hundred
/// rows of titles compress to a fifth.
/// </summary>
internal sealed class CompressedState<T> : PersistentComponentStateSerializer<T>
{
    /// <summary>Above this the page is handed over empty, and its circuit asks once more: slower, but alive.</summary>
    public const int MostBytes = 12 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = System
            .Text
            .Json
            .Serialization
            .JsonIgnoreCondition
            .WhenWritingDefault,
        // What was left out at writing is a default: nothing is missing at reading.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireNothing } },
    };

    private static void RequireNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired = false;
        }
    }

    public override void Persist(T value, IBufferWriter<byte> writer)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Options);
        var target = writer.GetSpan(BrotliEncoder.GetMaxCompressedLength(json.Length));
        if (!BrotliEncoder.TryCompress(json, target, out var written, quality: 4, window: 18))
        {
            throw new InvalidOperationException("The state of the page could not be compressed.");
        }
        if (written <= MostBytes)
        {
            writer.Advance(written);
        }
    }

    /// <summary>Nothing where nothing was handed over.</summary>
    public override T Restore(ReadOnlySequence<byte> data)
    {
        if (data.IsEmpty)
        {
            return default!;
        }
        using var packed = new MemoryStream(data.ToArray());
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(unpacked, Options)!;
    }
}
