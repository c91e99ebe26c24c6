using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tracker.Data.Storage;

/// <summary>What holds for every table, stated once.</summary>
internal static class ModelRules
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // SQL Server refuses several cascade paths at run time; and nothing here is deleted by the way.
            foreach (var key in entity.GetForeignKeys())
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }
            if (IsOurs(entity))
            {
                KeysAreMadeByTheApplication(entity);
            }
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    private static bool IsOurs(IMutableEntityType entity) =>
        entity.ClrType.Assembly == typeof(ModelRules).Assembly
        && entity.ClrType != typeof(DataProtectionKey);

    private static void KeysAreMadeByTheApplication(IMutableEntityType entity)
    {
        foreach (var property in entity.FindPrimaryKey()!.Properties)
        {
            property.ValueGenerated = ValueGenerated.Never;
        }
    }
}
