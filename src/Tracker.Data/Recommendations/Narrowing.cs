using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Recommendations;

/// <summary>
/// How a page is best read. Where one of the filter's conditions keeps few rows, from those few; else along the order of
/// the list, until the page is full. A database cannot tell by itself: it does not know that we stop after 25.
/// </summary>
/// <param name="Few">The ids that a narrow condition keeps, or null where none is narrow.</param>
/// <param name="WordsAreFew">The few are those of the words searched for.</param>
internal sealed record Narrowing(IQueryable<Guid>? Few, bool WordsAreFew)
{
    /// <summary>
    /// Up to here, fetching the rows one by one and sorting them costs less than passing along the order: measured at
    /// 100,000 recommendations, and right for fewer, where everything is quick.
    /// </summary>
    private const int FewRows = 400;

    /// <summary>Looking for words in a text costs more than looking at a column.</summary>
    private const int FewTexts = 1_500;

    public static async Task<Narrowing> OfAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        ProgrammeClock clock,
        IRecommendationSearch search,
        CancellationToken cancellation
    )
    {
        if (resolution.Filter.AsOf is not null)
        {
            // An earlier day is read from the periods, which have orders of none of these.
            return new Narrowing(null, false);
        }
        if (resolution.Terms.Count > 0)
        {
            var keys = search.Keys(context, resolution.Terms);
            if (await keys.Take(FewTexts + 1).CountAsync(cancellation) <= FewTexts)
            {
                return new Narrowing(search.Matching(context, resolution.Terms), true);
            }
        }
        foreach (var ids in Candidates(context, actor, resolution, clock))
        {
            if (await ids.Take(FewRows + 1).CountAsync(cancellation) <= FewRows)
            {
                return new Narrowing(ids, false);
            }
        }
        return new Narrowing(null, false);
    }

    /// <summary>Conditions that may be narrow, each with an index of its own to be counted in.</summary>
    private static IEnumerable<IQueryable<Guid>> Candidates(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        ProgrammeClock clock
    )
    {
        var filter = resolution.Filter;
        var publication = Filtering.PublicationOf(filter, actor);
        var shown = context.Recommendations.Where(r => r.Publication == publication);
        if (filter.Leads.Count > 0 && !filter.Leads.Contains(RecommendationFilter.NoLead))
        {
            yield return shown
                .Where(r => r.LeadMissing == 0)
                .Where(OneOf.Values((Recommendation r) => r.LeadCode!, filter.Leads))
                .Select(r => r.Id);
        }
        if (resolution.EntryCodes.Count > 0)
        {
            yield return context
                .Set<RecommendationFrameworkEntry>()
                .Where(Filtering.HeldOn<RecommendationFrameworkEntry>(null))
                .Where(
                    OneOf.Values(
                        (RecommendationFrameworkEntry e) => e.EntryCode,
                        resolution.EntryCodes
                    )
                )
                .Select(e => e.RecommendationId);
        }
        if (resolution.PlaceCodes.Count > 0)
        {
            yield return context
                .Set<RecommendationPlace>()
                .Where(Filtering.HeldOn<RecommendationPlace>(null))
                .Where(OneOf.Values((RecommendationPlace p) => p.PlaceCode, resolution.PlaceCodes))
                .Select(p => p.RecommendationId);
        }
        if (filter.Supporting.Count > 0)
        {
            yield return context
                .Supports.Where(Filtering.HeldOn<RecommendationSupport>(null))
                .Where(
                    OneOf.Values((RecommendationSupport s) => s.OrganisationCode, filter.Supporting)
                )
                .Select(s => s.RecommendationId);
        }
        if (filter.ChangedAfter is { } changed)
        {
            var instant = clock.StartOf(changed.AddDays(1));
            yield return shown.Where(r => r.ChangedAt >= instant).Select(r => r.Id);
        }
        if (DueWithin(filter, clock.Today) is { } days)
        {
            yield return shown
                .Where(r => r.DueMissing == 0 && r.DueDate >= days.First && r.DueDate <= days.Last)
                .Select(r => r.Id);
        }
        var funders = actor.Role == Role.DonorViewer ? actor.Organisations : filter.Funders;
        if (funders.Count > 0)
        {
            yield return context
                .Set<WorkshopFunder>()
                .Where(WorkshopVisibility.FundedBy(funders))
                .Join(
                    context.Recommendations,
                    f => f.WorkshopId,
                    r => r.WorkshopId,
                    (_, r) => r.Id
                );
        }
    }

    /// <summary>Due dates the filter asks for, both ends included.</summary>
    private static (DateOnly First, DateOnly Last)? DueWithin(
        RecommendationFilter filter,
        DateOnly today
    )
    {
        var (first, last) = (filter.DueAfter?.AddDays(1), filter.DueBefore?.AddDays(-1));
        if (filter.Flags.HasFlag(Flags.DueSoon))
        {
            (first, last) = (first ?? today, last ?? today.AddDays(FlagRules.DueSoonDays));
        }
        if (filter.Flags.HasFlag(Flags.Overdue))
        {
            last ??= today.AddDays(-1);
        }
        return first is null && last is null
            ? null
            : (first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue);
    }
}
