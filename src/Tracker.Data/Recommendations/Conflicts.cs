using System.Globalization;
using Tracker.Core;

namespace Tracker.Data.Recommendations;

/// <summary>Sets the sent values beside the stored ones, for a save that came too late.</summary>
internal sealed class Conflicts
{
    private readonly List<FieldConflict> _fields = [];

    public IReadOnlyList<FieldConflict> Fields => _fields;

    public Conflicts Beside(string field, string? yours, string? current)
    {
        if ((yours ?? "") != (current ?? ""))
        {
            _fields.Add(new FieldConflict(field, yours, current));
        }
        return this;
    }

    public Conflicts Beside(string field, DateOnly? yours, DateOnly? current) =>
        Beside(field, Spell(yours), Spell(current));

    /// <summary>A list of codes, whatever its order.</summary>
    public Conflicts Beside(string field, IEnumerable<string> yours, IEnumerable<string> current) =>
        Beside(field, Join(yours), Join(current));

    public Outcome.Conflict At(long version) => new(version, _fields);

    private static string Join(IEnumerable<string> codes) =>
        string.Join("; ", codes.Order(StringComparer.Ordinal));

    private static string? Spell(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
