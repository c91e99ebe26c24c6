using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// Finds recommendations that say nearly the same: most of their words in common. Looked for among those that share one
/// of the three rarest words of the text, so that a large list is not read for each.
/// </summary>
public sealed class NearDuplicates
{
    private const double Enough = 0.75;
    private const int FewestWords = 4;
    private const int MostCandidates = 300;

    private readonly List<(string Code, HashSet<string> Words)> _texts = [];
    private readonly Dictionary<string, List<int>> _holding = new(StringComparer.Ordinal);

    public NearDuplicates(IEnumerable<(string Code, string Text)> texts)
    {
        foreach (var (code, text) in texts)
        {
            var words = WordsOf(text);
            if (words.Count < FewestWords)
            {
                continue;
            }
            foreach (var word in words)
            {
                if (!_holding.TryGetValue(word, out var at))
                {
                    _holding[word] = at = [];
                }
                at.Add(_texts.Count);
            }
            _texts.Add((code, words));
        }
    }

    /// <summary>The titles and texts of recommendations, in both languages.</summary>
    public static NearDuplicates Of(IEnumerable<ImportedBefore> recommendations) =>
        new(
            recommendations.SelectMany(r =>
                new[] { r.Title.Fr, r.Title.En, r.Text.Fr, r.Text.En }
                    .Where(t => !string.IsNullOrEmpty(t))
                    .Select(t => (r.Code, t!))
            )
        );

    /// <summary>The code of the nearest; null where none has three quarters of the words in common.</summary>
    public string? Of(string text)
    {
        var words = WordsOf(text);
        if (words.Count < FewestWords)
        {
            return null;
        }
        var candidates = words
            .Where(_holding.ContainsKey)
            .OrderBy(w => _holding[w].Count)
            .Take(3)
            .SelectMany(w => _holding[w].Take(MostCandidates))
            .Distinct();
        var best = (Code: (string?)null, Share: Enough);
        foreach (var at in candidates)
        {
            var share = Alike(words, _texts[at].Words);
            if (share > best.Share || (share == best.Share && best.Code is null))
            {
                best = (_texts[at].Code, share);
            }
        }
        return best.Code;
    }

    /// <summary>Words in common over all words of both: 0 to 1.</summary>
    public static double Alike(string one, string other) => Alike(WordsOf(one), WordsOf(other));

    private static double Alike(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : shared / (double)(one.Count + other.Count - shared);
    }

    private static HashSet<string> WordsOf(string text) =>
        Folding
            .Fold(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 1)
            .ToHashSet(StringComparer.Ordinal);
}
