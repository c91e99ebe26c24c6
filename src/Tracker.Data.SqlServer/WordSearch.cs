using Microsoft.EntityFrameworkCore;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>
/// LIKE over the folded words, each of which has a space before it: the same answers as the embedded database's index
/// without the full-text service, which the stock container image lacks.
/// </summary>
internal sealed class WordSearch : IRecommendationSearch
{
    public IQueryable<Guid> Matching(TrackerContext context, IReadOnlyList<string> terms)
    {
        var documents = context.SearchDocuments.AsQueryable();
        foreach (var term in terms)
        {
            // Terms hold letters, digits and spaces only: nothing to escape.
            var pattern = $"% {term}%";
            documents = documents.Where(d => EF.Functions.Like(d.Folded, pattern));
        }
        return documents.Select(d => d.RecommendationId);
    }
}
