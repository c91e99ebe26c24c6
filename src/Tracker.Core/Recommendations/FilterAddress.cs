using System.Globalization;
using System.Text;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <summary>One condition of a filter as it stands in the address.</summary>
public readonly record struct Condition(string Parameter, string Value);

/// <summary>Reads and writes a <see cref="RecommendationFilter"/> as query parameters.</summary>
public static partial class FilterAddress
{
    public const int LongestSearch = 200;

    /// <summary>Marks rows that a form changed a moment ago. It belongs to the page around the list, not to the filter.</summary>
    public const string Changed = "changed";

    /// <summary>Which page of the list, counted from one.</summary>
    public const string PageNumber = "page";
    private const int LongestCode = 40;
    private const int MostValues = 100;

    private static readonly (string Name, Flags Flag)[] FlagNames =
    [
        ("overdue", Flags.Overdue),
        ("due_soon", Flags.DueSoon),
        ("stale", Flags.Stale),
        ("awaiting", Flags.AwaitingVerification),
        ("review_due", Flags.ReviewDue),
    ];

    /// <summary>Days a programme can mean. Beyond them the day after a day, or its first instant, need not exist.</summary>
    private static readonly (DateOnly First, DateOnly Last) Days = (
        new(1900, 1, 1),
        new(2199, 12, 31)
    );

    public static FilterReading Read(IEnumerable<KeyValuePair<string, string?>> query)
    {
        var reader = new Reader();
        var pairs = query.Where(p => p.Key != Changed).ToList();
        foreach (var (name, value) in pairs.Take(MostValues))
        {
            reader.Take(name.ToLowerInvariant(), (value ?? "").Trim());
        }
        if (pairs.Count > MostValues)
        {
            reader.Problems.Add(new(FilterProblemKind.TooMany, "", $"{MostValues}"));
        }
        return new FilterReading(reader.Filter, FilterProblem.Gather(reader.Problems));
    }

    /// <summary>Only what differs from the plain list, in a fixed order, without the leading question mark.</summary>
    public static string Write(RecommendationFilter filter)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Conditions(filter).Concat(Arrangement(filter)))
        {
            text.Append(text.Length == 0 ? "" : "&")
                .Append(name)
                .Append('=')
                .Append(Uri.EscapeDataString(value));
        }
        return text.ToString();
    }

    /// <summary>The address of a page under a filter: <c>/recommendations?theme=DIA</c>.</summary>
    public static string At(string path, RecommendationFilter filter) =>
        Write(filter) is { Length: > 0 } query ? $"{path}?{query}" : path;

    /// <summary>The conditions, one pair a value, in a fixed order.</summary>
    public static IEnumerable<Condition> Conditions(RecommendationFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Search))
        {
            yield return new("q", filter.Search);
        }
        var lists = new (string Name, IEnumerable<string> Values)[]
        {
            ("status", filter.Statuses.Select(Codes.Of)),
            ("acceptance", filter.Acceptances.Select(Codes.Of)),
            ("theme", filter.Themes),
            ("lead", filter.Leads),
            ("supporting", filter.Supporting),
            ("workshop", filter.Workshops),
            ("funder", filter.Funders),
            ("kind", filter.Kinds.Select(Codes.Of)),
            ("place", filter.Places),
            ("framework", filter.Frameworks),
            ("blocked_by", filter.BlockedBy),
            ("without_evidence", filter.WithoutEvidence ? ["1"] : []),
            ("with_due_date", filter.WithDueDate ? ["1"] : []),
            ("lead_standing", filter.ProposedLead ? ["proposed"] : []),
            ("publication", filter.Drafts ? ["draft"] : []),
        };
        foreach (var (name, values) in lists)
        {
            foreach (var value in values)
            {
                yield return new(name, value);
            }
        }
        foreach (var (name, flag) in FlagNames.Where(f => filter.Flags.HasFlag(f.Flag)))
        {
            yield return new(name, "1");
        }
        foreach (var (name, day) in DaysOf(filter).Where(d => d.Day is not null))
        {
            yield return new(name, day!.Value.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The filter without one of its conditions: what "remove" beside it links to.</summary>
    public static RecommendationFilter Without(RecommendationFilter filter, Condition condition) =>
        Of(filter, Conditions(filter).Where(c => c != condition));

    /// <summary>The filter with one condition more, from its first page.</summary>
    public static RecommendationFilter With(RecommendationFilter filter, Condition condition) =>
        Of(filter, Conditions(filter).Append(condition));

    private static RecommendationFilter Of(
        RecommendationFilter filter,
        IEnumerable<Condition> conditions
    )
    {
        var rest = conditions.Select(c => KeyValuePair.Create(c.Parameter, (string?)c.Value));
        return Read(rest).Filter with
        {
            Sort = filter.Sort,
            Descending = filter.Descending,
            Size = filter.Size,
        };
    }

    private static (string Name, DateOnly? Day)[] DaysOf(RecommendationFilter filter) =>
        [
            ("due_before", filter.DueBefore),
            ("due_after", filter.DueAfter),
            ("changed_after", filter.ChangedAfter),
            ("updated_after", filter.UpdatedAfter),
            ("as_of", filter.AsOf),
        ];

    /// <summary>Order, page and size, where they differ from the plain list.</summary>
    public static IEnumerable<Condition> Arrangement(RecommendationFilter filter)
    {
        if (filter.Sort != SortKey.Code)
        {
            yield return new("sort", Codes.Of(filter.Sort));
        }
        if (filter.Descending)
        {
            yield return new("dir", "desc");
        }
        if (filter.Page != 1)
        {
            yield return new(PageNumber, filter.Page.ToString(CultureInfo.InvariantCulture));
        }
        if (filter.Size != RecommendationFilter.DefaultSize)
        {
            yield return new("size", filter.Size.ToString(CultureInfo.InvariantCulture));
        }
    }
}
