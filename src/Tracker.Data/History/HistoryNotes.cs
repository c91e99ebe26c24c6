using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>Turns a changed row into lines of history, values as codes or ISO text.</summary>
internal static class HistoryNotes
{
    private static readonly ConcurrentDictionary<MemberInfo, bool> Recorded = new();

    public static IEnumerable<HistoryNote> Of(EntityEntry change, Deed deed) =>
        change.Entity switch
        {
            IRecordedValue value => OfValue(change, value),
            IRecorded row => OfRow(change, row, deed),
            _ => [],
        };

    private static IEnumerable<HistoryNote> OfValue(EntityEntry change, IRecordedValue value)
    {
        if (change.State is EntityState.Added or EntityState.Modified && value.IsCurrent)
        {
            // Modified and current: it had ended and holds again, since that end was undone.
            yield return new(
                value.HistoryKind,
                value.HistorySubject,
                value.HistoryField,
                null,
                value.HistoryValue
            );
        }
        if (
            change.State == EntityState.Deleted
            || (change.State == EntityState.Modified && !value.IsCurrent)
        )
        {
            yield return new(
                value.HistoryKind,
                value.HistorySubject,
                value.HistoryField,
                value.HistoryValue,
                null
            );
        }
    }

    private static IEnumerable<HistoryNote> OfRow(EntityEntry change, IRecorded row, Deed deed)
    {
        // Taking a file back is the one deed after which rows are as if they had never been; these lines remain.
        var isGone = change.State == EntityState.Deleted;
        if (isGone && deed != Deed.UndoImport)
        {
            throw new InvalidOperationException($"A {row.HistoryKind} is archived, never deleted.");
        }
        foreach (var property in change.Properties.Where(IsRecorded))
        {
            var before = change.State == EntityState.Added ? null : Spell(property.OriginalValue);
            var after = isGone ? null : Spell(property.CurrentValue);
            if (before != after)
            {
                var field = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Metadata.Name);
                yield return new(row.HistoryKind, row.HistorySubject, field, before, after);
            }
        }
    }

    private static bool IsRecorded(PropertyEntry property) =>
        !property.Metadata.IsPrimaryKey()
        && property.Metadata.PropertyInfo is { } member
        && Recorded.GetOrAdd(member, m => m.GetCustomAttribute<NotInHistoryAttribute>() is null);

    private static string? Spell(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            Enum code => SpellEnum(code),
            bool yes => yes ? "yes" : "no",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static string SpellEnum(Enum value) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
