namespace Tracker.Core.Import;

/// <summary>The same cells stand in thousands of rows: each is read once, and what was noticed is noted again.</summary>
/// <param name="read">Reads what was typed for a draft of its own, which takes the notes.</param>
internal sealed class Remembered<TTyped, TRead>(Func<TTyped, RowDraft, TRead> read)
    where TTyped : notnull
{
    private const int Most = 20_000;

    private readonly Dictionary<TTyped, (TRead Value, ImportReason[] Reasons)> _known = [];

    public TRead Of(TTyped typed, RowDraft draft)
    {
        if (!_known.TryGetValue(typed, out var known))
        {
            var apart = new RowDraft(draft.RecordNo, draft.Row) { Event = draft.Event };
            known = (read(typed, apart), [.. apart.Reasons]);
            if (_known.Count < Most)
            {
                _known[typed] = known;
            }
        }
        foreach (var reason in known.Reasons)
        {
            draft.Note(reason);
        }
        return known.Value;
    }
}
