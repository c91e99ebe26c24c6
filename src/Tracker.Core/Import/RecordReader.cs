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
    private static readonly char[] PlaceSeparators = [';', '/', ',', '\n'];

    private readonly PlaceFinder _places = new(lists.Places);
    private readonly ThemeFinder _themes = new(lists.Themes);
    private readonly Remembered<(string Lead, string Supporting), PartyReader.Parties> _parties =
        Parties(new PartyReader(lists.Organisations));
    private readonly Remembered<
        (string Compact, string Goals, SourceCellKind Kind),
        List<string>
    > _entries = Entries(new GoalReader(lists.FrameworkEntries));
    private readonly Remembered<(string, ImportField), DateOnly?> _days = new(
        (typed, draft) => Day(typed.Item1, typed.Item2, draft)
    );
    private readonly Remembered<string, int?> _percents = new(Percent);
    private Remembered<(string, DateOnly), List<string>>? _placed;

    public PlaceFinder Places => _places;

    public ImportedValues Read(RowDraft draft, ImportedBefore? before)
    {
        var (lead, supporting) = (
            rows.Cell(draft, ImportField.Lead),
            rows.Cell(draft, ImportField.Supporting)
        );
        var parties = _parties.Of((lead, supporting), draft);
        var (title, text) = Texts(draft);
        var percent = _percents.Of(rows.Cell(draft, ImportField.Percent), draft);
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
        if (!ImportValues.IsEnglish(text))
        {
            return (new(ImportTitles.Of(text), null), new(text, null));
        }
        draft.Note(ImportReasonKind.OtherLanguage, ImportField.Text);
        return (new(null, ImportTitles.Of(text)), new(null, text));
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
        return typed.Length == 0 ? null : _days.Of((typed, field), draft);
    }

    private static DateOnly? Day(string typed, ImportField field, RowDraft draft)
    {
        var read = ImportDates.Read(typed);
        if (read.Note is { } note)
        {
            draft.Note(note, field, read.Day is { } day ? Spelt(day) : typed.Trim());
        }
        return read.Day;
    }

    private static int? Percent(string typed, RowDraft draft)
    {
        var (percent, odd) = ImportValues.Percent(typed);
        if (odd is { } note)
        {
            draft.Note(note, ImportField.Percent, typed.Trim());
        }
        return percent;
    }

    private static Remembered<(string Lead, string Supporting), PartyReader.Parties> Parties(
        PartyReader reader
    ) => new((typed, draft) => reader.Read(typed.Lead, typed.Supporting, draft));

    private List<string> PlacesOf(RowDraft draft)
    {
        var typed = rows.Cell(draft, ImportField.Places);
        if (typed.Length == 0)
        {
            return [];
        }
        _placed ??= new((cell, apart) => PlacesOf(cell.Item1, cell.Item2, apart));
        return _placed.Of((typed, draft.Event?.EndsOn ?? DateOnly.MaxValue), draft);
    }

    private List<string> PlacesOf(string typed, DateOnly day, RowDraft draft)
    {
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
        if (compact.Length + goals.Length == 0)
        {
            return [];
        }
        // An answer stands in the place of the cell, whatever the file took the cell for.
        var cell = mapping.Columns.TryGetValue(ImportField.Goals, out var at)
            ? draft.Row.At(at)
            : default;
        var kind = cell.Text == goals ? cell.Kind : SourceCellKind.Text;
        return _entries.Of((compact, goals, kind), draft);
    }

    private static Remembered<
        (string Compact, string Goals, SourceCellKind Kind),
        List<string>
    > Entries(GoalReader reader) =>
        new(
            (typed, draft) =>
                [
                    .. reader
                        .Compact(typed.Compact, draft)
                        .Concat(reader.Goals(typed.Goals, typed.Kind, draft))
                        .Distinct(StringComparer.Ordinal),
                ]
        );

    private string? Remarks(RowDraft draft, IReadOnlyList<string> unknown)
    {
        var remark = rows.Cell(draft, ImportField.Remarks).Trim();
        var isKept = remark.Length > 0 && IsKept(remark, draft);
        return isKept && unknown.Count == 0 ? remark
            : isKept ? string.Join('\n', unknown.Append(remark))
            : unknown.Count > 0 ? string.Join('\n', unknown)
            : null;
    }

    private bool IsKept(string remark, RowDraft draft)
    {
        if (ImportValues.LooksLikeFormula(remark))
        {
            draft.Note(ImportReasonKind.LooksLikeFormula, ImportField.Remarks);
        }
        if (!ImportValues.MayBePersonal(remark))
        {
            return true;
        }
        draft.Note(ImportReasonKind.PersonalData, ImportField.Remarks);
        return answers.To(draft.RecordNo, ImportField.Decision) == "keep";
    }

    private void Trimmed(RowDraft draft)
    {
        if (mapping.IsOwn)
        {
            return;
        }
        foreach (var column in rows.Columns)
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
