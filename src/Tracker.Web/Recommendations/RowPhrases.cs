using System.Collections.Concurrent;

namespace Tracker.Web.Recommendations;

/// <summary>
/// What rows of lists have in common, each phrase with a sign of its own: the cells, the names of themes and organisations,
/// the words of a status. One for all open pages, so that a page need only know which signs it has sent.
/// </summary>
public sealed class RowPhrases
{
    /// <summary>Stands for the code of its row. Signs are of Unicode's private range, which encoded markup never holds.</summary>
    public const char Code = '\uE000';

    /// <summary>Stands for the number of its row in the whole list.</summary>
    public const char Number = '\uE001';

    /// <summary>Stands between the parts of what is sent.</summary>
    public const char End = '\uE002';

    /// <summary>How many phrases there may be. What comes later is sent as it is, each time.</summary>
    public const int Most = '\uF8FF' - End;

    private readonly ConcurrentDictionary<string, char> _signs = new(StringComparer.Ordinal);
    private readonly Lock _adding = new();

    /// <returns>The sign of a phrase; null where there is none left for it.</returns>
    public char? SignOf(ReadOnlySpan<char> phrase)
    {
        if (_signs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(phrase, out var known))
        {
            return known;
        }
        lock (_adding)
        {
            return _signs.Count < Most
                ? _signs.GetOrAdd(phrase.ToString(), (char)(End + 1 + _signs.Count))
                : null;
        }
    }
}
