using Tracker.Core.Recommendations;

namespace Tracker.Data.Dashboard;

/// <summary>The first few of many by a number, then by code as the list sorts it; the others are not kept.</summary>
internal sealed class Foremost(int most)
{
    private readonly List<(long By, string Code, LedgerEntry Entry)> _first = new(most + 1);

    public IEnumerable<LedgerEntry> Entries => _first.Select(f => f.Entry);

    /// <param name="by">The least comes first.</param>
    public void Offer(long by, LedgerEntry entry)
    {
        if (_first.Count == most && by > _first[^1].By)
        {
            return;
        }
        var offered = (By: by, Code: RecommendationCode.SortKeyOf(entry.Code), entry);
        var place = _first.FindIndex(f => Compare(offered.By, offered.Code, f) < 0);
        if (place < 0 && _first.Count == most)
        {
            return;
        }
        _first.Insert(place < 0 ? _first.Count : place, offered);
        if (_first.Count > most)
        {
            _first.RemoveAt(most);
        }
    }

    private static int Compare(long by, string code, (long By, string Code, LedgerEntry) other) =>
        by != other.By ? by.CompareTo(other.By) : string.CompareOrdinal(code, other.Code);
}
