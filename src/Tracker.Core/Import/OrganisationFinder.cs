using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// Finds organisations as people name them: by code, acronym, name or former name, with dots, capitals and apostrophes
/// left aside, or by part of a name that only one of them has.
/// </summary>
internal sealed class OrganisationFinder
{
    /// <summary>Words that every second name holds.</summary>
    private static readonly HashSet<string> Common = new(
        [
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "l",
            "d",
            "et",
            "a",
            "au",
            "aux",
            "en",
            "the",
            "of",
            "and",
            "for",
            "region",
        ],
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Code, HashSet<string> Words)> _words = [];
    private readonly Dictionary<string, (string? Code, bool IsPlain)> _known = new(
        StringComparer.Ordinal
    );

    public OrganisationFinder(IEnumerable<ImportOrganisation> organisations)
    {
        foreach (var organisation in organisations)
        {
            _exact[organisation.Code] = organisation.Code;
            _names[Folding.Fold(organisation.Code)] = organisation.Code;
            foreach (var form in (organisation.Acronym ?? "").Split(" / "))
            {
                _exact.TryAdd(form, organisation.Code);
                _names.TryAdd(Joined(form), organisation.Code);
                _names.TryAdd(Folding.Fold(form), organisation.Code);
            }
            foreach (var name in organisation.Names)
            {
                _names.TryAdd(Folding.Fold(name), organisation.Code);
                _words.Add((organisation.Code, Significant(name)));
            }
        }
        _exact.Remove("");
        _names.Remove("");
    }

    /// <param name="IsPlain">By its code or acronym as the registry writes it.</param>
    public (string? Code, bool IsPlain) Find(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
        {
            return default;
        }
        if (!_known.TryGetValue(text, out var found))
        {
            _known[text] = found = Search(text);
        }
        return found;
    }

    private (string? Code, bool IsPlain) Search(string text)
    {
        if (_exact.TryGetValue(text, out var code))
        {
            return (code, true);
        }
        if (
            _names.TryGetValue(Folding.Fold(text), out code)
            || _names.TryGetValue(Joined(text), out code)
        )
        {
            return (code, false);
        }
        var words = Significant(text);
        if (words.Count < 2)
        {
            return default;
        }
        var all = _words
            .Where(o => words.IsSubsetOf(o.Words))
            .Select(o => o.Code)
            .Distinct()
            .Take(2)
            .ToList();
        return all.Count == 1 ? (all[0], false) : default;
    }

    /// <summary>D.G.M.E is DGME.</summary>
    private static string Joined(string text) =>
        Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal);

    private static HashSet<string> Significant(string text) =>
        Folding
            .Fold(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !Common.Contains(w))
            .ToHashSet(StringComparer.Ordinal);
}
