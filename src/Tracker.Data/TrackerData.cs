using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Access;
using Tracker.Data.Dashboard;
using Tracker.Data.Exports;
using Tracker.Data.History;
using Tracker.Data.Lists;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Seed;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data;

/// <summary>Everything Data offers, registered once; the provider projects add the context.</summary>
public static class TrackerData
{
    /// <summary>The queries and commands. Call a provider's <c>AddTracker…</c> beside it.</summary>
    public static IServiceCollection AddTrackerData(this IServiceCollection services)
    {
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<Store>();
        services.AddSingleton(s => new Migrator(
            s.GetRequiredService<Contexts>(),
            s.GetRequiredService<IMigrationGuard>()
        ));
        services.AddSingleton<RecommendationQueries>();
        services.AddSingleton<RecordQueries>();
        services.AddSingleton<RecommendationCommands>();
        services.AddSingleton<OwnerCommands>();
        services.AddSingleton<StatusCommands>();
        services.AddSingleton<WorkshopQueries>();
        services.AddSingleton<WorkshopCommands>();
        services.AddSingleton<ListQueries>();
        services.AddSingleton<HistoryQueries>();
        services.AddSingleton<DashboardQueries>();
        services.AddSingleton<ExportQueries>();
        services.AddSingleton<SeedCommands>();
        services.AddSingleton<AccountActors>();
        return services;
    }

    /// <summary>
    /// The one exception to "nobody but Data touches the context": Identity's own stores, and the ring of keys that
    /// protect cookies and forms (DESIGN section 3).
    /// </summary>
    public static IdentityBuilder AddTrackerAccounts(
        this IServiceCollection services,
        Action<IdentityOptions> configure
    )
    {
        services.AddScoped(s => s.GetRequiredService<Contexts>().Open());
        services
            .AddDataProtection()
            .SetApplicationName("Tracker")
            .PersistKeysToDbContext<TrackerContext>();
        return services
            .AddIdentityCore<Account>(configure)
            .AddEntityFrameworkStores<TrackerContext>();
    }
}
