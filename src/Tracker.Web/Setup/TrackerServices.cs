using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Tracker.Core;
using Tracker.Data;
using Tracker.Data.Evidence;
using Tracker.Data.Sqlite;
using Tracker.Data.SqlServer;
using Tracker.Web.Access;
using Tracker.Web.Accounts;
using Tracker.Web.Dashboard;
using Tracker.Web.Layout;
using Tracker.Web.Recommendations;
using Tracker.Web.Shared;

namespace Tracker.Web.Setup;

/// <summary>Time, data, accounts and access, from the settings.</summary>
public static class TrackerServices
{
    public static IServiceCollection AddTracker(
        this IServiceCollection services,
        TrackerSettings settings
    )
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => new ProgrammeClock(
            s.GetRequiredService<TimeProvider>(),
            settings.TimeZone
        ));
        services.AddSingleton(new EvidencePlace(settings.EvidenceFolder, settings.EvidenceLimits));
        services.AddTrackerData();
        _ =
            settings.Provider == DatabaseProvider.Sqlite
                ? services.AddTrackerSqlite(settings.DatabaseFile)
                : services.AddTrackerSqlServer(settings.ConnectionString!);
        services.AddAccounts();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<Actors>();
        services.AddScoped<FieldWords>();
        services.AddScoped<ChangeWords>();
        services.AddScoped<Still>();
        services.AddSingleton<RowPhrases>();
        services.AddSingleton<HandedOver>();
        services.AddHandedOver<ListView>();
        services.AddHandedOver<RecordView>();
        services.AddHandedOver<DashboardView>();
        services.AddSingleton(new FrameState { Demonstration = settings.DemoEnabled });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
        return services;
    }

    /// <summary>What a page shows of this type waits for its circuit on the server.</summary>
    private static void AddHandedOver<T>(this IServiceCollection services)
        where T : class =>
        services.AddSingleton<PersistentComponentStateSerializer<T>, HandedOver<T>>();
}
