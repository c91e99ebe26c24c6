using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>Rows that somebody chose: ticked in a list, or all of a filter.</summary>
public sealed class ChosenQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;

    internal ChosenQueries(Contexts contexts, ProgrammeClock clock, IRecommendationSearch search) =>
        (_contexts, _clock, _search) = (contexts, clock, search);

    /// <summary>The rows with what a deed needs, by code; codes the actor may not know of are left out.</summary>
    public async Task<IReadOnlyList<ChosenRecommendation>> RowsAsync(
        Actor actor,
        IReadOnlyCollection<string> codes,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var found = new List<ChosenRecommendation>();
        foreach (var some in codes.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            var chosen = context.Recommendations.VisibleTo(actor).Where(r => some.Contains(r.Code));
            var rows = await chosen
                .Select(Standings.Now)
                .ReadRowsAsync(context, actor, _clock.Today, cancellation);
            var versions = await chosen.ToDictionaryAsync(
                r => r.Code,
                r => r.Version,
                StringComparer.Ordinal,
                cancellation
            );
            found.AddRange(
                rows.Where(r => versions.ContainsKey(r.Code))
                    .Select(r => new ChosenRecommendation(r, versions[r.Code], MovesOf(actor, r)))
            );
        }
        return [.. found.OrderBy(f => f.Row.Code, StringComparer.Ordinal)];
    }

    /// <summary>The codes of a whole filter in its order, one more than <paramref name="most"/> where there are more.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(
        Actor actor,
        RecommendationFilter filter,
        int most,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var resolution = await FilterResolution.OfAsync(
            context,
            actor,
            filter,
            _clock.Today,
            cancellation
        );
        return await context
            .Kept(actor, resolution, _clock, _search)
            .Arranged(resolution.Filter, Language.Fr)
            .Take(most + 1)
            .Select(r => r.Item.Code)
            .ToListAsync(cancellation);
    }

    private static IReadOnlyList<OfferedMove> MovesOf(Actor actor, RecommendationRow row)
    {
        var facts = new RecommendationFacts(
            row.Publication,
            row.Acceptance,
            row.Status,
            row.Lead?.Code
        );
        return AccessRules.On(actor, Deed.ChangeStatus, facts) is null
            ? StatusTransitions.For(actor, facts)
            : [];
    }
}
