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
    private static readonly Flags[] EachFlag =
    [
        .. Enum.GetValues<Flags>().Where(f => f != Flags.None),
    ];

    private readonly TallyGroup[] _groups = [.. groups];

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
    public IEnumerable<TallyGroup> Groups(RecommendationFilter filter)
    {
        var choice = new Choice(filter);
        return _groups.Where(g => choice.Misses(g) == Miss.None);
    }

    /// <summary>How many rows the filter keeps.</summary>
    public int Total(RecommendationFilter filter) => Groups(filter).Sum(g => g.Count);

    /// <summary>The counted links above the list: the filter's own choice of status and flags left aside.</summary>
    public RecommendationCounts Counts(RecommendationFilter filter)
    {
        var choice = new Choice(
            filter with
            {
                Statuses = [],
                Flags = Flags.None,
                ProposedLead = false,
            }
        );
        var (all, proposed, none) = (0, 0, 0);
        var statuses = Enum.GetValues<ImplementationStatus>().ToDictionary(s => s, _ => 0);
        var flags = EachFlag.ToDictionary(f => f, _ => 0);
        foreach (ref readonly var group in _groups.AsSpan())
        {
            if (choice.Misses(group) != Miss.None)
            {
                continue;
            }
            all += group.Count;
            proposed += group.Standing == LeadStanding.Proposed ? group.Count : 0;
            none += group.Standing == LeadStanding.None ? group.Count : 0;
            statuses[group.Status] += group.Count;
            foreach (var flag in EachFlag)
            {
                if (group.Flags.HasFlag(flag))
                {
                    flags[flag] += group.Count;
                }
            }
        }
        return new RecommendationCounts(all, statuses, flags, proposed, none);
    }

    /// <summary>The number beside each value of the short lists, by their parameter in the address.</summary>
    public RecommendationFacets Facets(RecommendationFilter filter)
    {
        var choice = new Choice(filter);
        var statuses = new Dictionary<ImplementationStatus, int>();
        var acceptances = new Dictionary<Acceptance, int>();
        var themes = new Dictionary<string, int>(StringComparer.Ordinal);
        var kinds = new Dictionary<RecommendationKind, int>();
        foreach (ref readonly var group in _groups.AsSpan())
        {
            var misses = choice.Misses(group);
            Add(statuses, group.Status, misses & ~Miss.Status, group.Count);
            Add(acceptances, group.Acceptance, misses & ~Miss.Acceptance, group.Count);
            Add(themes, group.Theme, misses & ~Miss.Theme, group.Count);
            Add(kinds, group.Kind, misses & ~Miss.Kind, group.Count);
        }
        return new RecommendationFacets(Coded(statuses), Coded(acceptances), themes, Coded(kinds));
    }

    private static void Add<T>(Dictionary<T, int> numbers, T value, Miss misses, int count)
        where T : notnull
    {
        if (misses == Miss.None)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(numbers, value, out _) += count;
        }
    }

    private static Dictionary<string, int> Coded<T>(Dictionary<T, int> numbers)
        where T : struct, Enum =>
        numbers.ToDictionary(n => Codes.Of(n.Key), n => n.Value, StringComparer.Ordinal);

    private static bool AsksForNobody(RecommendationFilter filter) =>
        filter.Leads is [RecommendationFilter.NoLead];

    /// <summary>The conditions that a group does not answer.</summary>
    [Flags]
    private enum Miss
    {
        None = 0,
        Status = 1,
        Acceptance = 2,
        Theme = 4,
        Kind = 8,
        Other = 16,
    }

    /// <summary>A filter over groups. A page asks it of each of them several times: the values of a condition are bits.</summary>
    private sealed class Choice(RecommendationFilter filter)
    {
        private readonly int _statuses = Bits(filter.Statuses.Select(s => (int)s));
        private readonly int _acceptances = Bits(filter.Acceptances.Select(a => (int)a));
        private readonly int _kinds = Bits(filter.Kinds.Select(k => (int)k));
        private readonly HashSet<string>? _themes =
            filter.Themes.Count == 0 ? null : filter.Themes.ToHashSet(StringComparer.Ordinal);
        private readonly Flags _flags = filter.Flags;
        private readonly bool _proposed = filter.ProposedLead;
        private readonly bool _nobody = AsksForNobody(filter);

        public Miss Misses(in TallyGroup group)
        {
            var misses = Miss.None;
            if (!Holds(_statuses, (int)group.Status))
            {
                misses |= Miss.Status;
            }
            if (!Holds(_acceptances, (int)group.Acceptance))
            {
                misses |= Miss.Acceptance;
            }
            if (_themes is not null && !_themes.Contains(group.Theme))
            {
                misses |= Miss.Theme;
            }
            if (!Holds(_kinds, (int)group.Kind))
            {
                misses |= Miss.Kind;
            }
            if (
                !group.Flags.HasFlag(_flags)
                || (_proposed && group.Standing != LeadStanding.Proposed)
                || (_nobody && group.Standing != LeadStanding.None)
            )
            {
                misses |= Miss.Other;
            }
            return misses;
        }

        private static int Bits(IEnumerable<int> values) =>
            values.Aggregate(0, (bits, value) => bits | (1 << value));

        /// <summary>No bit at all is no condition.</summary>
        private static bool Holds(int bits, int value) => bits == 0 || (bits & (1 << value)) != 0;
    }
}

/// <summary>The number beside each value of the short lists; a value that is not there counts nought.</summary>
public sealed record RecommendationFacets(
    IReadOnlyDictionary<string, int> Status,
    IReadOnlyDictionary<string, int> Acceptance,
    IReadOnlyDictionary<string, int> Theme,
    IReadOnlyDictionary<string, int> Kind
);
