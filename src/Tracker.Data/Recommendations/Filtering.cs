using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>A filter as conditions of a query. The flags are the same bounds as in <see cref="FlagRules"/>.</summary>
internal static class Filtering
{
    /// <summary>What the actor may see and the filter keeps.</summary>
    /// <param name="narrowing">For a page: how it is best read. Changes the way, never the rows.</param>
    public static IQueryable<Recommendation> Kept(
        this TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        ProgrammeClock clock,
        IRecommendationSearch search,
        Narrowing? narrowing = null
    )
    {
        var filter = resolution.Filter;
        var publication = PublicationOf(filter, actor);
        return context
            .Recommendations.VisibleTo(actor)
            .Where(r => r.Publication == publication)
            .Among(narrowing)
            .Found(context, search, resolution, narrowing)
            .Stated(filter)
            .Linked(resolution)
            .Dated(filter, clock)
            .Flagged(filter.Flags, clock.Today);
    }

    public static Publication PublicationOf(RecommendationFilter filter, Actor actor) =>
        filter.Drafts && actor.Coordinates ? Publication.Draft : Publication.Published;

    private static IQueryable<Recommendation> Among(
        this IQueryable<Recommendation> query,
        Narrowing? narrowing
    ) => narrowing?.Few is { } few ? query.Where(r => few.Contains(r.Id)) : query;

    private static IQueryable<Recommendation> Found(
        this IQueryable<Recommendation> query,
        TrackerContext context,
        IRecommendationSearch search,
        FilterResolution resolution,
        Narrowing? narrowing
    )
    {
        if (string.IsNullOrWhiteSpace(resolution.Filter.Search))
        {
            return query;
        }
        if (resolution.Terms.Count == 0)
        {
            // Punctuation alone stands in no text.
            return query.Where(r => false);
        }
        if (narrowing is { WordsAreFew: true })
        {
            return query;
        }
        if (narrowing is not null)
        {
            var documents = WordMatch.Holding(context, resolution.Terms);
            return query.Where(r => documents.Any(d => d.RecommendationId == r.Id));
        }
        var found = search.Matching(context, resolution.Terms);
        return query.Where(r => found.Contains(r.Id));
    }

    private static IQueryable<Recommendation> Stated(
        this IQueryable<Recommendation> query,
        RecommendationFilter filter
    )
    {
        if (filter.Statuses.Count > 0)
        {
            query = query.Where(r => filter.Statuses.Contains(r.Status));
        }
        if (filter.Acceptances.Count > 0)
        {
            query = query.Where(r => filter.Acceptances.Contains(r.Acceptance));
        }
        if (filter.Kinds.Count > 0)
        {
            query = query.Where(r => filter.Kinds.Contains(r.Kind));
        }
        if (filter.Themes.Count > 0)
        {
            query = query.Where(r => filter.Themes.Contains(r.ThemeCode));
        }
        if (filter.Leads.Count > 0)
        {
            var none = filter.Leads.Contains(RecommendationFilter.NoLead);
            query = query.Where(r =>
                filter.Leads.Contains(r.LeadCode!) || (none && r.LeadCode == null)
            );
        }
        if (filter.ProposedLead)
        {
            query = query.Where(r => r.LeadStanding == LeadStanding.Proposed);
        }
        return query;
    }

    private static IQueryable<Recommendation> Linked(
        this IQueryable<Recommendation> query,
        FilterResolution resolution
    )
    {
        var filter = resolution.Filter;
        if (filter.Workshops.Count > 0)
        {
            query = query.Where(r => filter.Workshops.Contains(r.Workshop!.Code));
        }
        if (filter.Funders.Count > 0)
        {
            query = query.Where(r =>
                r.Workshop!.Funders.Any(f => filter.Funders.Contains(f.OrganisationCode))
            );
        }
        if (filter.Supporting.Count > 0)
        {
            query = query.Where(r =>
                r.Supporting.Any(s =>
                    s.To == null && filter.Supporting.Contains(s.OrganisationCode)
                )
            );
        }
        if (resolution.PlaceCodes.Count > 0)
        {
            query = query.Where(r =>
                r.Places.Any(p => p.To == null && resolution.PlaceCodes.Contains(p.PlaceCode))
            );
        }
        if (resolution.EntryCodes.Count > 0)
        {
            query = query.Where(r =>
                r.FrameworkEntries.Any(e =>
                    e.To == null && resolution.EntryCodes.Contains(e.EntryCode)
                )
            );
        }
        return query;
    }

