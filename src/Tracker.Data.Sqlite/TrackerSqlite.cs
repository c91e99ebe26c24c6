using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

/// <summary>The embedded default: one file beside the program's other data.</summary>
public static class TrackerSqlite
{
    /// <param name="path">The database file; its folder must exist.</param>
    public static IServiceCollection AddTrackerSqlite(this IServiceCollection services, string path)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = 5,
            ForeignKeys = true,
        }.ConnectionString;
        services.AddPooledDbContextFactory<SqliteTrackerContext>(options =>
            options
                .UseSqlite(connection)
                .AddInterceptors(DurableConnections.Instance)
                // FileGuard keeps a copy of what such a step might leave half done.
                .ConfigureWarnings(warnings =>
                    warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)
                )
        );
        services.AddSingleton(s => new Contexts(
            s.GetRequiredService<IDbContextFactory<SqliteTrackerContext>>().CreateDbContext
        ));
        services.AddSingleton<IRecommendationSearch, FullTextSearch>();
        services.AddSingleton<IManyRows, ManyRows>();
        services.AddSingleton<IMigrationGuard>(new FileGuard(path));
        return services;
    }
}
