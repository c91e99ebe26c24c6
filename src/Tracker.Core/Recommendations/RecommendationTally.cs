using System.Runtime.InteropServices;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <summary>How many recommendations are alike in everything that the short lists of a filter ask.</summary>
public readonly record struct TallyGroup(
    ImplementationStatus Status,
    Acceptance Acceptance,
    RecommendationKind Kind,
    string Theme,
    LeadStanding Standing,
    Flags Flags,
    int Count
);

/// <summary>
/// Everything the list counts, from one question to the database: totals, counted links, and the number beside each
/// value of status, answer, theme and kind, each as if its own condition were not set.
/// </summary>
/// <param name="groups">Over what <see cref="Around"/> keeps.</param>
public sealed class RecommendationTally(IReadOnlyList<TallyGroup> groups)
{
    /// <summary>The part of a filter that the tally does not answer by itself: one tally serves every choice of the rest.</summary>
    public static RecommendationFilter Around(RecommendationFilter filter) =>
        Unarranged(filter) with
        {
            Statuses = [],
            Acceptances = [],
            Kinds = [],
            Themes = [],
            Flags = Flags.None,
            ProposedLead = false,
            Leads = AsksForNobody(filter) ? [] : filter.Leads,
        };

    /// <summary>The conditions alone: order and page change no figure.</summary>
    public static RecommendationFilter Unarranged(RecommendationFilter filter) =>
        filter with
        {
            Sort = SortKey.Code,
            Descending = false,
            Page = 1,
            Size = RecommendationFilter.DefaultSize,
        };

    /// <summary>The groups the filter keeps: what the measures are computed from.</summary>
    public IEnumerable<TallyGroup> Groups(RecommendationFilter filter) => Kept(filter);

    /// <summary>How many rows the filter keeps.</summary>
    public int Total(RecommendationFilter filter) => Sum(Kept(filter));

    /// <summary>The counted links above the list: the filter's own choice of status and flags left aside.</summary>
    public RecommendationCounts Counts(RecommendationFilter filter)
    {
        var (all, proposed, none) = (0, 0, 0);
        var statuses = Enum.GetValues<ImplementationStatus>().ToDictionary(s => s, _ => 0);
        var flags = Enum.GetValues<Flags>()
            .Where(f => f != Flags.None)
            .ToDictionary(f => f, _ => 0);
        foreach (
            var group in Kept(
                filter with
                {
                    Statuses = [],
                    Flags = Flags.None,
                    ProposedLead = false,
                }
            )
        )
        {
            all += group.Count;
            proposed += group.Standing == LeadStanding.Proposed ? group.Count : 0;
            none += group.Standing == LeadStanding.None ? group.Count : 0;
            statuses[group.Status] += group.Count;
            if (group.Flags == Flags.None)
            {
                continue;
            }
            foreach (var flag in flags.Keys.Where(f => group.Flags.HasFlag(f)))
            {
                flags[flag] += group.Count;
            }
        }
        return new RecommendationCounts(all, statuses, flags, proposed, none);
    }

    /// <summary>The number beside each value of the short lists, by their parameter in the address.</summary>
    public RecommendationFacets Facets(RecommendationFilter filter) =>
        new(
            By(Kept(filter with { Statuses = [] }), g => Codes.Of(g.Status)),
            By(Kept(filter with { Acceptances = [] }), g => Codes.Of(g.Acceptance)),
            By(Kept(filter with { Themes = [] }), g => g.Theme),
            By(Kept(filter with { Kinds = [] }), g => Codes.Of(g.Kind))
        );

    private IEnumerable<TallyGroup> Kept(RecommendationFilter filter) =>
        groups.Where(g =>
            (filter.Statuses.Count == 0 || filter.Statuses.Contains(g.Status))
            && (filter.Acceptances.Count == 0 || filter.Acceptances.Contains(g.Acceptance))
            && (filter.Kinds.Count == 0 || filter.Kinds.Contains(g.Kind))
            && (filter.Themes.Count == 0 || filter.Themes.Contains(g.Theme, StringComparer.Ordinal))
            && g.Flags.HasFlag(filter.Flags)
            && (!filter.ProposedLead || g.Standing == LeadStanding.Proposed)
            && (!AsksForNobody(filter) || g.Standing == LeadStanding.None)
        );

    private static bool AsksForNobody(RecommendationFilter filter) =>
        filter.Leads is [RecommendationFilter.NoLead];

    private static int Sum(IEnumerable<TallyGroup> kept) => kept.Sum(g => g.Count);

    private static Dictionary<string, int> By(
        IEnumerable<TallyGroup> kept,
        Func<TallyGroup, string> key
    )
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in kept)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(numbers, key(group), out _) += group.Count;
        }
        return numbers;
    }
}

/// <summary>The number beside each value of the short lists; a value that is not there counts nought.</summary>
public sealed record RecommendationFacets(
    IReadOnlyDictionary<string, int> Status,
    IReadOnlyDictionary<string, int> Acceptance,
    IReadOnlyDictionary<string, int> Theme,
    IReadOnlyDictionary<string, int> Kind
);
