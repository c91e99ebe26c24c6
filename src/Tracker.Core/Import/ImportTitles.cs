namespace Tracker.Core.Import;

/// <summary>A stranger's file has texts and no titles.</summary>
internal static class ImportTitles
{
    private const int Longest = 200;

    /// <summary>The text on one line, without its full stop; of a long one its beginning, to be written anew.</summary>
    public static string Of(string text)
    {
        var line = OnOneLine(text);
        if (line.Length <= Longest)
        {
            return line.Length > 1 ? line.TrimEnd('.') : line;
        }
        var end = line.LastIndexOf(' ', Longest);
        return (end > 0 ? line[..end] : line[..Longest]).TrimEnd(',', ' ') + '…';
    }

    private static string OnOneLine(string text)
    {
        var isSpaced = false;
        for (var at = 0; at < text.Length && !isSpaced; at++)
        {
            isSpaced =
                char.IsWhiteSpace(text[at])
                && (text[at] != ' ' || at == 0 || text[at - 1] == ' ' || at == text.Length - 1);
        }
        return isSpaced
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text;
    }
}
