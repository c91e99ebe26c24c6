using System.Buffers;

namespace Tracker.Documents.Csv;

/// <summary>
/// Keeps spreadsheet programs from running a text of a CSV file as a formula, in a way that an import can undo exactly.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\"\r\n\t");

    /// <summary>
    /// Puts one apostrophe before a text that would run, or that looks like one already protected (<c>'=x</c>);
    /// plain numbers and all other texts stay as they are.
    /// </summary>
    public static string Protect(string text) =>
        MayRun(text) && !IsPlainNumber(text) ? "'" + text : text;

    /// <summary>Takes off the one apostrophe that <see cref="Protect"/> put on.</summary>
    public static string Unprotect(string text) =>
        text is ['\'', .. var rest] && MayRun(rest) ? rest : text;

    /// <summary>As a field: in quotes where another separator or a trimming reader would change it.</summary>
    internal static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(NeedsQuotes) < 0 && text.AsSpan().Trim().Length == text.Length
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool MayRun(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept('\'');
        return first >= 0 && "=+-@\t\r\n".Contains(text[first]);
    }

    private static bool IsPlainNumber(ReadOnlySpan<char> text)
    {
        var digits = text is ['+' or '-', ..] ? text[1..] : text;
        var point = digits.IndexOfAny('.', ',');
        return point < 0
            ? AreDigits(digits)
            : AreDigits(digits[..point]) && AreDigits(digits[(point + 1)..]);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
