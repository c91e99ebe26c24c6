using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>
/// Without the full-text service, which the stock container image lacks: the words of the texts themselves.
/// </summary>
internal sealed class WordSearch : IRecommendationSearch
{
    public IQueryable<Guid> Matching(TrackerContext context, IReadOnlyList<string> terms) =>
        WordMatch.Holding(context, terms).Select(d => d.RecommendationId);

    public IQueryable<long> Keys(TrackerContext context, IReadOnlyList<string> terms) =>
        WordMatch.Holding(context, terms).Select(d => d.Key);
}
