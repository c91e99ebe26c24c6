using Tracker.Core.Access;

namespace Tracker.Web.Recommendations;

/// <summary>What the reader of an open list has in hand: rows ticked, the row under the pen, rows just changed.</summary>
public sealed class ListHands
{
    private readonly HashSet<string> _ticked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SavedNote> _saved = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Ticked => _ticked;

    /// <summary>The row whose form is open beneath it.</summary>
    public string? Open { get; private set; }

    /// <summary>What the form does.</summary>
    public Deed Deed { get; private set; }

    /// <summary>The rows of the last deed on many, while it may be undone from above the list.</summary>
    public IReadOnlyList<string> Together { get; set; } = [];

    /// <summary>Another number where rows look different than before; a box that its reader ticked does so already.</summary>
    public int Version { get; private set; }

    /// <summary>Another number where boxes were unticked that the reader's browser still shows as ticked.</summary>
    public int Boxes { get; private set; }

    public bool IsTicked(string code) => _ticked.Contains(code);

    public SavedNote? SavedAt(string code) => _saved.GetValueOrDefault(code);

    /// <summary>As the reader's browser shows it already.</summary>
    public void Tick(string code, bool ticked)
    {
        Together = [];
        _ = ticked ? _ticked.Add(code) : _ticked.Remove(code);
    }

    public void Untick() => Untick([.. _ticked]);

    public void Untick(IEnumerable<string> codes)
    {
        _ticked.ExceptWith(codes);
        Boxes++;
        Version++;
    }

    public void Take(string code, Deed deed)
    {
        (Open, Deed) = (code, deed);
        Version++;
    }

    public void PutDown()
    {
        Open = null;
        Version++;
    }

    public void Saved(string code, SavedNote note)
    {
        _saved[code] = note;
        Version++;
    }

    /// <summary>Another page or filter: the notes of this one are read.</summary>
    public void TurnPage()
    {
        PutDown();
        _saved.Clear();
        Together = [];
    }
}

/// <summary>What stands under a row that was changed.</summary>
/// <param name="Changes">Field by field, old and new, in words; empty where only the fact is known.</param>
/// <param name="MayBeUndone">Nobody has undone it yet.</param>
/// <param name="Refusal">Why undoing failed.</param>
public sealed record SavedNote(
    IReadOnlyList<string> Changes,
    bool MayBeUndone,
    bool Undone = false,
    string? Refusal = null
);
