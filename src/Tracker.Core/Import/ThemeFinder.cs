using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>Finds themes by code, name, or the words people use for them. Source: the domain pack's words for themes.</summary>
internal sealed class ThemeFinder
{
    private static readonly Dictionary<string, string> Used = new(StringComparer.Ordinal)
    {
        ["libre circulation"] = "INT",
        ["frontieres"] = "FRO",
        ["emploi"] = "EMP",
        ["emploi des jeunes"] = "EMP",
        ["sensibilisation"] = "PRV",
        ["protection"] = "PRO",
        ["donnees"] = "DAT",
        ["retour"] = "RET",
        ["traite"] = "TRA",
        ["climat"] = "CLI",
        ["diaspora"] = "DIA",
        ["coordination"] = "PAR",
    };

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ThemeFinder(IEnumerable<ImportTheme> themes)
    {
        foreach (var theme in themes)
        {
            _names[Folding.Fold(theme.Code)] = theme.Code;
            _names[Folding.Fold(theme.NameFr)] = theme.Code;
            _names[Folding.Fold(theme.NameEn)] = theme.Code;
        }
    }

    public string? Find(string typed)
    {
        if (!_known.TryGetValue(typed, out var found))
        {
            _known[typed] = found = Search(Folding.Fold(typed));
        }
        return found;
    }

    private string? Search(string key)
    {
        if (key.Length == 0)
        {
            return null;
        }
        if (_names.TryGetValue(key, out var code))
        {
            return code;
        }
        if (Used.TryGetValue(key, out code) && _names.ContainsKey(Folding.Fold(code)))
        {
            return code;
        }
        var begun = _names
            .Where(n => n.Key.StartsWith(key + ' ', StringComparison.Ordinal))
            .Select(n => n.Value)
            .Distinct()
            .ToList();
        return begun.Count == 1 ? begun[0] : null;
    }
}
