using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>Reads the values of one record, noting everything that was not plain.</summary>
internal sealed class RecordReader(
    RowSorting rows,
    ColumnMapping mapping,
    ImportAnswers answers,
    ImportLists lists
)
{
    private const int LongestTitle = 200;
    private const char Between = '\u001F';

    private static readonly char[] PlaceSeparators = [';', '/', ',', '\n'];

    private readonly PartyReader _parties = new(lists.Organisations);
    private readonly Remembered<PartyReader.Parties> _readParties = new();
    private readonly Remembered<List<string>> _readEntries = new();
    private readonly PlaceFinder _places = new(lists.Places);
    private readonly ThemeFinder _themes = new(lists.Themes);
    private readonly Dictionary<string, ReadDate> _dates = new(StringComparer.Ordinal);
    private readonly GoalReader _goals = new(lists.FrameworkEntries);

    public PlaceFinder Places => _places;

    public ImportedValues Read(RowDraft draft, ImportedBefore? before)
    {
        var (lead, supporting) = (
            rows.Cell(draft, ImportField.Lead),
            rows.Cell(draft, ImportField.Supporting)
        );
        var parties = _readParties.Of(
            $"{lead}{Between}{supporting}",
            draft,
            apart => _parties.Read(lead, supporting, apart)
        );
        var (title, text) = Texts(draft);
        var (percent, percentNote) = ImportValues.Percent(rows.Cell(draft, ImportField.Percent));
        if (percentNote is { } odd)
        {
            draft.Note(odd, ImportField.Percent, rows.Cell(draft, ImportField.Percent).Trim());
        }
        Trimmed(draft);
        return new ImportedValues
        {
            Workshop = draft.Event?.Code,
            Code = draft.Code.Length > 0 ? draft.Code : null,
            Kind = Codes.TryParse<RecommendationKind>(
                rows.Cell(draft, ImportField.Kind),
                out var kind
            )
                ? kind
                : before?.Kind ?? RecommendationKind.Explicit,
            Title = title,
            Text = text,
            Theme = Theme(draft),
            Lead = parties.Lead,
            Supporting = parties.Supporting,
            Places = PlacesOf(draft),
            FrameworkEntries = Entries(draft),
            DueDate = Due(draft),
            Status = StatusReading.Read(
                rows.Cell(draft, ImportField.Status),
                hasReason: !string.IsNullOrWhiteSpace(
                    answers.To(draft.RecordNo, ImportField.StatusReason)
                ),
                draft,
                before?.Status
            ),
            Percent = percent,
            StatusReason =
                answers.To(draft.RecordNo, ImportField.StatusReason) is { } reason
                && !string.IsNullOrWhiteSpace(reason)
                    ? reason.Trim()
                    : null,
            UpdatedOn = Day(draft, ImportField.UpdatedOn),
            Remarks = Remarks(draft, parties.Unknown),
        };
    }

    private (Bilingual Title, Bilingual Text) Texts(RowDraft draft)
    {
        if (mapping.IsOwn)
        {
            return (
                new(rows.Cell(draft, ImportField.TitleFr), rows.Cell(draft, ImportField.TitleEn)),
                new(rows.Cell(draft, ImportField.Text), rows.Cell(draft, ImportField.TextEn))
            );
        }
        var text = draft.Text;
        if (text.Length == 0)
        {
            draft.Note(ImportReasonKind.TextMissing, ImportField.Text);
            return default;
        }
        if (text.Length > RecommendationEntry.LongestText)
        {
            draft.Note(ImportReasonKind.TextTooLong, ImportField.Text);
        }
        else if (text.Length > RecommendationEntry.LongestTitle)
        {
            draft.Note(ImportReasonKind.LongText, ImportField.Text);
        }
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            draft.Note(ImportReasonKind.LineBreaks, ImportField.Text);
        }
        if (ImportValues.LooksLikeFormula(text))
        {
            draft.Note(ImportReasonKind.LooksLikeFormula, ImportField.Text);
        }
        if (!ImportValues.IsEnglish(draft.Key))
        {
            return (new(TitleOf(text), null), new(text, null));
        }
        draft.Note(ImportReasonKind.OtherLanguage, ImportField.Text);
        return (new(null, TitleOf(text)), new(null, text));
    }

    /// <summary>The text on one line, without its full stop; of a long one its beginning, to be written anew.</summary>
    private static string TitleOf(string text)
    {
        var line = string.Join(
            ' ',
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (line.Length <= LongestTitle)
        {
            return line.Length > 1 ? line.TrimEnd('.') : line;
        }
        var end = line.LastIndexOf(' ', LongestTitle);
        return (end > 0 ? line[..end] : line[..LongestTitle]).TrimEnd(',', ' ') + '…';
    }

    private string? Theme(RowDraft draft)
    {
        var code = _themes.Find(draft.Theme);
        if (code is null)
        {
            draft.Note(ImportReasonKind.ThemeUnknown, ImportField.Theme, draft.Theme);
        }
        return code;
    }

    private DateOnly? Due(RowDraft draft)
    {
        var day = Day(draft, ImportField.DueDate);
        if (day < draft.Event?.EndsOn && !mapping.IsOwn)
        {
            draft.Note(ImportReasonKind.DueBeforeWorkshop, ImportField.DueDate, Spelt(day));
        }
        return day;
    }

    private DateOnly? Day(RowDraft draft, ImportField field)
    {
        var typed = rows.Cell(draft, field);
        if (typed.Length == 0)
        {
            return null;
        }
        if (!_dates.TryGetValue(typed, out var read))
        {
            _dates[typed] = read = ImportDates.Read(typed);
        }
        if (read.Note is { } note)
        {
            draft.Note(note, field, read.Day is { } day ? Spelt(day) : typed.Trim());
        }
        return read.Day;
    }

    private List<string> PlacesOf(RowDraft draft)
    {
        var typed = rows.Cell(draft, ImportField.Places);
        var day = draft.Event?.EndsOn ?? DateOnly.MaxValue;
        var parts = typed.Split(
            PlaceSeparators,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (parts.Length > 1 && typed.AsSpan().IndexOfAny("/,\n") >= 0)
        {
            draft.Note(ImportReasonKind.PlaceSplit, ImportField.Places);
        }
        var codes = new List<string>();
        foreach (var part in parts)
        {
            var found = _places.Find(part, day);
            if (found.Note is { } note)
            {
                draft.Note(note, ImportField.Places, found.Code ?? part);
            }
            if (found.Code is { } code && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }
        return codes;
    }

    private List<string> Entries(RowDraft draft)
    {
        var (compact, goals) = (
            rows.Cell(draft, ImportField.Compact),
            rows.Cell(draft, ImportField.Goals)
        );
        var cell = mapping.Columns.TryGetValue(ImportField.Goals, out var at)
            ? draft.Row.At(at)
            : default;
        return compact.Length + goals.Length == 0
            ? []
            : _readEntries.Of(
                $"{compact}{Between}{goals}{Between}{cell.Kind}",
                draft,
                apart =>
                    [
                        .. _goals
                            .Compact(compact, apart)
                            .Concat(_goals.Goals(cell, goals, apart))
                            .Distinct(StringComparer.Ordinal),
                    ]
            );
    }

    private string? Remarks(RowDraft draft, IReadOnlyList<string> unknown)
    {
        var kept = unknown.ToList();
        var remark = rows.Cell(draft, ImportField.Remarks).Trim();
        if (remark.Length > 0)
        {
            if (ImportValues.LooksLikeFormula(remark))
            {
                draft.Note(ImportReasonKind.LooksLikeFormula, ImportField.Remarks);
            }
            var isPersonal = ImportValues.MayBePersonal(remark);
            if (isPersonal)
            {
                draft.Note(ImportReasonKind.PersonalData, ImportField.Remarks);
            }
            if (!isPersonal || answers.To(draft.RecordNo, ImportField.Decision) == "keep")
            {
                kept.Add(remark);
            }
        }
        return kept.Count > 0 ? string.Join('\n', kept) : null;
    }

    private void Trimmed(RowDraft draft)
    {
        if (mapping.IsOwn)
        {
            return;
        }
        foreach (var column in mapping.Columns.Values)
        {
            var text = draft.Row.At(column).Text;
            if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            {
                draft.Note(ImportReasonKind.Trimmed);
            }
            if (text.AsSpan().IndexOfAny('\u00A0', '\u202F') >= 0)
            {
                draft.Note(ImportReasonKind.SpacesAndCase);
            }
        }
        var status = rows.Cell(draft, ImportField.Status).Trim();
        if (status.Length > 1 && (char.IsLower(status[0]) || char.IsUpper(status[1])))
        {
            draft.Note(ImportReasonKind.SpacesAndCase);
        }
    }

    private static string? Spelt(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
