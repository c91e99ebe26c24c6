using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.Search;

/// <summary>
/// LIKE over the folded words, each of which has a space before it: the same answers as an index of words. The way of a
/// database without one, and of any database that has found its page before it has looked at many texts.
/// </summary>
internal static class WordMatch
{
    public static IQueryable<SearchDocument> Holding(
        TrackerContext context,
        IReadOnlyList<string> terms
    )
    {
        var documents = context.SearchDocuments.AsQueryable();
        foreach (var term in terms)
        {
            // Terms hold letters, digits and spaces only: nothing to escape.
            var pattern = $"% {term}%";
            documents = documents.Where(d => EF.Functions.Like(d.Folded, pattern));
        }
        return documents;
    }
}
