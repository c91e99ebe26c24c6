using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>Copies the place of its theme into each recommendation that is new or changed its theme.</summary>
internal static class ThemeOrders
{
    public static async Task KeepAsync(Write write, CancellationToken cancellation)
    {
        var moved = write
            .Context.ChangeTracker.Entries<Recommendation>()
            .Where(e =>
                e.State == EntityState.Added
                || (e.State == EntityState.Modified && e.Property(r => r.ThemeCode).IsModified)
            )
            .Select(e => e.Entity)
            .ToList();
        if (moved.Count == 0)
        {
            return;
        }
        var orders = await write.Context.Themes.ToDictionaryAsync(
            t => t.Code,
            t => t.SortOrder,
            StringComparer.Ordinal,
            cancellation
        );
        // The pack brings its themes in the same write as its recommendations.
        foreach (var theme in write.Context.Themes.Local)
        {
            orders[theme.Code] = theme.SortOrder;
        }
        foreach (var item in moved)
        {
            item.ThemeOrder = orders[item.ThemeCode];
        }
    }
}
