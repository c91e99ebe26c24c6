using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tracker.Core.Words;

/// <summary>
/// Makes texts comparable for readers who leave accents, capitals and typographic marks out.
/// The same rule folds what is stored and what is asked for, on every database.
/// </summary>
public static class Folding
{
    private const int LongestSearch = 200;

    /// <summary>Signs that are folded without borrowing memory.</summary>
    private const int MostOnStack = 1_024;

    /// <summary>A space, and the most letters that one sign becomes.</summary>
    private const int LongestFold = 4;

    /// <summary>Letters of Latin scripts, then typographic marks: nearly everything that is typed here.</summary>
    private const int Letters = 0x250;
    private const int Marks = 0x2000;
    private const int MarksEnd = 0x2070;

    /// <summary>What each of them folds to, a space for what separates; worked out once by the rule
    /// itself; null where it takes the rule.</summary>
    private static readonly string?[] Known =
    [
        .. Enumerable
            .Range(0, Letters)
            .Concat(Enumerable.Range(Marks, MarksEnd - Marks))
            .Select(KnownOf),
    ];

    /// <summary>Lower case, no accents, œ as oe and æ as ae, words separated by one space.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var most = text.Length * LongestFold;
        var rented = most > MostOnStack ? ArrayPool<char>.Shared.Rent(most) : null;
        var quick = TryQuickly(text, rented is null ? stackalloc char[most] : rented);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
        if (quick is not null)
        {
            return quick;
        }
        var folded = new StringBuilder(text.Length + 8);
        FoldInto(folded, text);
        return folded.ToString();
    }

    /// <summary>Sign by sign from the table; null at the first that is not in it.</summary>
    private static string? TryQuickly(string text, Span<char> room)
    {
        var (length, pendingSpace) = (0, false);
        foreach (var sign in text)
        {
            var at =
                sign < Letters ? sign
                : sign is >= (char)Marks and < (char)MarksEnd ? sign - Marks + Letters
                : -1;
            if (at < 0 || Known[at] is not { } known || known.Length >= LongestFold)
            {
                return null;
            }
            if (known is " ")
            {
                pendingSpace = length > 0;
                continue;
            }
            if (known.Length == 0)
            {
                continue;
            }
            if (pendingSpace)
            {
                room[length++] = ' ';
                pendingSpace = false;
            }
            foreach (var letter in known)
            {
                room[length++] = letter;
            }
        }
        return room[..length].SequenceEqual(text) ? text : new string(room[..length]);
    }

    /// <summary>Between two letters, by the rule; null for signs such as ½ that are letters and marks at once.</summary>
    private static string? KnownOf(int code)
    {
        var folded = new StringBuilder();
        FoldInto(folded, $"a{(char)code}b");
        var between = folded.ToString(1, folded.Length - 2);
        return between is " " || !between.Contains(' ', StringComparison.Ordinal) ? between : null;
    }

    private static void FoldInto(StringBuilder folded, string text)
    {
        var pendingSpace = false;
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (
                category
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.Format
            )
            {
                continue;
            }
            if (!Rune.IsLetterOrDigit(rune) || IsApostrophe(rune))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }
            if (pendingSpace)
            {
                folded.Append(' ');
                pendingSpace = false;
            }
            AppendFolded(folded, rune);
        }
    }

    /// <summary>
    /// What a reader typed, as the terms that must all be found: each one word, or for a chunk that holds a digit
    /// (KAY-2020-05, 10.7) its words in a row. The last word of a term matches from its beginning.
    /// </summary>
    public static IReadOnlyList<string> Terms(string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return [];
        }
        var cut = search.Length > LongestSearch ? search[..LongestSearch] : search;
        var terms = new List<string>();
        foreach (var chunk in cut.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = Fold(chunk);
            if (folded.Length == 0)
            {
                continue;
            }
            if (folded.Any(char.IsDigit))
            {
                terms.Add(folded);
            }
            else
            {
                terms.AddRange(folded.Split(' '));
            }
        }
        return [.. terms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Some keyboards write l’État with a sign that Unicode counts among the letters.</summary>
    private static bool IsApostrophe(Rune rune) => rune.Value is 'ʻ' or 'ʼ' or 'ʽ' or 'ˈ';

    private static void AppendFolded(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'œ' or 'Œ':
                folded.Append("oe");
                break;
            case 'æ' or 'Æ':
                folded.Append("ae");
                break;
            case 'ß' or 'ẞ':
                folded.Append("ss");
                break;
            default:
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
                break;
        }
    }

    /// <summary>Normalising throws on a lone surrogate, and strangers do send them.</summary>
    private static string WellFormed(string text)
    {
        if (!text.Any(char.IsSurrogate))
        {
            return text;
        }
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.ToString());
        }
        return clean.ToString();
    }
}
