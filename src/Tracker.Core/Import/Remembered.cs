namespace Tracker.Core.Import;

/// <summary>The same cells stand in thousands of rows: each is read once, and what was noticed is noted again.</summary>
internal sealed class Remembered<T>
{
    private const int Most = 20_000;

    private readonly Dictionary<string, (T Value, ImportReason[] Reasons)> _known = new(
        StringComparer.Ordinal
    );

    /// <param name="read">Reads for a draft of its own, which takes the notes.</param>
    public T Of(string typed, RowDraft draft, Func<RowDraft, T> read)
    {
        if (!_known.TryGetValue(typed, out var known))
        {
            var apart = new RowDraft(draft.RecordNo, draft.Row) { Event = draft.Event };
            known = (read(apart), [.. apart.Reasons]);
            if (_known.Count < Most)
            {
                _known[typed] = known;
            }
        }
        foreach (var reason in known.Reasons)
        {
            draft.Note(reason.Kind, reason.Field, reason.Detail);
        }
        return known.Value;
    }
}
