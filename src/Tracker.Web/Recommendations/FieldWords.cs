using System.Globalization;
using Microsoft.Extensions.Localization;
using Tracker.Core.Words;

namespace Tracker.Web.Recommendations;

/// <summary>Fields and their stored values in the reader's words: in the history and where two saves collide.</summary>
public sealed class FieldWords(IStringLocalizer<RecordText> text, Tracker.Web.Text.Words words)
{
    public string NameOf(string field) => text["field." + field];

    /// <summary>A value as it is stored (code or ISO text); null where there is none.</summary>
    public string? ValueOf(string field, string? value, Bilingual? label = null)
    {
        if (label is { } named)
        {
            return named.In(words.Language).Text;
        }
        return value is null ? null : Spell(field, value);
    }

    private string Spell(string field, string value) =>
        field switch
        {
            "status" => words["status." + value],
            "acceptance" => words["acceptance." + value],
            "kind" => KindOf(value),
            "closure_outcome" => words["closure_outcome." + value],
            "frequency" => words["frequency." + value],
            "visibility" => words["evidence_visibility." + value],
            "lead_standing" => words["lead." + value],
            "publication" => words["publication." + value],
            "language" => words["language." + value],
            "percent" => words.Percent(int.Parse(value, CultureInfo.InvariantCulture)),
            "on_behalf" or "nothing_new" or "withdrawn" or "replaced" or "retired" => text[value],
            "due_date"
            or "review_date"
            or "starts_on"
            or "ends_on"
            or "completed_on"
            or "reached_on"
            or "dated_on" => words.Day(
                DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            _ => value,
        };

    /// <summary>Recommendations, updates and evidence each have kinds of their own; no code is in two of the lists.</summary>
    private string KindOf(string value)
    {
        string[] families = ["kind.", "update_kind.", "evidence_kind."];
        return families
                .Select(family => (Key: family + value, Word: words[family + value]))
                .Where(found => found.Word != found.Key)
                .Select(found => found.Word)
                .FirstOrDefault()
            ?? value;
    }
}
