using System.Globalization;
using System.Text;

namespace Tracker.Core.Evidence;

/// <summary>
/// The names that files come with. A name is never part of a path here; it is kept to be shown and offered again, so
/// what could deceive an eye or a computer is taken out of it.
/// </summary>
public static class FileNames
{
    public const int Longest = 150;

    /// <summary>Stands where nothing of a name was left; a word in both languages.</summary>
    private const string Nameless = "document";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
    };

    /// <summary>The last part of a name, without controls, marks of direction, signs no file system bears, and reserved words.</summary>
    public static string Clean(string? given)
    {
        var name = Speakable(given ?? "");
        var cut = name.LastIndexOfAny(['/', '\\']);
        name = Squeezed(Safe(cut < 0 ? name : name[(cut + 1)..]));
        var (stem, extension) = Split(name);
        if (stem.Length == 0)
        {
            stem = Nameless;
        }
        if (IsReserved(stem))
        {
            stem = "_" + stem;
        }
        var room = Longest - extension.Length;
        return Cut(stem, Math.Max(1, room)) + extension;
    }

    /// <summary>What follows the last point, in small letters; empty where nothing does.</summary>
    public static string ExtensionOf(string cleaned) =>
        Split(cleaned).Extension.TrimStart('.').ToLowerInvariant();

    /// <summary>The header that offers a file for keeping, never for showing. Source: RFC 6266, RFC 8187.</summary>
    public static string Attachment(string cleaned)
    {
        var plain = new StringBuilder();
        foreach (var letter in cleaned.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            {
                plain.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append('_');
            }
        }
        return $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(cleaned)}";
    }

    /// <summary>Without what is not seen: controls, format characters such as changes of direction, halves of a pair.</summary>
    private static string Speakable(string given)
    {
        var kept = new StringBuilder(given.Length);
        foreach (var rune in given.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (
                rune != Rune.ReplacementChar
                && category
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.Surrogate
                    )
            )
            {
                kept.Append(category == UnicodeCategory.SpaceSeparator ? " " : rune.ToString());
            }
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Safe(string name) =>
        string.Concat(
            name.Select(c => "<>:\"|?*%;".Contains(c, StringComparison.Ordinal) ? '_' : c)
        );

    private static string Squeezed(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.');

    private static (string Stem, string Extension) Split(string name)
    {
        var point = name.LastIndexOf('.');
        if (point < 0 || name.Length - point > 12)
        {
            return (name, "");
        }
        return (name[..point].TrimEnd(' ', '.'), name[point..]);
    }

    /// <summary>A device of Windows, whatever stands after its first point.</summary>
    private static bool IsReserved(string stem)
    {
        var first = stem.Split('.')[0].TrimEnd();
        return Reserved.Contains(first)
            || (
                first.Length == 4
                && (
                    first.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || first.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)
                )
                && "0123456789¹²³".Contains(first[3], StringComparison.Ordinal)
            );
    }

    private static string Cut(string stem, int most)
    {
        if (stem.Length <= most)
        {
            return stem;
        }
        var end = char.IsHighSurrogate(stem[most - 1]) ? most - 1 : most;
        return stem[..end].TrimEnd();
    }
}
