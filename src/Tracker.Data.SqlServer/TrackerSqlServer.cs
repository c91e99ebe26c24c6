using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>SQL Server, for production.</summary>
public static class TrackerSqlServer
{
    public static IServiceCollection AddTrackerSqlServer(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddPooledDbContextFactory<SqlServerTrackerContext>(options =>
            options.UseSqlServer(connectionString, server => server.EnableRetryOnFailure())
        );
        services.AddSingleton(s => new Contexts(
            s.GetRequiredService<IDbContextFactory<SqlServerTrackerContext>>().CreateDbContext
        ));
        services.AddSingleton<IRecommendationSearch, WordSearch>();
        services.AddSingleton<IMigrationGuard>(new ServerGuard(connectionString));
        services.AddSingleton<IManyRows, ManyRows>();
        return services;
    }
}
