using Microsoft.Extensions.Localization;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Recommendations;

/// <summary>What a deed changed in a row, old and new beside each other.</summary>
public sealed class ChangeWords(
    IStringLocalizer<ListText> text,
    FieldWords fields,
    Tracker.Web.Text.Words words
)
{
    public IReadOnlyList<string> Of(RecommendationRow before, RecommendationRow after) =>
        [
            .. new (string Field, string? Old, string? New)[]
            {
                ("status", words.Of(before.Status), words.Of(after.Status)),
                ("percent", Percent(before), Percent(after)),
                ("lead_code", Lead(before), Lead(after)),
                ("theme_code", Theme(before), Theme(after)),
                ("acceptance", words.Of(before.Acceptance), words.Of(after.Acceptance)),
                ("due_date", Day(before.DueDate), Day(after.DueDate)),
                ("frequency", Often(before.Frequency), Often(after.Frequency)),
                ("review_date", Day(before.ReviewDate), Day(after.ReviewDate)),
            }
                .Where(change => change.Old != change.New)
                .Select(change =>
                    text[
                        "saved.change",
                        fields.NameOf(change.Field),
                        change.Old ?? words["none"],
                        change.New ?? words["none"]
                    ].Value
                ),
        ];

    private string? Percent(RecommendationRow row) =>
        row.Percent is { } percent ? words.Percent(percent) : null;

    private string Theme(RecommendationRow row) => row.Theme.In(words.Language).Text;

    private string Lead(RecommendationRow row) =>
        row.Lead is null ? text["lead.none"].Value
        : row.LeadStanding == LeadStanding.Proposed
            ? $"{row.Lead.Short(words.Language)} ({words.Of(row.LeadStanding)})"
        : row.Lead.Short(words.Language);

    private string? Often(Frequency? frequency) => frequency is { } known ? words.Of(known) : null;

    private string? Day(DateOnly? day) => day is { } known ? words.Day(known) : null;
}
