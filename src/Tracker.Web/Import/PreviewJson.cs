using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracker.Core.Import;
using Tracker.Core.Words;

namespace Tracker.Web.Import;

/// <summary>One record of a preview for programs: codes, ISO dates, numbers; the reasons as sentences.</summary>
internal sealed record PreviewJson(
    [property: JsonPropertyName("record_no")] int RecordNo,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("workshop")] string? Workshop,
    [property: JsonPropertyName("theme")] string? Theme,
    [property: JsonPropertyName("lead")] string? Lead,
    [property: JsonPropertyName("due_date")] string? DueDate,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("progress")] int? Progress,
    [property: JsonPropertyName("dirt")] IReadOnlyList<string> Dirt,
    [property: JsonPropertyName("reasons")] IReadOnlyList<string> Reasons
)
{
    public static JsonSerializerOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static IReadOnlyList<PreviewJson> Of(ImportPreview preview, ImportWords says) =>
        [
            .. preview.Records.Select(r => new PreviewJson(
                r.RecordNo,
                Codes.Of(r.Action),
                r.Values.Code,
                r.Values.Workshop,
                r.Values.Theme,
                r.Values.Lead,
                r.Values.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                r.Values.Status is { } status ? Codes.Of(status) : null,
                r.Values.Percent,
                [
                    .. r
                        .Reasons.Select(reason => reason.Dirt)
                        .OfType<string>()
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ],
                [.. r.Reasons.Select(reason => says.Whole(reason, preview))]
            )),
        ];
}
