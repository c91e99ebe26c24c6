using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>
/// Saves what a context has been given, new rows by a statement prepared once for each table: by itself EF prepares one for
/// each row, and where a table has twenty indexes that is most of the work. Values are those EF would have written.
/// </summary>
internal static class PreparedInserts
{
    public static async Task SaveAsync(TrackerContext context, CancellationToken cancellation)
    {
        var added = context
            .ChangeTracker.Entries()
            .Where(e => e.State == EntityState.Added)
            .GroupBy(e => e.Metadata)
            .ToDictionary(g => g.Key, g => g.ToList());
        foreach (var table in InOrder(added.Keys))
        {
            await InsertAsync(context, table, added[table], cancellation);
        }
        KeepOnlyChanged(context);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Forgets what is in the database now, all at once, and leaves what was changed there (the end of the chain) for
    /// EF to save and to check.
    /// </summary>
    private static void KeepOnlyChanged(TrackerContext context)
    {
        var changed = context
            .ChangeTracker.Entries()
            .Where(e => e.State == EntityState.Modified)
            .Select(e => (e.Entity, Before: e.OriginalValues.Clone()))
            .ToList();
        context.ChangeTracker.Clear();
        foreach (var (entity, before) in changed)
        {
            var entry = context.Attach(entity);
            entry.State = EntityState.Modified;
            entry.OriginalValues.SetValues(before);
        }
    }

    /// <summary>What others refer to goes before them.</summary>
    private static IEnumerable<IEntityType> InOrder(IEnumerable<IEntityType> tables)
    {
        var left = tables.ToList();
        while (left.Count > 0)
        {
            var next = left.First(t =>
                t.GetForeignKeys()
                    .All(k => k.PrincipalEntityType == t || !left.Contains(k.PrincipalEntityType))
            );
            left.Remove(next);
            yield return next;
        }
    }

    private static async Task InsertAsync(
        TrackerContext context,
        IEntityType table,
        List<EntityEntry> rows,
        CancellationToken cancellation
    )
    {
        var columns = table
            .GetProperties()
            .Where(p => p.GetBeforeSaveBehavior() == PropertySaveBehavior.Save)
            .ToList();
#pragma warning disable RS0030 // the rows of a write of the store: the provider's own way to save them
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning restore RS0030
        var names = columns.Select(c => $"\"{c.GetColumnName()}\"");
        var places = columns.Select((_, i) => $"@p{i}");
#pragma warning disable CA2100 // names of the model
        command.CommandText =
            $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)});";
#pragma warning restore CA2100
        var values = columns.Select((c, i) => new Value(command, c, $"@p{i}")).ToList();
        await command.PrepareAsync(cancellation);
        foreach (var row in rows)
        {
            values.ForEach(v => v.Take(row.Entity));
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private sealed class Value
    {
        private readonly DbParameter _parameter;
        private readonly Func<object, object?> _read;

        public Value(DbCommand command, IProperty property, string name)
        {
            var mapping = property.GetRelationalTypeMapping();
            _parameter = mapping.CreateParameter(command, name, null, nullable: true);
            command.Parameters.Add(_parameter);
            var getter = property.GetGetter();
            var convert = mapping.Converter?.ConvertToProvider ?? (value => value);
            _read = row => getter.GetClrValue(row) is { } value ? convert(value) : null;
        }

        public void Take(object row) => _parameter.Value = _read(row) ?? DBNull.Value;
    }
}
