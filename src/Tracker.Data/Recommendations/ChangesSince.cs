using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// What others changed of a recommendation since the version a form was opened on, read from the history. A stale save
/// goes through where it touches none of it; where it does, both sides see what each began from.
/// </summary>
internal sealed class ChangesSince
{
    private readonly Dictionary<string, string?> _bases;

    private ChangesSince(Dictionary<string, string?> bases, bool known) =>
        (_bases, IsKnown) = (bases, known);

    /// <summary>False where the history does not reach back to that version: then everything that differs collides.</summary>
    public bool IsKnown { get; }

    public static async Task<ChangesSince> ReadAsync(
        Write write,
        Recommendation item,
        long version,
        CancellationToken cancellation
    )
    {
        var lines = await (
            from line in write.Context.HistoryLines
            where line.Subject == item.Code && line.Kind != "milestone" && line.Version > version
            join text in write.Context.HistoryTexts on line.Sequence equals text.Sequence
            orderby line.Sequence
            select new
            {
                line.Kind,
                line.Field,
                text.Before,
                line.Version,
            }
        ).ToListAsync(cancellation);
        var bases = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l.Kind == "recommendation"))
        {
            bases.TryAdd(line.Field, line.Before);
        }
        // Each save counts the version up by one: none of them may be missing. An update or a piece of evidence does so
        // without a line of the recommendation itself; a milestone counts versions of its own.
        var seen = lines.Select(l => l.Version).Distinct().Count();
        return new ChangesSince(bases, version > 0 && seen == item.Version - version);
    }

    public string? BaseOf(string field) => _bases.GetValueOrDefault(field);

    /// <summary>The form sends the value it was opened with, and somebody else has changed it: theirs stays.</summary>
    public bool IsUntouched(string field, string? mine) =>
        IsKnown && _bases.TryGetValue(field, out var start) && (start ?? "") == (mine ?? "");

    /// <summary>What the form takes for granted without sending it, for example in whose name it speaks.</summary>
    public Conflicts TakenForGranted(Conflicts beside, string field, string? current) =>
        _bases.TryGetValue(field, out var start) ? beside.Beside(field, start, current) : beside;

    /// <summary>The fields in which mine and theirs differ and theirs has moved since; null where none collides.</summary>
    public Outcome.Conflict? Among(Conflicts beside, long version)
    {
        var fields = beside
            .Fields.Where(f => !IsKnown || _bases.ContainsKey(f.Field))
            .Select(f => f with { Base = _bases.GetValueOrDefault(f.Field) })
            .ToList();
        return fields.Count == 0 ? null : new Outcome.Conflict(version, fields);
    }
}
