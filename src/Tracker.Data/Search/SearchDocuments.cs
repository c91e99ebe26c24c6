using Microsoft.EntityFrameworkCore;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Search;

/// <summary>Rewrites the words of every recommendation that a save touches, or whose lead's names it touches.</summary>
internal static class SearchDocuments
{
    private static readonly string[] WordFields =
    [
        nameof(Recommendation.TitleFr),
        nameof(Recommendation.TitleEn),
        nameof(Recommendation.TextFr),
        nameof(Recommendation.TextEn),
        nameof(Recommendation.LeadCode),
    ];

    public static async Task KeepAsync(Write write, CancellationToken cancellation)
    {
        var touched = await RewordedAsync(write, cancellation);
        touched.AddRange(await LedByRenamedAsync(write, touched, cancellation));
        if (touched.Count == 0)
        {
            return;
        }
        var names = await NamesAsync(write, touched, cancellation);
        var documents = await StoredAsync(write, touched, cancellation);
        foreach (var item in touched)
        {
            var folded = Compose(item, item.LeadCode is null ? [] : names[item.LeadCode]);
            if (documents.TryGetValue(item.Id, out var document))
            {
                document.Folded = folded;
            }
            else
            {
                write.Context.Add(
                    new SearchDocument
                    {
                        Key = SearchDocument.KeyOf(item.Id),
                        RecommendationId = item.Id,
                        Folded = folded,
                    }
                );
            }
        }
    }

    /// <summary>Only what is found by other words than before: most saves change a date or a status.</summary>
    private static async Task<List<Recommendation>> RewordedAsync(
        Write write,
        CancellationToken cancellation
    )
    {
        var relinked = write
            .Context.ChangeTracker.Entries<RecommendationFrameworkEntry>()
            .Where(e => e.State is not EntityState.Unchanged)
            .Select(e => e.Entity.RecommendationId)
            .ToHashSet();
        var reworded = new List<Recommendation>();
        foreach (var entry in write.Context.ChangeTracker.Entries<Recommendation>().ToList())
        {
            if (entry.State == EntityState.Added)
            {
                reworded.Add(entry.Entity);
            }
            else if (
                entry.State != EntityState.Deleted
                && (
                    relinked.Contains(entry.Entity.Id)
                    || WordFields.Any(f => entry.Property(f).IsModified)
                )
            )
            {
                await entry.Collection(r => r.FrameworkEntries).LoadAsync(cancellation);
                reworded.Add(entry.Entity);
            }
        }
        return reworded;
    }

    /// <summary>The folded words of a recommendation and of its lead's names.</summary>
    public static string Compose(Recommendation item, IEnumerable<OrganisationName> leadNames)
    {
        IEnumerable<string?> parts =
        [
            item.Code,
            item.TitleFr,
            item.TitleEn,
            item.TextFr,
            item.TextEn,
            .. item.FrameworkEntries.Where(e => e.To is null).Select(e => e.EntryCode),
            item.LeadCode,
            .. leadNames.SelectMany(n => new[] { n.Acronym, n.NameFr, n.NameEn }),
        ];
        return $" {string.Join(' ', parts.Select(Folding.Fold).Where(p => p.Length > 0))} ";
    }

    private static IEnumerable<T> Changed<T>(Write write)
        where T : class =>
        write
            .Context.ChangeTracker.Entries<T>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity);

    private static async Task<List<Recommendation>> LedByRenamedAsync(
        Write write,
        List<Recommendation> touched,
        CancellationToken cancellation
    )
    {
        var renamed = Changed<OrganisationName>(write)
            .Select(n => n.OrganisationCode)
            .Distinct()
            .ToList();
        if (renamed.Count == 0)
        {
            return [];
        }
        var known = touched.Select(r => r.Id).ToHashSet();
        var led = await write
            .Context.Recommendations.Include(r => r.FrameworkEntries)
            .Where(r => renamed.Contains(r.LeadCode!))
            .ToListAsync(cancellation);
        return [.. led.Where(r => !known.Contains(r.Id))];
    }

    private static async Task<ILookup<string, OrganisationName>> NamesAsync(
        Write write,
        List<Recommendation> touched,
        CancellationToken cancellation
    )
    {
        var leads = touched.Select(r => r.LeadCode).OfType<string>().Distinct().ToList();
        await write
            .Context.OrganisationNames.Where(n => leads.Contains(n.OrganisationCode))
            .LoadAsync(cancellation);
        return write.Context.OrganisationNames.Local.ToLookup(
            n => n.OrganisationCode,
            StringComparer.Ordinal
        );
    }

    private static async Task<Dictionary<Guid, SearchDocument>> StoredAsync(
        Write write,
        List<Recommendation> touched,
        CancellationToken cancellation
    )
    {
        var ids = touched.Select(r => r.Id).ToList();
        return await write
            .Context.SearchDocuments.Where(d => ids.Contains(d.RecommendationId))
            .ToDictionaryAsync(d => d.RecommendationId, cancellation);
    }
}
