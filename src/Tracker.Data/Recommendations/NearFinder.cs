using Microsoft.EntityFrameworkCore;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Looks for a recommendation that says nearly what a new one says, among those found by its longest words, and proposes
/// a link. The measure is that of imports.
/// </summary>
internal static class NearFinder
{
    private const int Words = 4;
    private const int Candidates = 200;

    public static async Task ProposeAsync(
        Write write,
        Recommendation item,
        IRecommendationSearch search,
        CancellationToken cancellation
    )
    {
        string[] texts =
        [
            .. new[] { item.TitleFr, item.TitleEn, item.TextFr, item.TextEn }.OfType<string>(),
        ];
        var found = new Dictionary<Guid, ImportedBefore>();
        foreach (var word in LongestOf(texts))
        {
            var ids = search.Matching(write.Context, [word]);
            var rows = await write
                .Context.Recommendations.AsNoTracking()
                .VisibleTo(write.Actor)
                .Where(r => r.Publication != Publication.Archived && ids.Contains(r.Id))
                .OrderBy(r => r.SortCode)
                .Take(Candidates)
                .Select(r => new
                {
                    r.Id,
                    Said = new ImportedBefore
                    {
                        Code = r.Code,
                        Workshop = "",
                        Theme = r.ThemeCode,
                        Title = new Bilingual(r.TitleFr, r.TitleEn),
                        Text = new Bilingual(r.TextFr, r.TextEn),
                    },
                })
                .ToListAsync(cancellation);
            rows.ForEach(r => found[r.Id] = r.Said);
        }
        var near = NearDuplicates.Of(found.Values);
        if (texts.Select(near.Of).FirstOrDefault(c => c is not null) is not { } code)
        {
            return;
        }
        var other = found.First(f => f.Value.Code == code).Key;
        write.Context.Add(
            new RelatedLink
            {
                RecommendationId = item.Id,
                Recommendation = item,
                OtherId = other,
                OtherCode = code,
                Standing = LinkStanding.Proposed,
            }
        );
    }

    private static IEnumerable<string> LongestOf(IEnumerable<string> texts) =>
        texts
            .SelectMany(t => Folding.Fold(t).Split(' '))
            .Where(w => w.Length > 3)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(w => w.Length)
            .ThenBy(w => w, StringComparer.Ordinal)
            .Take(Words);
}
