using System.Globalization;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// Tells records from titles, totals and empty rows, and gathers them by event. Blank cells of merged ones take the
/// value above within the same event: of the event, its date, its place and the theme, never of anything else.
/// </summary>
internal sealed class RowSorting(
    SourceSheet sheet,
    ColumnMapping mapping,
    ImportAnswers answers,
    ImportLists lists
)
{
    private readonly List<RowDraft> _drafts = [];
    private readonly List<EventGroup> _events = [];
    private readonly string[] _heads =
    [
        .. sheet.Rows[mapping.HeaderRow].Cells.Select(c => Folding.Fold(c.Text)),
    ];
    private EventGroup? _event;
    private string _theme = "";

    public IReadOnlyList<RowDraft> Drafts => _drafts;
    public IReadOnlyList<EventGroup> Events => _events;

    public void Sort()
    {
        for (var at = mapping.HeaderRow + 1; at < sheet.Rows.Count; at++)
        {
            var draft = new RowDraft(at - mapping.HeaderRow, sheet.Rows[at]);
            _drafts.Add(draft);
            if (NoRecord(draft) is { } kind)
            {
                draft.Note(kind);
                continue;
            }
            Place(draft);
        }
        foreach (var group in _events)
        {
            Resolve(group);
        }
    }

    /// <summary>What the person answered, or else what the cell says.</summary>
    public string Cell(RowDraft draft, ImportField field) =>
        answers.To(draft.RecordNo, field) ?? mapping.TextOf(draft.Row, field);

    private ImportReasonKind? NoRecord(RowDraft draft)
    {
        var (filled, first) = Filled(draft.Row);
        if (filled == 0)
        {
            return ImportReasonKind.EmptyRow;
        }
        if (answers.To(draft.RecordNo, ImportField.Decision) == "skip")
        {
            return ImportReasonKind.LeftOut;
        }
        if (Cell(draft, ImportField.Text).AsSpan().IsWhiteSpace())
        {
            if (Folding.Fold(first).StartsWith("total", StringComparison.Ordinal))
            {
                return ImportReasonKind.TotalRow;
            }
            if (filled == 1)
            {
                return ImportReasonKind.SectionTitle;
            }
        }
        return RepeatsHeader(draft.Row) ? ImportReasonKind.HeaderRepeated : null;
    }

    /// <summary>How many cells hold something, and what the first of them says.</summary>
    private static (int Filled, string First) Filled(SourceRow row)
    {
        var (filled, first) = (0, "");
        foreach (var cell in row.Cells)
        {
            if (!string.IsNullOrWhiteSpace(cell.Content))
            {
                first = filled++ == 0 ? cell.Text : first;
            }
        }
        return (filled, first);
    }

    private bool RepeatsHeader(SourceRow row) =>
        mapping.Columns.Count > 0
        && mapping.Columns.Values.All(c =>
            c < _heads.Length && Folding.Fold(row.At(c).Text) == _heads[c]
        );

    private void Place(RowDraft draft)
    {
        var (code, note) = ImportValues.Code(Cell(draft, ImportField.Code));
        draft.Code = code;
        draft.Prefix = PrefixOf(code);
        if (note is { } kind)
        {
            draft.Note(kind, ImportField.Code, code);
        }
        var group = GroupOf(draft);
        if (!ReferenceEquals(group, _event))
        {
            (_event, _theme) = (group, "");
        }
        draft.Event = group;
        group.Rows.Add(draft);
        group.Date = Or(group.Date, Cell(draft, ImportField.WorkshopDate));
        group.Venue = Or(group.Venue, Cell(draft, ImportField.Venue));
        var theme = Cell(draft, ImportField.Theme).Trim();
        if (theme.Length == 0 && _theme.Length > 0)
        {
            draft.Note(ImportReasonKind.Inherited, ImportField.Theme, _theme);
        }
        _theme = Or(theme, _theme);
        draft.Theme = _theme;
    }

    private EventGroup GroupOf(RowDraft draft)
    {
        var name = Cell(draft, ImportField.Workshop).Trim();
        var prefix = draft.Prefix;
        if (name.Length > 0)
        {
            var key = Folding.Fold(name);
            return _event?.Key == key ? _event : _events.Find(g => g.Key == key) ?? Begin(name);
        }
        if (
            _event is { } above
            && (prefix is null || Prefix(above) is not { } its || its == prefix)
        )
        {
            if (mapping.Columns.ContainsKey(ImportField.Workshop))
            {
                draft.Note(ImportReasonKind.Inherited, ImportField.Workshop);
            }
            return above;
        }
        return _events.Find(g => prefix is not null && Prefix(g) == prefix) ?? Begin("");
    }

    private EventGroup Begin(string name)
    {
        var group = new EventGroup { Name = name };
        _events.Add(group);
        return group;
    }

    private void Resolve(EventGroup group)
    {
        group.Code =
            group
                .Rows.Select(r => r.Prefix)
                .OfType<string>()
                .CountBy(p => p)
                .OrderByDescending(p => p.Value)
                .Select(p => p.Key)
                .FirstOrDefault()
            ?? lists.Workshops.FirstOrDefault(w => IsNamed(w, group))?.Code;
        var read = ImportDates.Read(group.Date);
        var known = lists.Workshops.FirstOrDefault(w => w.Code == group.Code);
        group.IsKnown = known is not null;
        group.EndsOn = known?.EndsOn ?? read.Day;
        group.Code ??= Made(group);
    }

    /// <summary>Where no code of the file tells it: three letters of the place or the name, and the year.</summary>
    private string? Made(EventGroup group)
    {
        if (group.EndsOn is not { } day || group.Name.Length == 0)
        {
            return null;
        }
        var letters = Folding
            .Fold(Or(group.Venue, group.Name))
            .Where(char.IsAsciiLetter)
            .Take(3)
            .ToArray();
        if (letters.Length < 3)
        {
            return null;
        }
        var stem = string.Create(
            CultureInfo.InvariantCulture,
            $"{new string(letters).ToUpperInvariant()}-{day.Year}"
        );
        var code = stem;
        for (var further = 'B'; IsTaken(code, group) && further <= 'Z'; further++)
        {
            code = $"{stem}-{further}";
        }
        return code;
    }

    private bool IsTaken(string code, EventGroup group) =>
        lists.Workshops.Any(w => w.Code == code)
        || _events.Exists(g => !ReferenceEquals(g, group) && (g.Code ?? Prefix(g)) == code);

    private static string? Prefix(EventGroup group) =>
        group.Rows.Select(r => r.Prefix).FirstOrDefault(p => p is not null);

    /// <summary>The workshop's part of a recommendation's code; null where it has another form.</summary>
    private static string? PrefixOf(string code)
    {
        var dash = code.LastIndexOf('-');
        return dash > 0 && RecommendationCode.Fault(code, code[..dash]) is null
            ? code[..dash]
            : null;
    }

    private static bool IsNamed(ImportWorkshop workshop, EventGroup group) =>
        group.Key.Length > 0
        && (
            Folding.Fold(workshop.Name.Fr) == group.Key
            || Folding.Fold(workshop.Name.En) == group.Key
            || Folding.Fold(workshop.Code) == group.Key
        );

    private static string Or(string first, string otherwise) =>
        string.IsNullOrWhiteSpace(first) ? otherwise.Trim() : first.Trim();
}
