using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// Finds what is there already: by code, or without one by event and text. Gives the next free code; gaps are never
/// filled, and two records of one code are told apart.
/// </summary>
internal sealed class KnownRecommendations
{
    /// <summary>Fewer words in common than these and the code stands for something else.</summary>
    private const double Like = 0.3;

    private readonly Dictionary<string, ImportedBefore> _codes;
    private readonly Dictionary<(string Workshop, string Key), ImportedBefore> _texts = [];
    private readonly Dictionary<string, int> _highest = new(StringComparer.Ordinal);

    public KnownRecommendations(ImportLists lists, IEnumerable<EventGroup> events)
    {
        _codes = lists.Recommendations.ToDictionary(r => r.Code, StringComparer.Ordinal);
        var unnumbered = events
            .Where(g => g.IsKnown && g.Rows.Exists(r => r.Code.Length == 0))
            .Select(g => g.Code!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var item in lists.Recommendations)
        {
            Raise(item.Workshop, item.Code);
            if (unnumbered.Contains(item.Workshop))
            {
                foreach (var text in Texts(item))
                {
                    _texts.TryAdd((item.Workshop, Folding.Fold(text)), item);
                }
            }
        }
    }

    public ImportedBefore? Find(RowDraft draft) => _codes.GetValueOrDefault(draft.Code);

    /// <summary>Gives codes to records without one, and tells a record that came twice from two under one code.</summary>
    public void Number(RowSorting rows, ColumnMapping mapping)
    {
        var first = new Dictionary<string, RowDraft>(StringComparer.Ordinal);
        var unnumbered = new List<RowDraft>();
        var twice = new List<RowDraft>();
        foreach (var draft in rows.Drafts.Where(d => !d.IsSkipped))
        {
            var key = draft.Code.Length > 0 ? draft.Code : $"{draft.Event!.Code} {draft.Key}";
            if (draft.Event?.Code is { } workshop)
            {
                Raise(workshop, draft.Code);
            }
            if (draft.Code.Length == 0 && draft.Key.Length == 0)
            {
                continue;
            }
            if (!first.TryAdd(key, draft))
            {
                if (Same(first[key], draft, rows, mapping))
                {
                    draft.Note(
                        ImportReasonKind.SameRecordTwice,
                        ImportField.Code,
                        first[key]
                            .RecordNo.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    );
                }
                else
                {
                    twice.Add(draft);
                }
            }
            else if (draft.Code.Length == 0)
            {
                unnumbered.Add(draft);
            }
        }
        foreach (var draft in unnumbered.Where(d => d.Event?.Code is not null))
        {
            draft.Code = _texts.TryGetValue((draft.Event!.Code!, draft.Key), out var item)
                ? item.Code
                : NextOf(draft)!;
            draft.Note(ImportReasonKind.CodeMissing, ImportField.Code, draft.Code);
            Raise(draft.Event.Code!, draft.Code);
        }
        foreach (var draft in twice)
        {
            draft.Note(ImportReasonKind.SameCodeOtherText, ImportField.Code, NextOf(draft));
        }
    }

    /// <summary>Highest number of the event plus one, in the tracker and the file; null without an event.</summary>
    public string? NextOf(RowDraft draft) =>
        draft.Event?.Code is { } workshop
            ? RecommendationCode.Compose(workshop, _highest.GetValueOrDefault(workshop) + 1)
            : null;

    public static bool Says(ImportedBefore item, string key) =>
        Texts(item).Any(t => Folding.Fold(t) == key);

    public static bool IsLike(ImportedBefore item, string text) =>
        Texts(item).Any(t => NearDuplicates.Alike(t, text) >= Like);

    private static IEnumerable<string> Texts(ImportedBefore item) =>
        new[] { item.Text.Fr, item.Text.En, item.Title.Fr, item.Title.En }.OfType<string>();

    private void Raise(string workshop, string code)
    {
        if (RecommendationCode.NumberOf(code, workshop) is { } number)
        {
            _highest[workshop] = Math.Max(_highest.GetValueOrDefault(workshop), number);
        }
    }

    private static bool Same(
        RowDraft one,
        RowDraft other,
        RowSorting rows,
        ColumnMapping mapping
    ) => mapping.Columns.Keys.All(f => rows.Cell(one, f).Trim() == rows.Cell(other, f).Trim());
}
