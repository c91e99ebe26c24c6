using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;

namespace Tracker.Data.Dashboard;

/// <summary>Everything the dashboard counts, in one passage over the rows of a day.</summary>
/// <param name="linked">For each recommendation the groups it belongs to by its links, where these are asked for.</param>
internal sealed class DashboardCount(DateOnly day, ILookup<Guid, string>? linked)
{
    /// <summary>Rows that are named beside a number.</summary>
    private const int Few = 5;
    private const int Recent = 8;

    private static readonly Flags[] Each = [.. Enum.GetValues<Flags>().Where(f => f != Flags.None)];

    private readonly MeasureCounter _measures = new(day);
    private readonly int[] _statuses = new int[Enum.GetValues<ImplementationStatus>().Length];
    private readonly int[] _flags = new int[Each.Length];
    private readonly int[] _late = new int[Lateness.Ends.Count + 1];
    private readonly int[] _silent = new int[Lateness.Ends.Count + 1];
    private readonly Dictionary<string, int> _blockers = new(StringComparer.Ordinal);
    private readonly List<int>[] _days =
    [
        .. Enum.GetValues<ImplementationStatus>().Select(_ => new List<int>()),
    ];
    private int _unconfirmed;
    private int _unassigned;

    public Groups<string> ByTheme { get; } = new();
    public Groups<string> ByLead { get; } = new();
    public Groups<Guid> ByWorkshop { get; } = new();
    public Groups<string> ByLink { get; } = new();
    public Foremost LongestLate { get; } = new(Few);
    public Foremost LongestSilent { get; } = new(Few);
    public Foremost LongestDeclared { get; } = new(Few);
    public Foremost LastVerified { get; } = new(Few);
    public Foremost LastChanged { get; } = new(Recent);

    /// <summary>All that stand beside a number by name.</summary>
    public IEnumerable<LedgerEntry> Named =>
        new[] { LongestLate, LongestSilent, LongestDeclared, LastVerified, LastChanged }.SelectMany(
            f => f.Entries
        );

    public Measures Measures => _measures.Measures;
    public IReadOnlyList<int> Late => _late;
    public IReadOnlyList<int> Silent => _silent;
    public IReadOnlyDictionary<string, int> Blockers => _blockers;
    public int Declared => _statuses[(int)ImplementationStatus.Implemented];

    public RecommendationCounts Counts =>
        new(
            _statuses.Sum(),
            Enum.GetValues<ImplementationStatus>().ToDictionary(s => s, s => _statuses[(int)s]),
            Each.Zip(_flags).ToDictionary(f => f.First, f => f.Second),
            _unconfirmed,
            _unassigned
        );

    public IEnumerable<TimeInStatus> TimeInStatus =>
        Enum.GetValues<ImplementationStatus>()
            .Where(s => _days[(int)s].Count > 0)
            .Select(s =>
            {
                var days = _days[(int)s];
                days.Sort();
                return new TimeInStatus(s, days.Count, days[days.Count / 2], days[^1]);
            });

    public void Add(LedgerEntry entry, in FigureRow row)
    {
        var flags = row.FlagsOn(day);
        var isLate = flags.HasFlag(Flags.Overdue);
        _measures.Add(row, flags);
        _statuses[(int)row.Status]++;
        for (var i = 0; i < Each.Length; i++)
        {
            _flags[i] += flags.HasFlag(Each[i]) ? 1 : 0;
        }
        _unconfirmed += row.Standing == LeadStanding.Proposed ? 1 : 0;
        _unassigned += row.Standing == LeadStanding.None ? 1 : 0;
        if (isLate)
        {
            _late[Lateness.BandOf(day.DayNumber - row.DueDate!.Value.DayNumber)]++;
            LongestLate.Offer(row.DueDate.Value.DayNumber, entry);
        }
        if (flags.HasFlag(Flags.Stale))
        {
            var heard = row.LastUpdateOn ?? row.PublishedOn!.Value;
            _silent[Lateness.BandOf(day.DayNumber - heard.DayNumber)]++;
            LongestSilent.Offer(row.LastUpdateOn?.DayNumber ?? int.MaxValue, entry);
        }
        if (row.BlockedBy is { } cause && row.Acceptance != Acceptance.NotAccepted)
        {
            _blockers[cause] =
                _blockers.GetValueOrDefault(cause) + (FlagRules.IsOpen(row.Status) ? 1 : 0);
        }
        if (row.Status == ImplementationStatus.Implemented)
        {
            LongestDeclared.Offer(row.StatusSince.DayNumber, entry);
        }
        if (row.Status == ImplementationStatus.Verified)
        {
            LastVerified.Offer(-row.StatusSince.DayNumber, entry);
        }
        LastChanged.Offer(-entry.ChangedAt.Ticks, entry);
        _days[(int)row.Status].Add(Math.Max(0, day.DayNumber - row.StatusSince.DayNumber));
        ByTheme.Add(row.Theme, row.Status, isLate);
        ByLead.Add(row.Lead ?? "", row.Status, isLate);
        ByWorkshop.Add(entry.WorkshopId, row.Status, isLate);
        if (linked is not null)
        {
            foreach (var code in linked[entry.Id])
            {
                ByLink.Add(code, row.Status, isLate);
            }
        }
    }
}

/// <summary>Numbers by status for each value of something.</summary>
internal sealed class Groups<T>
    where T : notnull
{
    private static readonly int Statuses = Enum.GetValues<ImplementationStatus>().Length;
    private readonly Dictionary<T, int[]> _groups = [];

    public IEnumerable<T> Keys => _groups.Keys;

    public void Add(T key, ImplementationStatus status, bool isLate)
    {
        if (!_groups.TryGetValue(key, out var numbers))
        {
            // The last one counts the late.
            _groups[key] = numbers = new int[Statuses + 1];
        }
        numbers[(int)status]++;
        numbers[Statuses] += isLate ? 1 : 0;
    }

    public Tally Tally(Core.Lists.Choice? of, T key)
    {
        var numbers = _groups.GetValueOrDefault(key) ?? new int[Statuses + 1];
        return new Tally(
            of,
            numbers.Take(Statuses).Sum(),
            numbers[Statuses],
            Enum.GetValues<ImplementationStatus>().ToDictionary(s => s, s => numbers[(int)s])
        );
    }
}
