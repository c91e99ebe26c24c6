using System.Globalization;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <content>Reading: one parameter after the other, what is not understood left out and named.</content>
public static partial class FilterAddress
{
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
                "updated_after" => Day(value, d => f => f with { UpdatedAfter = d }),
                "as_of" => Day(value, d => f => f with { AsOf = d }),
                "blocked_by" => value.Length <= LongestCode
                    && Set(f => f with { BlockedBy = With(f.BlockedBy, value.ToLowerInvariant()) }),
                "without_evidence" => value == "1" && Set(f => f with { WithoutEvidence = true }),
                "with_due_date" => value == "1" && Set(f => f with { WithDueDate = true }),
                "lead_standing" => value == "proposed" && Set(f => f with { ProposedLead = true }),
                "publication" => value == "draft" && Set(f => f with { Drafts = true }),
                "sort" => Choice<SortKey>(value, v => f => f with { Sort = v }),
                "dir" => value is "asc" or "desc"
                    && Set(f => f with { Descending = value == "desc" }),
                PageNumber => Page(value),
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
