using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.History;

namespace Tracker.Data.Storage;

/// <summary>One write under way: who, which deed, when, and the end of the history chain, already locked.</summary>
internal sealed class Write(
    TrackerContext context,
    Actor actor,
    Deed deed,
    ProgrammeClock clock,
    HistoryHead head
)
{
    private readonly List<HistoryNote> _notes = [];
    private readonly Dictionary<string, string> _spokenFor = new(StringComparer.Ordinal);

    public TrackerContext Context { get; } = context;
    public Actor Actor { get; } = actor;

    /// <summary>Refined by a command whose deed depends on the row it finds.</summary>
    public Deed Deed { get; set; } = deed;
    public HistoryHead Head { get; } = head;
    public Guid ActId { get; } = Guid.CreateVersion7();

    /// <summary>UTC, the same for everything this write touches.</summary>
    public DateTime Now { get; } = clock.Now;
    public DateOnly Today { get; } = clock.Today;

    /// <summary>The versions that the things of this write come to have, by kind and subject: the history keeps them.</summary>
    public Dictionary<(string Kind, string Subject), long> Versions { get; } = [];

    /// <summary>The organisation in whose name a coordinator changes this thing; null where the actor's own.</summary>
    public string? OnBehalfOf(string subject) => _spokenFor.GetValueOrDefault(subject);

    /// <summary>A coordinator writes down what an organisation said of this thing: the history keeps both names.</summary>
    public void SpeakFor(string organisation, string subject) => _spokenFor[subject] = organisation;

    /// <summary>
    /// The rows bring their own periods, search words and history, as <see cref="Store.LoadAsync"/> says. Nothing is
    /// derived from them.
    /// </summary>
    public bool IsTold { get; init; }

    /// <summary>Words that belong to the deed and to no column: why a date moved, why a status changed.</summary>
    public IReadOnlyList<HistoryNote> TakeNotes()
    {
        List<HistoryNote> notes = [.. _notes];
        _notes.Clear();
        return notes;
    }

    public void Because(string kind, string subject, string? reason)
    {
        if (Typed.Of(reason) is { } typed)
        {
            _notes.Add(new HistoryNote(kind, subject, "reason", null, typed));
        }
    }

    public bool SaysOf(string subject) => _notes.Exists(n => n.Subject == subject);

    /// <summary>Lines of a told story, in their order.</summary>
    public void Tell(IEnumerable<HistoryNote> lines) => _notes.AddRange(lines);
}

/// <summary>One line of history before it is chained.</summary>
/// <param name="Told">Where it belongs to a told story and not to the write that brings it: samples only.</param>
internal sealed record HistoryNote(
    string Kind,
    string Subject,
    string Field,
    string? Before,
    string? After,
    ToldAct? Told = null
);

/// <summary>One act of a told story.</summary>
/// <param name="At">UTC.</param>
internal sealed record ToldAct(Guid Id, DateTime At, Deed Deed);