    private static IQueryable<Recommendation> Dated(
        this IQueryable<Recommendation> query,
        RecommendationFilter filter,
        ProgrammeClock clock
    )
    {
        if (
            filter.Sort == SortKey.Due
            && (
                filter.DueBefore is not null
                || filter.DueAfter is not null
                || (filter.Flags & (Flags.Overdue | Flags.DueSoon)) != Flags.None
            )
        )
        {
            // Goes without saying, but for the index, which has it before the date.
            query = query.Where(r => r.DueMissing == 0);
        }
        if (filter.DueBefore is { } before)
        {
            query = query.Where(r => r.DueDate < before);
        }
        if (filter.DueAfter is { } after)
        {
            query = query.Where(r => r.DueDate > after);
        }
        if (filter.ChangedAfter is { } changed)
        {
            var instant = clock.StartOf(changed.AddDays(1));
            query = query.Where(r => r.ChangedAt >= instant);
        }
        return query;
    }

    private static IQueryable<Recommendation> Flagged(
        this IQueryable<Recommendation> query,
        Flags flags,
        DateOnly today
    )
    {
        foreach (
            var flag in Enum.GetValues<Flags>().Where(f => f != Flags.None && flags.HasFlag(f))
        )
        {
            query = query.Where(FlagConditions.Of(flag, today));
        }
        return query;
    }

    /// <summary>
    /// The order asked for, then by code, so that every page is the same twice. Each of these orders is an index of
    /// <see cref="ListOrders"/>.
    /// </summary>
    public static IQueryable<Recommendation> Arranged(
        this IQueryable<Recommendation> query,
        RecommendationFilter filter,
        Language language
    )
    {
        var down = filter.Descending;
        var ordered = filter.Sort switch
        {
            SortKey.Title when language == Language.Fr => By(query, r => r.SortTitleFr, down),
            SortKey.Title => By(query, r => r.SortTitleEn, down),
            SortKey.Theme => By(query, r => r.ThemeOrder, down),
            SortKey.Lead => By(query.OrderBy(r => r.LeadMissing), r => r.LeadCode, down),
            SortKey.Status => By(query, r => r.StatusRank, down),
            SortKey.Acceptance => By(query, r => r.AcceptanceRank, down),
            SortKey.Due => By(query.OrderBy(r => r.DueMissing), r => r.DueDate, down),
            SortKey.Percent => By(query.OrderBy(r => r.PercentMissing), r => r.Percent, down),
            SortKey.Updated => By(query.OrderBy(r => r.UpdateMissing), r => r.LastUpdateOn, down),
            _ => null,
        };
        return ordered is null ? By(query, r => r.SortCode, down) : ordered.ThenBy(r => r.SortCode);
    }

    private static IOrderedQueryable<Recommendation> By<TKey>(
        IQueryable<Recommendation> query,
        System.Linq.Expressions.Expression<Func<Recommendation, TKey>> key,
        bool down
    ) => down ? query.OrderByDescending(key) : query.OrderBy(key);

    /// <summary>What has no value stands last in either direction.</summary>
    private static IOrderedQueryable<Recommendation> By<TKey>(
        IOrderedQueryable<Recommendation> query,
        System.Linq.Expressions.Expression<Func<Recommendation, TKey>> key,
        bool down
    ) => down ? query.ThenByDescending(key) : query.ThenBy(key);
}
