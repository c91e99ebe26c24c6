using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Lists;
using Tracker.Data.Places;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>The number beside each value of a long list, asked when somebody opens it.</summary>
public sealed class FacetQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;

    internal FacetQueries(Contexts contexts, ProgrammeClock clock, IRecommendationSearch search) =>
        (_contexts, _clock, _search) = (contexts, clock, search);

    /// <summary>
    /// How many rows each value would keep, the list's own choice left aside. Places and framework entries count what
    /// lies under them once. A value that is not there counts nought.
    /// </summary>
    /// <param name="parameter">As in the address: lead, supporting, workshop, funder, place, framework.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the long lists.</exception>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(
        Actor actor,
        RecommendationFilter filter,
        string parameter,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var open = Without(filter, parameter);
        var resolution = await FilterResolution.OfAsync(
            context,
            actor,
            open,
            _clock.Today,
            cancellation
        );
        var kept = context.Kept(actor, resolution, _clock, _search);
        return parameter switch
        {
            "lead" => await CountAsync(
                kept.Select(r => r.LeadCode ?? RecommendationFilter.NoLead),
                cancellation
            ),
            "workshop" => await CountAsync(kept.Select(r => r.Item.Workshop!.Code), cancellation),
            "supporting" => await CountAsync(
                kept.SelectMany(r => r.Item.Supporting)
                    .Where(Filtering.HeldOn<RecommendationSupport>(open.AsOf))
                    .Select(s => s.OrganisationCode),
                cancellation
            ),
            "funder" => await CountAsync(
                kept.SelectMany(r => r.Item.Workshop!.Funders).Select(f => f.OrganisationCode),
                cancellation
            ),
            "place" => await CountTreeAsync(
                kept.SelectMany(r => r.Item.Places)
                    .Where(Filtering.HeldOn<RecommendationPlace>(open.AsOf))
                    .Select(p => new Link
                    {
                        Recommendation = p.RecommendationId,
                        Code = p.PlaceCode,
                    }),
                await PlaceTree.ParentsAsync(context, open.DayOr(_clock.Today), cancellation),
                cancellation
            ),
            _ => await CountTreeAsync(
                kept.SelectMany(r => r.Item.FrameworkEntries)
                    .Where(Filtering.HeldOn<RecommendationFrameworkEntry>(open.AsOf))
                    .Select(e => new Link
                    {
                        Recommendation = e.RecommendationId,
                        Code = e.EntryCode,
                    }),
                await EntryParentsAsync(context, cancellation),
                cancellation
            ),
        };
    }

    private static RecommendationFilter Without(RecommendationFilter filter, string parameter) =>
        parameter switch
        {
            "lead" => filter with { Leads = [] },
            "supporting" => filter with { Supporting = [] },
            "workshop" => filter with { Workshops = [] },
            "funder" => filter with { Funders = [] },
            "place" => filter with { Places = [] },
            "framework" => filter with { Frameworks = [] },
            _ => throw new ArgumentOutOfRangeException(
                nameof(parameter),
                parameter,
                "Not a long list."
            ),
        };

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(
        IQueryable<string> values,
        CancellationToken cancellation
    ) =>
        await values
            .GroupBy(v => v)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellation);

    /// <summary>One recommendation may lie in two places of one region: the region counts it once.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> CountTreeAsync(
        IQueryable<Link> links,
        Dictionary<string, string?> parents,
        CancellationToken cancellation
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        var current = Guid.Empty;
        await foreach (
            var link in links
                .OrderBy(l => l.Recommendation)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            if (link.Recommendation != current)
            {
                current = link.Recommendation;
                met.Clear();
            }
            for (
                string? code = link.Code;
                code is not null && met.Add(code);
                code = parents.GetValueOrDefault(code)
            )
            {
                counts[code] = counts.GetValueOrDefault(code) + 1;
            }
        }
        return counts;
    }

    private static async Task<Dictionary<string, string?>> EntryParentsAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var entries = await context
            .FrameworkEntries.Select(e => new { e.Code, Parent = e.ParentCode ?? e.FrameworkCode })
            .ToListAsync(cancellation);
        return entries.ToDictionary(
            e => e.Code,
            e => e.Parent == e.Code ? null : (string?)e.Parent,
            StringComparer.Ordinal
        );
    }

    /// <summary>Filled by its properties: what a constructor was given cannot be sorted by in SQL.</summary>
    private sealed class Link
    {
        public Guid Recommendation { get; init; }
        public required string Code { get; init; }
    }
}
