using System.Linq.Expressions;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Search;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Recommendations;

/// <summary>A filter as conditions of a query. The flags are the same bounds as in <see cref="FlagRules"/>.</summary>
internal static class Filtering
{
    /// <summary>What the actor may see and the filter keeps.</summary>
    /// <param name="narrowing">For a page: how it is best read. Changes the way, never the rows.</param>
    public static IQueryable<Standing> Kept(
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
            .StandingOn(actor, filter.AsOf)
            .Where(r => r.Publication == publication)
            .Among(narrowing)
            .Found(context, search, resolution, narrowing)
            .Stated(filter)
            .Linked(resolution)
            .Dated(filter, clock)
            .Shown(context, filter, clock)
            .Flagged(filter.Flags, filter.DayOr(clock.Today));
    }

    public static Publication PublicationOf(RecommendationFilter filter, Actor actor) =>
        filter.Drafts && actor.Coordinates ? Publication.Draft : Publication.Published;

    private static IQueryable<Standing> Among(
        this IQueryable<Standing> query,
        Narrowing? narrowing
    ) => narrowing?.Few is { } few ? query.Where(r => few.Contains(r.Id)) : query;

    private static IQueryable<Standing> Found(
        this IQueryable<Standing> query,
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

    private static IQueryable<Standing> Stated(
        this IQueryable<Standing> query,
        RecommendationFilter filter
    )
    {
        if (filter.Statuses.Count > 0)
        {
            query = query.Where(OneOf.Values((Standing r) => r.Status, filter.Statuses));
        }
        if (filter.Acceptances.Count > 0)
        {
            query = query.Where(OneOf.Values((Standing r) => r.Acceptance, filter.Acceptances));
        }
        if (filter.Kinds.Count > 0)
        {
            query = query.Where(OneOf.Values((Standing r) => r.Kind, filter.Kinds));
        }
        if (filter.Themes.Count > 0)
        {
            query = query.Where(OneOf.Values((Standing r) => r.ThemeCode, filter.Themes));
        }
        if (filter.Leads.Count > 0)
        {
            var leads = filter.Leads.Select(l => l == RecommendationFilter.NoLead ? null : l);
            query = query.Where(OneOf.Values((Standing r) => r.LeadCode, [.. leads]));
        }
        if (filter.BlockedBy.Count > 0)
        {
            query = query.Where(OneOf.Values((Standing r) => r.BlockedBy!, filter.BlockedBy));
        }
        if (filter.ProposedLead)
        {
            query = query.Where(r => r.LeadStanding == LeadStanding.Proposed);
        }
        return query;
    }

    private static IQueryable<Standing> Linked(
        this IQueryable<Standing> query,
        FilterResolution resolution
    )
    {
        var filter = resolution.Filter;
        query = query.OfWorkshops(filter);
        if (filter.Supporting.Count > 0)
        {
            var held = HeldOn<RecommendationSupport>(filter.AsOf);
            var named = OneOf.Values(
                (RecommendationSupport s) => s.OrganisationCode,
                filter.Supporting
            );
            query = query.Where(r => r.Item.Supporting.AsQueryable().Where(held).Any(named));
        }
        if (resolution.PlaceCodes.Count > 0)
        {
            var held = HeldOn<RecommendationPlace>(filter.AsOf);
            var named = OneOf.Values((RecommendationPlace p) => p.PlaceCode, resolution.PlaceCodes);
            query = query.Where(r => r.Item.Places.AsQueryable().Where(held).Any(named));
        }
        if (resolution.EntryCodes.Count > 0)
        {
            var held = HeldOn<RecommendationFrameworkEntry>(filter.AsOf);
            var named = OneOf.Values(
                (RecommendationFrameworkEntry e) => e.EntryCode,
                resolution.EntryCodes
            );
            query = query.Where(r => r.Item.FrameworkEntries.AsQueryable().Where(held).Any(named));
        }
        return query;
    }

    private static IQueryable<Standing> OfWorkshops(
        this IQueryable<Standing> query,
        RecommendationFilter filter
    )
    {
        if (filter.Workshops.Count > 0)
        {
            query = query.Where(
                OneOf.Values((Standing r) => r.Item.Workshop!.Code, filter.Workshops)
            );
        }
        if (filter.Funders.Count > 0)
        {
            var named = WorkshopVisibility.FundedBy(filter.Funders);
            query = query.Where(r => r.Item.Workshop!.Funders.AsQueryable().Any(named));
        }
        return query;
    }

    /// <summary>The links of a day; without one those of today, which an index answers.</summary>
    public static Expression<Func<T, bool>> HeldOn<T>(DateOnly? day)
        where T : class, IDatedLink =>
        day is { } then ? l => l.From <= then && (l.To == null || l.To > then) : l => l.To == null;

    private static IQueryable<Standing> Dated(
        this IQueryable<Standing> query,
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
        if (filter.WithDueDate)
        {
            query = query.Where(r => r.DueDate != null);
        }
        if (filter.UpdatedAfter is { } heard)
        {
            query = query.Where(r => r.LastUpdateOn > heard);
        }
        if (filter.ChangedAfter is { } changed)
        {
            var instant = clock.StartOf(changed.AddDays(1));
            query = filter.AsOf is { } day
                ? query.Where(r => r.Item.Periods.Any(p => p.From > changed && p.From <= day))
                : query.Where(r => r.Item.ChangedAt >= instant);
        }
        return query;
    }

    /// <summary>What was declared or verified, and nothing of what counts as evidence shows it.</summary>
    private static IQueryable<Standing> Shown(
        this IQueryable<Standing> query,
        TrackerContext context,
        RecommendationFilter filter,
        ProgrammeClock clock
    )
    {
        if (!filter.WithoutEvidence)
        {
            return query;
        }
        var end = clock.StartOf(filter.DayOr(clock.Today).AddDays(1));
        return query.Where(r =>
            (
                r.Status == ImplementationStatus.Implemented
                || r.Status == ImplementationStatus.Verified
            )
            && !context.Evidence.Any(e =>
                e.RecommendationId == r.Id
                && !e.Replaced
                && e.WithdrawnBecause == null
                && e.At < end
            )
        );
    }

    private static IQueryable<Standing> Flagged(
        this IQueryable<Standing> query,
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
}
