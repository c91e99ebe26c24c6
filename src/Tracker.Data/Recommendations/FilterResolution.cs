using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Lists;
using Tracker.Data.Places;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Recommendations;

/// <summary>A filter whose codes are known to exist, with what lies under its places and framework entries.</summary>
internal sealed record FilterResolution(
    RecommendationFilter Filter,
    IReadOnlyList<string> PlaceCodes,
    IReadOnlyList<string> EntryCodes,
    IReadOnlyList<string> Terms,
    IReadOnlyList<FilterProblem> Problems
)
{
    /// <summary>Takes out the codes that no list holds, and says which. Lists the filter does not use are not asked.</summary>
    /// <param name="memory">Lists remembered between two pages; null asks the database.</param>
    public static async Task<FilterResolution> OfAsync(
        TrackerContext context,
        Actor actor,
        RecommendationFilter filter,
        DateOnly today,
        CancellationToken cancellation,
        ListMemory? memory = null
    )
    {
        var problems = new List<FilterProblem>();
        if (filter.Drafts && !actor.Coordinates)
        {
            problems.Add(new(FilterProblemKind.UnknownValue, "publication", "draft"));
            filter = filter with { Drafts = false };
        }
        filter = await OnItsDayAsync(context, filter, today, problems, cancellation);
        var organisations = filter
            .Leads.Concat(filter.Supporting)
            .Concat(filter.Funders)
            .Where(c => c != RecommendationFilter.NoLead)
            .ToList();
        var knownOrganisations = await KnownAsync(
            memory,
            "organisations",
            organisations,
            context.Organisations.Select(o => o.Code),
            cancellation
        );
        var knownThemes = await KnownAsync(
            memory,
            "themes",
            filter.Themes,
            context.Themes.Select(t => t.Code),
            cancellation
        );
        // Which workshops there are depends on who asks.
        var knownWorkshops = await KnownAsync(
            memory: null,
            "workshops",
            filter.Workshops,
            context.Workshops.VisibleTo(actor).Select(w => w.Code),
            cancellation
        );
        var places = await PlacesAsync(context, filter, filter.DayOr(today), memory, cancellation);
        var entries = await EntriesAsync(context, filter, memory, cancellation);
        var resolved = filter with
        {
            Themes = Keep("theme", filter.Themes, knownThemes, problems),
            Leads = Keep(
                "lead",
                filter.Leads,
                knownOrganisations.Append(RecommendationFilter.NoLead).ToHashSet(),
                problems
            ),
            Supporting = Keep("supporting", filter.Supporting, knownOrganisations, problems),
            Funders = Keep("funder", filter.Funders, knownOrganisations, problems),
            Workshops = Keep("workshop", filter.Workshops, knownWorkshops, problems),
            Places = Keep("place", filter.Places, places.Select(p => p.Code).ToHashSet(), problems),
            Frameworks = Keep(
                "framework",
                AsStored(filter.Frameworks, entries),
                entries.Select(e => e.Code).ToHashSet(),
                problems
            ),
        };
        return new FilterResolution(
            resolved,
            Tree.Below(resolved.Places, places),
            Tree.Below(resolved.Frameworks, entries),
            Core.Words.Folding.Terms(filter.Search),
            FilterProblem.Gather(problems)
        );
    }

    /// <returns>At least those of the codes asked for that are there.</returns>
    private static async Task<IReadOnlySet<string>> KnownAsync(
        ListMemory? memory,
        string list,
        IReadOnlyList<string> asked,
        IQueryable<string> codes,
        CancellationToken cancellation
    )
    {
        if (asked.Count == 0)
        {
            return new HashSet<string>();
        }
        return memory is null
            ? await codes
                .Where(OneOf.Values((string code) => code, asked))
                .ToHashSetAsync(cancellation)
            : await memory.RememberAsync(
                list,
                () => codes.ToHashSetAsync(cancellation),
                suffices: known => asked.All(known.Contains)
            );
    }

    /// <summary>Today needs no looking back; no day of the future can be known, and before the first workshop was nothing.</summary>
    private static async Task<RecommendationFilter> OnItsDayAsync(
        TrackerContext context,
        RecommendationFilter filter,
        DateOnly today,
        List<FilterProblem> problems,
        CancellationToken cancellation
    )
    {
        if (filter.AsOf is not { } day)
        {
            return filter;
        }
        var spelt = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (day >= today)
        {
            if (day > today)
            {
                problems.Add(new(FilterProblemKind.DayInFuture, "as_of", spelt));
            }
            return filter with { AsOf = null };
        }
        if (!await context.Workshops.AnyAsync(w => w.EndsOn <= day, cancellation))
        {
            problems.Add(new(FilterProblemKind.BeforeFirstWorkshop, "as_of", spelt));
        }
        return filter.Drafts ? filter with { Drafts = false } : filter;
    }

    private static async Task<IReadOnlyList<(string Code, string? Parent)>> PlacesAsync(
        TrackerContext context,
        RecommendationFilter filter,
        DateOnly day,
        ListMemory? memory,
        CancellationToken cancellation
    )
    {
        if (filter.Places.Count == 0)
        {
            return [];
        }
        // Days of the past are many, and each has a tree of its own.
        return memory is null || filter.AsOf is not null
            ? await PlaceTree.OnAsync(context, day, cancellation)
            : await memory.RememberAsync(
                $"places {day:O}",
                () => PlaceTree.OnAsync(context, day, cancellation),
                suffices: known => filter.Places.All(p => known.Any(k => k.Code == p))
            );
    }

    private static async Task<IReadOnlyList<(string Code, string? Parent)>> EntriesAsync(
        TrackerContext context,
        RecommendationFilter filter,
        ListMemory? memory,
        CancellationToken cancellation
    )
    {
        if (filter.Frameworks.Count == 0)
        {
            return [];
        }
        return memory is null
            ? await EntriesAsync(context, cancellation)
            : await memory.RememberAsync(
                "entries",
                () => EntriesAsync(context, cancellation),
                suffices: known =>
                    filter.Frameworks.All(f =>
                        known.Any(k => k.Code.Equals(f, StringComparison.OrdinalIgnoreCase))
                    )
            );
    }

    /// <summary>Entries under their parents, and those without one under their framework.</summary>
    private static async Task<IReadOnlyList<(string Code, string? Parent)>> EntriesAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var frameworks = await context.Frameworks.Select(f => f.Code).ToListAsync(cancellation);
        var entries = await context
            .FrameworkEntries.Select(e => new { e.Code, Parent = e.ParentCode ?? e.FrameworkCode })
            .ToListAsync(cancellation);
        return
        [
            .. frameworks.Select(code => (code, (string?)null)),
            .. entries.Where(e => e.Code != e.Parent).Select(e => (e.Code, (string?)e.Parent)),
        ];
    }

    /// <summary>SDG-8.b has a small letter: whoever types another finds it all the same.</summary>
    private static IReadOnlyList<string> AsStored(
        IReadOnlyList<string> asked,
        IReadOnlyList<(string Code, string? Parent)> entries
    )
    {
        var spelt = entries.Select(e => e.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. asked
                .Select(c => spelt.TryGetValue(c, out var stored) ? stored : c)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<string> Keep(
        string parameter,
        IReadOnlyList<string> asked,
        IReadOnlySet<string> known,
        List<FilterProblem> problems
    )
    {
        problems.AddRange(
            asked
                .Where(c => !known.Contains(c))
                .Select(c => new FilterProblem(FilterProblemKind.UnknownValue, parameter, c))
        );
        return asked.All(known.Contains) ? asked : [.. asked.Where(known.Contains)];
    }
}
