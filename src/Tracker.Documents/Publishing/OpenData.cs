using System.Globalization;
using System.Text;
using System.Text.Json;
using Tracker.Core.Exports;
using Tracker.Core.Publishing;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Documents.Csv;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Publishing;

/// <summary>
/// A published workshop as open data: one row a recommendation, codes beside labels in both languages, ISO dates. Columns
/// keep their names in every release.
/// </summary>
public static class OpenData
{
    public const string CsvContentType = "text/csv; charset=utf-8";
    public const string JsonContentType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    private static readonly (string Name, Func<PublishedRecommendation, object?> Read)[] Columns =
    [
        ("code", r => r.Code),
        ("kind", r => Codes.Of(r.Kind)),
        ("title_fr", r => r.Title.Fr),
        ("title_en", r => r.Title.En),
        ("text_fr", r => r.Text.Fr),
        ("text_en", r => r.Text.En),
        ("theme_code", r => r.ThemeCode),
        ("theme_fr", r => r.Theme.Fr),
        ("theme_en", r => r.Theme.En),
        ("lead_code", r => r.Lead?.Code),
        ("lead_fr", r => r.Lead?.Name.Fr),
        ("lead_en", r => r.Lead?.Name.En),
        ("lead_standing", r => Codes.Of(r.LeadStanding)),
        ("acceptance", r => Codes.Of(r.Acceptance)),
        ("answer_reason", r => r.AnswerReason),
        ("status", r => Codes.Of(r.Status)),
        ("status_since", r => r.StatusSince),
        ("status_reason", r => r.StatusReason),
        ("closure_outcome", r => r.Outcome is { } outcome ? Codes.Of(outcome) : null),
        ("progress_percent", r => r.Percent),
        ("due_date", r => r.DueDate),
        ("frequency", r => r.Frequency is { } often ? Codes.Of(often) : null),
        ("review_date", r => r.ReviewDate),
        ("last_update_on", r => r.LastUpdateOn),
        ("published_on", r => r.PublishedOn),
        ("is_overdue", r => r.Flags.HasFlag(Flags.Overdue)),
        ("is_stale", r => r.Flags.HasFlag(Flags.Stale)),
        ("is_awaiting_verification", r => r.Flags.HasFlag(Flags.AwaitingVerification)),
        ("replaced_by", r => r.ReplacedBy),
        ("shared_evidence", r => r.Evidence.Count),
    ];

    /// <summary>The names of the columns, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Columns.Select(c => c.Name)];

    /// <summary>UTF-8 with byte-order mark, comma, CR LF; texts that a spreadsheet program would run are made inert.</summary>
    public static byte[] Csv(PublishedWorkshop workshop)
    {
        var text = new StringBuilder("\uFEFF");
        text.AppendJoin(',', Names).Append("\r\n");
        foreach (var row in workshop.Recommendations)
        {
            text.AppendJoin(',', Columns.Select(c => Field(c.Read(row)))).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The workshop, its measures, the dictionary of the columns in both languages, and the rows.</summary>
    public static byte[] Json(PublishedWorkshop workshop)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("workshop", workshop.Code);
            json.WriteString("name_fr", workshop.Name.Fr);
            json.WriteString("name_en", workshop.Name.En);
            json.WriteString("as_of", Day(workshop.Day));
            Measures(json, workshop);
            json.WriteStartArray("columns");
            foreach (var name in Names)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("fr", Meaning(name, Language.Fr));
                json.WriteString("en", Meaning(name, Language.En));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("recommendations");
            foreach (var row in workshop.Recommendations)
            {
                json.WriteStartObject();
                foreach (var (name, read) in Columns)
                {
                    Write(json, name, read(row));
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>What a column means.</summary>
    public static string Meaning(string name, Language language) =>
        ExportWords.Of("open." + name, language);

    private static void Measures(Utf8JsonWriter json, PublishedWorkshop workshop)
    {
        var measures = workshop.Measures;
        json.WriteStartObject("measures");
        json.WriteNumber("total", measures.Total);
        json.WriteNumber("stock", measures.Stock);
        foreach (
            var (name, rate) in new[]
            {
                ("verified_rate", measures.Verified),
                ("declared_rate", measures.Declared),
                ("acceptance_rate", measures.Acceptance),
                ("overdue_rate", measures.Overdue),
                ("update_rate", measures.Updated),
            }
        )
        {
            json.WriteStartObject(name);
            json.WriteNumber("numerator", rate.Numerator);
            json.WriteNumber("denominator", rate.Denominator);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case DateOnly day:
                json.WriteString(name, Day(day));
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }

    private static string Field(object? value) =>
        value switch
        {
            null => "",
            bool truth => truth ? "1" : "0",
            int number => number.ToString(CultureInfo.InvariantCulture),
            DateOnly day => Day(day),
            var text => CsvText.Quoted(CsvText.Protect((string)text)),
        };

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
