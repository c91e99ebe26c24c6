using Tracker.Data.Storage;

namespace Tracker.Data.Search;

/// <summary>Finding by words is each database's own business; what matches is not.</summary>
internal interface IRecommendationSearch
{
    /// <summary>
    /// Ids of the recommendations whose folded words hold every term: a term's words in a row, the last one from its
    /// beginning. Terms come from <see cref="Core.Words.Folding.Terms"/>: letters, digits and single spaces only.
    /// </summary>
    IQueryable<Guid> Matching(TrackerContext context, IReadOnlyList<string> terms);

    /// <summary>The keys of their documents: what can be counted without fetching any.</summary>
    IQueryable<long> Keys(TrackerContext context, IReadOnlyList<string> terms);
}
