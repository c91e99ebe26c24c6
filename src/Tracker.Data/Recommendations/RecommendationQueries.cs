using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Lists;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>The list of recommendations and what surrounds it.</summary>
public sealed class RecommendationQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;
    private readonly TallyMemory _tallies;
    private readonly ListMemory _lists;

    internal RecommendationQueries(
        Contexts contexts,
        ProgrammeClock clock,
        IRecommendationSearch search,
        TallyMemory tallies,
        ListMemory lists
    ) => (_contexts, _clock, _search, _tallies, _lists) = (contexts, clock, search, tallies, lists);

    /// <summary>One page of the list. A page past the end becomes the last one, and that is said.</summary>
    /// <param name="reading">The filter as read from the address, with what was not understood there.</param>
    public async Task<RecommendationPage> ListAsync(
        Actor actor,
        FilterReading reading,
        Language language,
        CancellationToken cancellation = default
    ) => (await CountedListAsync(actor, reading, language, cancellation)).Page;

    /// <summary>
    /// One page of the list with what the list counts: the counted links above it and the number beside each value of
    /// its short lists.
    /// </summary>
    public async Task<(RecommendationPage Page, RecommendationTally Tally)> CountedListAsync(
        Actor actor,
        FilterReading reading,
        Language language,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var resolution = await ResolveAsync(context, actor, reading.Filter, cancellation);
        var tally = await _tallies.OfAsync(context, actor, resolution, cancellation);
        var total = tally.Total(resolution.Filter);
        var problems = reading.Problems.Concat(resolution.Problems).ToList();
        var filter = InRange(resolution.Filter, total, problems);
        var rows = await RowsAsync(
            context,
            actor,
            resolution with
            {
                Filter = filter,
            },
            language,
            cancellation
        );
        return (new RecommendationPage(filter, rows, total, problems), tally);
    }

    /// <summary>
    /// The rows of one page, without counting how many there are in all: none where the page lies past the end.
    /// </summary>
    public async Task<IReadOnlyList<RecommendationRow>> RowsAsync(
        Actor actor,
        RecommendationFilter filter,
        Language language,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var resolution = await ResolveAsync(context, actor, filter, cancellation);
        return await RowsAsync(context, actor, resolution, language, cancellation);
    }

    private async Task<List<RecommendationRow>> RowsAsync(
        TrackerContext context,
        Actor actor,
        FilterResolution resolution,
        Language language,
        CancellationToken cancellation
    )
    {
        var filter = resolution.Filter;
        var first = (filter.Page - 1L) * filter.Size;
        if (first > int.MaxValue)
        {
            return [];
        }
        var narrowing = await Narrowing.OfAsync(
            context,
            actor,
            resolution,
            _clock,
            _search,
            cancellation
        );
        return await context
            .Kept(actor, resolution, _clock, _search, narrowing)
            .Arranged(filter, language)
            .Skip((int)first)
            .Take(filter.Size)
            .ReadRowsAsync(
                context,
                actor,
                filter.DayOr(_clock.Today),
                cancellation,
                isPast: filter.AsOf is not null,
                memory: filter.AsOf is null ? _lists : null
            );
    }

    /// <summary>What the list counts, without its rows. Made anew only when the filter or the data changed.</summary>
    public async Task<RecommendationTally> TallyAsync(
        Actor actor,
        RecommendationFilter filter,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var resolution = await ResolveAsync(context, actor, filter, cancellation);
        return await _tallies.OfAsync(context, actor, resolution, cancellation);
    }

    /// <summary>
    /// Where a record stands in a list; null where the list no longer holds it near that position.
    /// </summary>
    /// <param name="position">Counted from one, as the list said it.</param>
    public async Task<Neighbours?> NeighboursAsync(
        Actor actor,
        RecommendationFilter filter,
        string code,
        int position,
        Language language,
        CancellationToken cancellation = default
    )
    {
        const int Reach = 50;
        await using var context = _contexts.Open();
        var resolution = await ResolveAsync(context, actor, filter, cancellation);
        var kept = context.Kept(actor, resolution, _clock, _search);
        var first = Math.Max(0, position - 1 - Reach);
        var codes = await kept.Arranged(resolution.Filter, language)
            .Skip(first)
            .Take((2 * Reach) + 1)
            .Select(r => r.Item.Code)
            .ToListAsync(cancellation);
        var index = codes.IndexOf(code);
        if (index < 0)
        {
            return null;
        }
        var total = await kept.CountAsync(cancellation);
        return new Neighbours(
            first + index + 1,
            total,
            index > 0 ? codes[index - 1] : null,
            index + 1 < codes.Count ? codes[index + 1] : null
        );
    }

    /// <summary>The code proposed for a workshop's next recommendation: the highest number plus one.</summary>
    public async Task<string?> NextCodeAsync(
        Actor actor,
        string workshopCode,
        CancellationToken cancellation = default
    )
    {
        if (AccessRules.ToEnter(actor) is not null)
        {
            return null;
        }
        await using var context = _contexts.Open();
        var taken = await context
            .Recommendations.Where(r => r.Workshop!.Code == workshopCode)
            .Select(r => r.Code)
            .ToListAsync(cancellation);
        return RecommendationCode.Next(workshopCode, taken);
    }

    private Task<FilterResolution> ResolveAsync(
        TrackerContext context,
        Actor actor,
        RecommendationFilter filter,
        CancellationToken cancellation
    ) => FilterResolution.OfAsync(context, actor, filter, _clock.Today, cancellation, _lists);

    private static RecommendationFilter InRange(
        RecommendationFilter filter,
        int total,
        List<FilterProblem> problems
    )
    {
        var pages = Math.Max(1, (total + filter.Size - 1) / filter.Size);
        if (filter.Page <= pages)
        {
            return filter;
        }
        problems.Add(
            new FilterProblem(
                FilterProblemKind.PageOutOfRange,
                "page",
                filter.Page.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        return filter with { Page = pages };
    }
}
