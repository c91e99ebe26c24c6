using System.Security.Cryptography;
using Tracker.Core;
using Tracker.Core.Evidence;

namespace Tracker.Data.Evidence;

/// <summary>What came of a stream.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record TakenIn(long Size, string Sha256, FieldFault? Fault);

/// <summary>Streams counted and hashed on their way, never held whole in memory.</summary>
internal static class Bytes
{
    /// <param name="most">Bytes; one more is too large.</param>
    public static async Task<TakenIn> CopyAsync(
        Stream content,
        FileStream file,
        long most,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (
            var read = await content.ReadAsync(buffer, cancellation);
            read > 0;
            read = await content.ReadAsync(buffer, cancellation)
        )
        {
            size += read;
            if (size > most)
            {
                return new TakenIn(size, "", ContentFault.TooLarge);
            }
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return size == 0
            ? Failed(Fault.FileEmpty)
            : new TakenIn(size, Convert.ToHexStringLower(hash.GetHashAndReset()), null);
    }

    /// <summary>Lower-case hexadecimal; leaves the stream at its beginning.</summary>
    public static async Task<string> HashAsync(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var hash = await SHA256.HashDataAsync(content, cancellation);
        content.Position = 0;
        return Convert.ToHexStringLower(hash);
    }

    public static TakenIn Failed(Fault fault) =>
        new(0, "", new FieldFault(ContentFault.Field, fault));

    /// <summary>No space, quota of the disk, file too large for it; the last two are those of Windows.</summary>
    public static bool IsDiskFull(IOException problem) =>
        problem.HResult
            is 28
                or 122
                or 27
                or unchecked((int)0x80070070)
                or unchecked((int)0x80070027);
}
