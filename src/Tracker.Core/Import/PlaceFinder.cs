using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <param name="Note">What is to be said of it; null where it is plain.</param>
internal readonly record struct FoundPlace(string? Code, ImportReasonKind? Note);

/// <summary>Finds places by name as they were on the day of the event. Source: the domain pack's words for scope.</summary>
internal sealed class PlaceFinder(IReadOnlyList<ImportPlace> places)
{
    private static readonly Dictionary<string, string> Scopes = new(StringComparer.Ordinal)
    {
        ["national"] = "ML",
        ["nationale"] = "ML",
        ["pays"] = "ML",
        ["diaspora"] = "SC-DIASPORA",
        ["cedeao"] = "SC-ECOWAS",
        ["ecowas"] = "SC-ECOWAS",
    };

    private readonly List<(ImportPlace Place, string[] Names)> _places =
    [
        .. places.Select(p =>
            (p, new[] { Folding.Fold(p.Code), Folding.Fold(p.NameFr), Folding.Fold(p.NameEn) })
        ),
    ];
    private readonly Dictionary<(string, DateOnly), FoundPlace> _known = [];

    public FoundPlace Find(string typed, DateOnly day)
    {
        var key = Folding.Fold(typed);
        if (!_known.TryGetValue((key, day), out var found))
        {
            _known[(key, day)] = found = Search(key, day);
        }
        return found;
    }

    private FoundPlace Search(string key, DateOnly day)
    {
        if (Scopes.TryGetValue(key, out var scope) && places.Any(p => p.Code == scope))
        {
            return new(scope, null);
        }
        if (_places.Find(p => p.Names[0] == key).Place is { } coded)
        {
            return new(coded.Code, null);
        }
        var named = _places.Where(p => p.Names.Contains(key)).Select(p => p.Place).ToList();
        if (named.Count == 0)
        {
            named =
            [
                .. _places
                    .Where(p => p.Names.Any(n => n.EndsWith(' ' + key, StringComparison.Ordinal)))
                    .Select(p => p.Place),
            ];
        }
        if (named.Count > 0)
        {
            var then = named.Where(p => Held(p, day)).ToList();
            return then.Count == 0
                ? new(named[0].Code, ImportReasonKind.PlaceOfItsDay)
                : new(
                    Widest(then).Code,
                    named.Exists(p => !Held(p, day)) ? ImportReasonKind.PlaceOfItsDay : null
                );
        }
        return key.Length >= 4 && Nearest(key, day) is { } near
            ? new(near.Code, ImportReasonKind.PlaceProposed)
            : new(null, ImportReasonKind.PlaceUnknown);
    }

    private static ImportPlace Widest(List<ImportPlace> then) =>
        then.Find(p => p.Level is "region" or "district") ?? then[0];

    private static bool Held(ImportPlace place, DateOnly day) =>
        (place.ValidFrom is not { } from || from <= day)
        && (place.ValidTo is not { } to || to >= day);

    /// <summary>One letter wrong in five, and no other as near.</summary>
    private ImportPlace? Nearest(string key, DateOnly day)
    {
        var near = _places
            .Where(p => Held(p.Place, day))
            .Select(p => (p.Place, Far: p.Names.Skip(1).Min(n => Distance(key, n))))
            .OrderBy(p => p.Far)
            .Take(2)
            .ToList();
        return
            near.Count > 0
            && near[0].Far <= Math.Max(1, key.Length / 5)
            && (near.Count == 1 || near[1].Far > near[0].Far)
            ? near[0].Place
            : null;
    }

    /// <summary>How many letters must be put in, taken out or changed.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 3 || one.Length > 60)
        {
            return int.MaxValue;
        }
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(
                    Math.Min(above[j], row[j - 1]) + 1,
                    above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
                );
            }
            above = row;
        }
        return above[^1];
    }
}
