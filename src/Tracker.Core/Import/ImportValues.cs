using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>Reads statuses, percentages, codes and texts as people type them. Source: the domain pack's catalogue.</summary>
public static partial class ImportValues
{
    private static readonly Dictionary<string, ImplementationStatus> Statuses = new(
        StringComparer.Ordinal
    )
    {
        ["non demarre"] = ImplementationStatus.NotStarted,
        ["non demarree"] = ImplementationStatus.NotStarted,
        ["not started"] = ImplementationStatus.NotStarted,
        ["en cours"] = ImplementationStatus.InProgress,
        ["in progress"] = ImplementationStatus.InProgress,
        ["realise"] = ImplementationStatus.Implemented,
        ["termine"] = ImplementationStatus.Implemented,
        ["fait"] = ImplementationStatus.Implemented,
        ["mise en oeuvre"] = ImplementationStatus.Implemented,
        ["implemented"] = ImplementationStatus.Implemented,
        ["verifie"] = ImplementationStatus.Verified,
        ["verifiee"] = ImplementationStatus.Verified,
        ["verified"] = ImplementationStatus.Verified,
        ["reporte"] = ImplementationStatus.Deferred,
        ["reportee"] = ImplementationStatus.Deferred,
        ["deferred"] = ImplementationStatus.Deferred,
        ["abandonne"] = ImplementationStatus.NoLongerApplicable,
        ["sans objet"] = ImplementationStatus.NoLongerApplicable,
        ["no longer applicable"] = ImplementationStatus.NoLongerApplicable,
    };

    private static readonly string[] Plain =
    [
        "non demarre",
        "en cours",
        "not started",
        "in progress",
    ];

    private static readonly HashSet<string> English =
    [
        "the",
        "and",
        "of",
        "on",
        "a",
        "to",
        "for",
        "with",
        "in",
    ];
    private static readonly HashSet<string> French =
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "un",
        "une",
        "et",
        "aux",
        "au",
        "en",
        "l",
        "d",
        "pour",
    ];

    /// <summary>Of both sets.</summary>
    private const int LongestSmallWord = 4;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishWords =
        English.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FrenchWords =
        French.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Null where no word of the table begins it; an import never says more than implemented.</summary>
    public static (ImplementationStatus? Status, bool IsInterpreted) Status(string typed)
    {
        var folded = Folding.Fold(typed).Replace('_', ' ');
        if (folded.Length == 0)
        {
            return (ImplementationStatus.NotStarted, false);
        }
        if (Statuses.TryGetValue(folded, out var whole))
        {
            return (whole, !Plain.Contains(folded, StringComparer.Ordinal));
        }
        foreach (var (words, status) in Statuses)
        {
            if (folded.StartsWith(words + ' ', StringComparison.Ordinal))
            {
                return (status, true);
            }
        }
        return (null, false);
    }

    /// <summary>50 %, 0,5 and 50 are the same; more than 100 is none.</summary>
    public static (int? Percent, ImportReasonKind? Note) Percent(string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (text.Length == 0)
        {
            return (null, null);
        }
        var share = text.EndsWith('%') ? text[..^1] : text;
        if (
            !decimal.TryParse(
                share.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            || number > 100
        )
        {
            return (null, ImportReasonKind.PercentImpossible);
        }
        var isShare = number <= 1 && share.AsSpan().IndexOfAny(",.") >= 0 && !text.EndsWith('%');
        ImportReasonKind? note =
            isShare || text.Length != typed.Trim().Length
                ? ImportReasonKind.PercentInterpreted
                : null;
        return ((int)Math.Round(isShare ? number * 100 : number), note);
    }

    /// <summary>Upper case, hyphens between the parts; a letter O among digits is proposed to be a nought.</summary>
    public static (string Code, ImportReasonKind? Note) Code(string typed)
    {
        var trimmed = typed.Trim();
        if (IsPlainCode(trimmed))
        {
            return (trimmed, null);
        }
        var code = Gaps().Replace(trimmed.ToUpperInvariant(), "-");
        var guessed = LetterO().Replace(code, m => m.Value.Replace('O', '0'));
        return guessed != code ? (guessed, ImportReasonKind.CodeGuessed)
            : code != trimmed ? (code, ImportReasonKind.CodeNormalised)
            : (code, null);
    }

    /// <summary>Nothing in it could be read otherwise.</summary>
    private static bool IsPlainCode(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            var isPlain = code[at] switch
            {
                '-' => at == 0 || code[at - 1] != '-',
                'O' => false,
                var sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign),
            };
            if (!isPlain)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Spaces around it gone, accents in one piece, text decoded twice put right.</summary>
    public static string Text(string typed, ICollection<ImportReasonKind> notes)
    {
        var text = typed.Trim();
        if (text.Length != typed.Length)
        {
            notes.Add(ImportReasonKind.Trimmed);
        }
        if (!IsSurelyComposed(text) && !text.IsNormalized(NormalizationForm.FormC))
        {
            text = text.Normalize(NormalizationForm.FormC);
            notes.Add(ImportReasonKind.AccentsRecomposed);
        }
        if (Repaired(text) is { } repaired)
        {
            text = repaired;
            notes.Add(ImportReasonKind.TextRepaired);
        }
        return text;
    }

    /// <summary>Letters before the first combining accent, and the usual dashes and quotes, are always in one piece.</summary>
    private static bool IsSurelyComposed(string text)
    {
        foreach (var sign in text)
        {
            if (sign >= '\u0300' && sign is < '\u2010' or > '\u203A')
            {
                return false;
            }
        }
        return true;
    }

    public static bool LooksLikeFormula(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@', ..];

    /// <summary>An address of mail or a number of eight digits and more.</summary>
    public static bool MayBePersonal(string text) => HoldsMail(text) || Phone().IsMatch(text);

    /// <summary>A sign before the @, and a dot in what follows it.</summary>
    private static bool HoldsMail(string text)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var after = text.AsSpan(at + 1);
            var end = after.IndexOfAny(" \t\r\n@");
            var host = end < 0 ? after : after[..end];
            var dot = host.IndexOf('.');
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && dot > 0 && dot < host.Length - 1)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>More small words of English than of French.</summary>
    public static bool IsEnglish(ReadOnlySpan<char> text)
    {
        var (english, french) = (0, 0);
        Span<char> word = stackalloc char[LongestSmallWord];
        for (var at = 0; at < text.Length; )
        {
            var length = 0;
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++)
            {
                if (length < LongestSmallWord)
                {
                    // No small word of either language has an accent that is looked for.
                    word[length] = char.IsAsciiLetterUpper(text[at])
                        ? (char)(text[at] | ' ')
                        : text[at];
                }
                length++;
            }
            at++;
            if (length is > 0 and <= LongestSmallWord)
            {
                english += EnglishWords.Contains(word[..length]) ? 1 : 0;
                french += FrenchWords.Contains(word[..length]) ? 1 : 0;
            }
        }
        return english >= 2 && english > french;
    }

    /// <summary>AmÃ©liorer is améliorer, read as if each byte were a letter.</summary>
    private static string? Repaired(string text)
    {
        if (!text.Contains('Ã', StringComparison.Ordinal) || text.Any(c => c > 0xFF))
        {
            return null;
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(
                Encoding.Latin1.GetBytes(text)
            );
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[\s_-]+", RegexOptions.None, 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"(?<=\d)O|O(?=\d)", RegexOptions.None, 1000)]
    private static partial Regex LetterO();

    [GeneratedRegex(@"\+?(?:\d[ .-]?){8,}", RegexOptions.None, 1000)]
    private static partial Regex Phone();
}
