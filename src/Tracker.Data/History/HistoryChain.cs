using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>
/// Chains lines: each holds the salted hashes of its values and the hash of the line before, so that an edit, a removal
/// or a new order shows. The salt makes an erased text impossible to guess back from its hash.
/// </summary>
internal static class HistoryChain
{
    private const int SaltLength = 16;

    /// <summary>The rows to store, with the head of the chain moved on.</summary>
    public static IEnumerable<object> Extend(Write write, IReadOnlyList<HistoryNote> notes)
    {
        foreach (var note in notes)
        {
            var salt = RandomNumberGenerator.GetBytes(SaltLength);
            var line = Chain(write, note, salt);
            write.Head.Sequence = line.Sequence;
            write.Head.Hash = line.Hash;
            yield return line;
            yield return new HistoryText
            {
                Sequence = line.Sequence,
                Before = note.Before,
                After = note.After,
                Salt = salt,
            };
        }
    }

    /// <summary>The hash a stored line must have.</summary>
    public static byte[] HashOf(HistoryLine line) =>
        Hash(
            line.Sequence,
            line.ActId,
            line.At,
            line.ActorId,
            line.Deed,
            line.OnBehalfOf,
            line.Kind,
            line.Subject,
            line.Field,
            line.BeforeHash,
            line.AfterHash,
            line.PreviousHash,
            line.Version
        );

    public static byte[]? HashOf(string? value, byte[] salt) =>
        value is null ? null : SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(value)]);

    private static HistoryLine Chain(Write write, HistoryNote note, byte[] salt)
    {
        var sequence = write.Head.Sequence + 1;
        var act = note.Told ?? new ToldAct(write.ActId, write.Now, write.Deed);
        var deed = Codes.Of(act.Deed);
        var before = HashOf(note.Before, salt);
        var after = HashOf(note.After, salt);
        var previous = write.Head.Hash;
        var onBehalfOf = write.OnBehalfOf(note.Subject);
        // What stands beside a recommendation has no version of its own: its line says which one it left there.
        long? version =
            write.Versions.TryGetValue((note.Kind, note.Subject), out var counted)
            || write.Versions.TryGetValue(("recommendation", note.Subject), out counted)
                ? counted
                : null;
        return new HistoryLine
        {
            Sequence = sequence,
            ActId = act.Id,
            At = act.At,
            ActorId = write.Actor.Id,
            Deed = deed,
            OnBehalfOf = onBehalfOf,
            Kind = note.Kind,
            Subject = note.Subject,
            Field = note.Field,
            Version = version,
            BeforeHash = before,
            AfterHash = after,
            PreviousHash = previous,
            Hash = Hash(
                sequence,
                act.Id,
                act.At,
                write.Actor.Id,
                deed,
                onBehalfOf,
                note.Kind,
                note.Subject,
                note.Field,
                before,
                after,
                previous,
                version
            ),
        };
    }

    private static byte[] Hash(params object?[] parts)
    {
        var text = new StringBuilder();
        // Lines from before versions were kept have none, and the hash they always had.
        foreach (var part in parts[^1] is null ? parts[..^1] : parts)
        {
            // The length before each part: no two different lines can spell the same text.
            var spelt = part switch
            {
                null => "",
                byte[] bytes => Convert.ToHexString(bytes),
                DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
                IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                _ => part.ToString()!,
            };
            text.Append(CultureInfo.InvariantCulture, $"{spelt.Length}:{spelt};");
        }
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
