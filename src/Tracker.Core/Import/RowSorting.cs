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
    private string? _prefix;

    /// <summary>By field; -1 where no column holds it.</summary>
    private readonly int[] _at =
    [
        .. Enum.GetValues<ImportField>().Select(f => mapping.Columns.GetValueOrDefault(f, -1)),
    ];

    /// <summary>The columns that hold something known.</summary>
    public int[] Columns { get; } = [.. mapping.Columns.Values];

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
        answers.To(draft.RecordNo, field)
        ?? (_at[(int)field] is >= 0 and var at ? draft.Row.At(at).Text : "");

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
        var cells = row.Cells.Count;
        for (var at = 0; at < cells; at++)
        {
            var cell = row.At(at);
            if (!string.IsNullOrWhiteSpace(cell.Content))
            {
                first = filled++ == 0 ? cell.Text : first;
            }
        }
        return (filled, first);
    }

    private bool RepeatsHeader(SourceRow row)
    {
        foreach (var column in Columns)
        {
            if (column >= _heads.Length || Folding.Fold(row.At(column).Text) != _heads[column])
            {
                return false;
            }
        }
        return Columns.Length > 0;
    }

    private void Place(RowDraft draft)
    {
        var (code, note) = ImportValues.Code(Cell(draft, ImportField.Code));
        draft.Code = code;
        draft.Prefix = _prefix = PrefixOf(code, _prefix);
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

    private static string? Prefix(EventGroup group)
    {
        foreach (var row in group.Rows)
        {
            if (row.Prefix is { } prefix)
            {
                return prefix;
            }
        }
        return null;
    }

    /// <summary>The workshop's part of a recommendation's code; null where it has another form.</summary>
    /// <param name="above">That of the row above: mostly the same.</param>
    private static string? PrefixOf(string code, string? above)
    {
        var dash = code.LastIndexOf('-');
        if (dash <= 0)
        {
            return null;
        }
        var prefix =
            above is not null && code.AsSpan(0, dash).SequenceEqual(above) ? above : code[..dash];
        return RecommendationCode.Fault(code, prefix) is null ? prefix : null;
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
