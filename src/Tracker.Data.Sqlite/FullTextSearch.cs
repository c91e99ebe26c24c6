using Microsoft.EntityFrameworkCore;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>
/// FTS5 over the folded words. The index reads its text from <c>SearchDocuments</c> and is kept in step by triggers
/// (see the migration "SearchIndex").
/// </summary>
internal sealed class FullTextSearch : IRecommendationSearch
{
    public IQueryable<Guid> Matching(TrackerContext context, IReadOnlyList<string> terms)
    {
        var query = Query(terms);
#pragma warning disable RS0030 // the index is this database's own: the marked place
        return context
            .SearchDocuments.FromSql(
                $"""
                SELECT d.* FROM SearchDocuments d
                JOIN SearchIndex ON SearchIndex.rowid = d."Key"
                WHERE SearchIndex MATCH {query}
                """
            )
            .Select(d => d.RecommendationId);
#pragma warning restore RS0030
    }

    public IQueryable<long> Keys(TrackerContext context, IReadOnlyList<string> terms)
    {
        var query = Query(terms);
#pragma warning disable RS0030 // the index is this database's own: the marked place
        return context.Database.SqlQuery<long>(
            $"SELECT rowid AS Value FROM SearchIndex WHERE SearchIndex MATCH {query}"
        );
#pragma warning restore RS0030
    }

    /// <summary>Terms hold letters, digits and spaces only, so the quotes cannot be closed from inside.</summary>
    private static string Query(IReadOnlyList<string> terms) =>
        string.Join(" AND ", terms.Select(term => $"\"{term}\"*"));
}
