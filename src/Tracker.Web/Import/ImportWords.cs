using Microsoft.Extensions.Localization;
using Tracker.Core;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Documents.Csv;

namespace Tracker.Web.Import;

/// <summary>What was noticed about a file, said to a person in their language, with the place in the file.</summary>
internal sealed class ImportWords(IStringLocalizer<ImportText> text, Tracker.Web.Text.Words words)
{
    public string Of(SourceFault fault)
    {
        var sentence = text[$"fault.{Codes.Of(fault.Kind)}", Number(fault.Detail)].Value;
        var place = Place(fault.Sheet, fault.Row, fault.Column);
        return place.Length > 0 ? $"{sentence} ({place})" : sentence;
    }

    /// <summary>The rows that are held back as a file of their own, in the language of the reader.</summary>
    public string Corrections(ImportPreview preview)
    {
        var isFrench = words.Language == Language.Fr;
        return CorrectionCsv.Write(
            preview,
            isFrench ? CorrectionCsv.ReasonFr : CorrectionCsv.ReasonEn,
            r => Whole(r, preview),
            isFrench ? ';' : ','
        );
    }

    public string Of(SourceNote note)
    {
        var place = Place(note.Sheet, note.Row, note.Column);
        var sentence = $"{text[$"note.{Codes.Of(note.Kind)}"].Value}";
        var count = note.Count > 1 ? $" ({words.Number(note.Count)})" : "";
        return place.Length > 0 ? $"{sentence}{count}, {place}" : sentence + count;
    }

    public string Of(ImportReason reason) =>
        text[$"reason.{Codes.Of(reason.Kind)}", Readable(reason)];

    public string Of(ImportAction action) => text[$"action.{Codes.Of(action)}"];

    public string Of(ImportField field) => text[$"field.{Codes.Of(field)}"];

    /// <summary>The sentence with the field it concerns before it, and the column of the file.</summary>
    public string Whole(ImportReason reason, ImportPreview preview) =>
        reason.Field is { } field
            ? preview.Mapping.Columns.TryGetValue(field, out var column)
                ? $"{Of(field)} ({Letter(column)}) – {Of(reason)}"
                : $"{Of(field)} – {Of(reason)}"
            : Of(reason);

    /// <summary>A value of a field as people read it: days and states in words, the rest as it is.</summary>
    public string ValueOf(ImportField field, string value) =>
        value.Length == 0 ? text["nothing"]
        : field == ImportField.Status && Codes.TryParse<ImplementationStatus>(value, out var status)
            ? words.Of(status)
        : field == ImportField.DueDate && ImportDates.Read(value).Day is { } day ? words.Day(day)
        : value;

    /// <summary>A column as spreadsheet programs name it, counted from nought.</summary>
    public static string Letter(int column) =>
        column < 26
            ? ((char)('A' + column)).ToString()
            : Letter((column / 26) - 1) + Letter(column % 26);

    public string Place(string? sheet, int? row, int? column)
    {
        var parts = new List<string>();
        if (row is { } number)
        {
            parts.Add(
                string.IsNullOrEmpty(sheet)
                    ? text["at", words.Number(number)]
                    : text["at.sheet", sheet, words.Number(number)]
            );
        }
        else if (!string.IsNullOrEmpty(sheet))
        {
            parts.Add(sheet);
        }
        if (column is { } at and > 0)
        {
            parts.Add(text["at.column", Letter(at - 1)]);
        }
        return string.Join(", ", parts);
    }

    private string Readable(ImportReason reason) =>
        reason.Detail is not { } detail ? ""
        : reason.Kind == ImportReasonKind.StatusInterpreted ? ValueOf(ImportField.Status, detail)
        : reason.Field is ImportField.DueDate or ImportField.UpdatedOn or ImportField.WorkshopDate
            ? ValueOf(ImportField.DueDate, detail)
        : detail;

    private string Number(string? detail) =>
        int.TryParse(
            detail,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? words.Number(number)
            : detail ?? "";
}
