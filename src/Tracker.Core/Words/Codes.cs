using System.Collections.Frozen;
using System.Text;

namespace Tracker.Core.Words;

/// <summary>
/// The one spelling of a value in the database, in addresses, in exports and in resource keys:
/// <c>NoLongerApplicable</c> is <c>no_longer_applicable</c>.
/// </summary>
public static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names[value];

    public static bool TryParse<T>(string? code, out T value)
        where T : struct, Enum
    {
        value = default;
        return code is not null && Table<T>.Values.TryGetValue(code, out value);
    }

    public static T Parse<T>(string code)
        where T : struct, Enum =>
        TryParse<T>(code, out var value)
            ? value
            : throw new ArgumentException(
                $"'{code}' is no code of {typeof(T).Name}.",
                nameof(code)
            );

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Ordered;

    /// <summary><c>InProgress</c> is <c>in_progress</c>.</summary>
    public static string Spell(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => Spell(v.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
            p => p.Value,
            p => p.Key,
            StringComparer.OrdinalIgnoreCase
        );

        public static readonly IReadOnlyList<string> Ordered =
        [
            .. Enum.GetValues<T>().Select(v => Names[v]),
        ];
    }
}
