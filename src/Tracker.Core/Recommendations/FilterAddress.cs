using System.Globalization;
using System.Text;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <summary>One condition of a filter as it stands in the address.</summary>
public readonly record struct Condition(string Parameter, string Value);

/// <summary>Reads and writes a <see cref="RecommendationFilter"/> as query parameters.</summary>
public static class FilterAddress
{
    public const int LongestSearch = 200;

    /// <summary>Marks rows that a form changed a moment ago. It belongs to the page around the list, not to the filter.</summary>
    public const string Changed = "changed";
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
            yield return new("page", filter.Page.ToString(CultureInfo.InvariantCulture));
        }
        if (filter.Size != RecommendationFilter.DefaultSize)
        {
            yield return new("size", filter.Size.ToString(CultureInfo.InvariantCulture));
        }
    }

    private sealed class Reader
    {
        public RecommendationFilter Filter { get; private set; } = RecommendationFilter.Everything;

        public List<FilterProblem> Problems { get; } = [];

        public void Take(string name, string value)
        {
            if (value.Length == 0)
            {
                return;
            }
            if (FlagNames.FirstOrDefault(f => f.Name == name) is { Name: not null } flag)
            {
                TakeFlag(flag.Name, flag.Flag, value);
                return;
            }
            var understood = name switch
            {
                "q" => Search(value),
                // The language belongs to the page around the list; that it is none is said here all the same.
                "lang" => Codes.TryParse<Language>(value, out _),
                "status" => Choice<ImplementationStatus>(
                    value,
                    v => f => f with { Statuses = With(f.Statuses, v) }
                ),
                "acceptance" => Choice<Acceptance>(
                    value,
                    v => f => f with { Acceptances = With(f.Acceptances, v) }
                ),
                "kind" => Choice<RecommendationKind>(
                    value,
                    v => f => f with { Kinds = With(f.Kinds, v) }
                ),
                "theme" => Listed(value, v => f => f with { Themes = With(f.Themes, v) }),
                "lead" => Lead(value),
                "supporting" => Listed(
                    value,
                    v => f => f with { Supporting = With(f.Supporting, v) }
                ),
                "workshop" => Listed(value, v => f => f with { Workshops = With(f.Workshops, v) }),
                "funder" => Listed(value, v => f => f with { Funders = With(f.Funders, v) }),
                "place" => Listed(value, v => f => f with { Places = With(f.Places, v) }),
                "framework" => value.Length <= LongestCode
                    && Set(f => f with { Frameworks = With(f.Frameworks, value) }),
                "due_before" => Day(value, d => f => f with { DueBefore = d }),
                "due_after" => Day(value, d => f => f with { DueAfter = d }),
                "changed_after" => Day(value, d => f => f with { ChangedAfter = d }),
                "lead_standing" => value == "proposed" && Set(f => f with { ProposedLead = true }),
                "publication" => value == "draft" && Set(f => f with { Drafts = true }),
                "sort" => Choice<SortKey>(value, v => f => f with { Sort = v }),
                "dir" => value is "asc" or "desc"
                    && Set(f => f with { Descending = value == "desc" }),
                "page" => Page(value),
                "size" => Size(value),
                _ => Unknown(name, value),
            };
            if (!understood)
            {
                Problems.Add(new(FilterProblemKind.UnknownValue, name, value));
            }
        }

        private bool Set(Func<RecommendationFilter, RecommendationFilter> change)
        {
            Filter = change(Filter);
            return true;
        }

        private bool Unknown(string name, string value)
        {
            Problems.Add(new(FilterProblemKind.UnknownParameter, name, value));
            return true;
        }

        private bool Search(string value)
        {
            if (value.Length > LongestSearch)
            {
                Problems.Add(
                    new(
                        FilterProblemKind.TooLong,
                        "q",
                        LongestSearch.ToString(CultureInfo.InvariantCulture)
                    )
                );
                value = FilterProblem.Cut(value, LongestSearch);
            }
            return Set(f => f with { Search = value });
        }

        private bool Choice<T>(
            string value,
            Func<T, Func<RecommendationFilter, RecommendationFilter>> change
        )
            where T : struct, Enum =>
            Codes.TryParse<T>(value, out var parsed) && Set(change(parsed));

        /// <summary>
        /// Codes of lists are upper case, but for those of frameworks (SDG-8.b); whether they exist is for the lists
        /// to say.
        /// </summary>
        private bool Listed(
            string value,
            Func<string, Func<RecommendationFilter, RecommendationFilter>> change
        ) => value.Length <= LongestCode && Set(change(value.ToUpperInvariant()));

        private bool Lead(string value) =>
            string.Equals(value, RecommendationFilter.NoLead, StringComparison.OrdinalIgnoreCase)
                ? Set(f => f with { Leads = With(f.Leads, RecommendationFilter.NoLead) })
                : Listed(value, v => f => f with { Leads = With(f.Leads, v) });

        private bool Day(
            string value,
            Func<DateOnly, Func<RecommendationFilter, RecommendationFilter>> change
        ) =>
            DateOnly.TryParseExact(
                value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            && day >= Days.First
            && day <= Days.Last
            && Set(change(day));

        private bool Page(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && page > 0
            && Set(f => f with { Page = page });

        private bool Size(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && RecommendationFilter.Sizes.Contains(size)
            && Set(f => f with { Size = size });

        private void TakeFlag(string name, Flags flag, string value)
        {
            if (value is "1" or "true")
            {
                Filter = Filter with { Flags = Filter.Flags | flag };
            }
            else if (value is not ("0" or "false"))
            {
                Problems.Add(new(FilterProblemKind.UnknownValue, name, value));
            }
        }

        private static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, T value) =>
            list.Contains(value) ? list : [.. list, value];
    }
}
