using System.Text;

namespace Tracker.Documents.Workbooks;

/// <summary>What a cell can hold, and what must not be taken for a formula.</summary>
internal static class CellText
{
    private const int Longest = 32_767;

    /// <summary>The text, or as much of it as a cell holds, never cut inside a surrogate pair.</summary>
    public static ReadOnlySpan<char> Fit(string text, out bool wasCut)
    {
        wasCut = text.Length > Longest;
        if (!wasCut)
        {
            return text;
        }
        var end = Longest - 1;
        return text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end);
    }

    /// <summary>A program could run a text that begins so, or drop its first character.</summary>
    public static bool NeedsQuotePrefix(ReadOnlySpan<char> text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'', ..];

    /// <summary>The text as the drawing library accepts it: short enough, and free of what no XML can hold.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        var fit = Fit(text, out var wasCut);
        foreach (var rune in fit.EnumerateRunes())
        {
            clean.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        }
        return wasCut ? clean.Append('…').ToString() : clean.ToString();
    }
}
