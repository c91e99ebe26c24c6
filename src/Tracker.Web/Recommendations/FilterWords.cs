using System.Globalization;
using Microsoft.Extensions.Localization;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Text;

namespace Tracker.Web.Recommendations;

/// <summary>Filters in the reader's words: on the list, on the cover of a workbook, on paper.</summary>
public sealed class FilterWords(IStringLocalizer<ListText> text, Tracker.Web.Text.Words words)
{
    /// <summary>"Thématique : Diaspora et développement", or the flag's own name.</summary>
    public string Of(Condition condition, ChoiceLists lists) =>
        ValueOf(condition, lists) is { } value
            ? text["filter.named", NameOf(condition.Parameter), value]
            : NameOf(condition.Parameter);

    public string NameOf(string parameter) =>
        text["filter." + parameter] is { ResourceNotFound: false } found ? found.Value : parameter;

    /// <summary>What fits on a button: the name, unless it has a shorter one.</summary>
    public string Short(string parameter) =>
        text["filter.short." + parameter] is { ResourceNotFound: false } found
            ? found.Value
            : NameOf(parameter);

    /// <summary>The sentences of a whole filter, in the order of the address.</summary>
    public IReadOnlyList<string> Sentences(RecommendationFilter filter, ChoiceLists lists) =>
        [.. FilterAddress.Conditions(filter).Select(c => Of(c, lists))];

    /// <summary>What in the address was left out, said to the person who followed it.</summary>
    public string Of(FilterProblem problem) =>
        text[
            "problem." + Codes.Of(problem.Kind),
            problem.Kind == FilterProblemKind.UnknownParameter
                ? problem.Parameter
                : NameOf(problem.Parameter),
            problem.Kind is FilterProblemKind.DayInFuture or FilterProblemKind.BeforeFirstWorkshop
                ? DayOf(problem.Value)
                : problem.Value
        ];

    private string? ValueOf(Condition condition, ChoiceLists lists) =>
        condition.Parameter switch
        {
            "q" => condition.Value,
            "status" => words["status." + condition.Value],
            "acceptance" => words["acceptance." + condition.Value],
            "kind" => words["kind." + condition.Value],
            "theme" => Named(lists.Themes, condition.Value),
            "lead" when condition.Value == RecommendationFilter.NoLead => text["filter.lead.none"],
            "lead" or "supporting" or "funder" => Named(lists.Organisations, condition.Value),
            "workshop" => Named(lists.Workshops, condition.Value),
            "place" => Named(lists.Places, condition.Value),
            "framework" => Coded(lists.Frameworks, condition.Value),
            "due_before" or "due_after" or "changed_after" or "updated_after" or "as_of" => DayOf(
                condition.Value
            ),
            "blocked_by" => Named(lists.Causes, condition.Value),
            _ => null,
        };

    private string DayOf(string spelt) =>
        words.Day(DateOnly.ParseExact(spelt, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private string Named(IReadOnlyList<Choice> choices, string code) =>
        choices.FirstOrDefault(c => c.Code == code)?.Spoken(words.Language) ?? code;

    private string Coded(IReadOnlyList<Choice> choices, string code) =>
        choices.FirstOrDefault(c => c.Code == code) is { } found
            ? $"{code} {found.Name.In(words.Language).Text}"
            : code;
}
