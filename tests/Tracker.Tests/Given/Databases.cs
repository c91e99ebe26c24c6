using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Sqlite;
using Tracker.Data.SqlServer;

namespace Tracker.Tests.Given;

public enum Database
{
    Sqlite,
    SqlServer,
}

/// <summary>The databases the data tests run on.</summary>
public static class Databases
{
    public const string Variable = "TRACKER_TEST_SQLSERVER";

    private static string? ServerConnection =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection
            ? connection
            : null;

    /// <summary>The embedded one, and SQL Server where a connection string is given.</summary>
    public static TheoryData<Database> Present() =>
        ServerConnection is null ? [Database.Sqlite] : [Database.Sqlite, Database.SqlServer];

    public static bool HasServer => ServerConnection is not null;

    /// <summary>Registers an own, new database; returns how to drop it.</summary>
    /// <param name="loaded">A file to begin with, where the database is one.</param>
    public static Func<ValueTask> Use(
        IServiceCollection services,
        Database database,
        string? loaded = null
    ) => database == Database.Sqlite ? UseSqlite(services, loaded) : UseSqlServer(services);

    private static Func<ValueTask> UseSqlite(IServiceCollection services, string? loaded)
    {
        var folder = Directory.CreateTempSubdirectory("tracker-test-");
        var path = Path.Combine(folder.FullName, "tracker.db");
        if (loaded is not null)
        {
            File.Copy(loaded, path);
        }
        services.AddTrackerSqlite(path);
        return () =>
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        };
    }

    private static Func<ValueTask> UseSqlServer(IServiceCollection services)
    {
        var name = $"TrackerTest_{Guid.CreateVersion7():N}";
        var own = new SqlConnectionStringBuilder(ServerConnection!) { InitialCatalog = name };
        services.AddTrackerSqlServer(own.ConnectionString);
        return async () =>
        {
            SqlConnection.ClearAllPools();
            await using var connection = new SqlConnection(ServerConnection);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}];";
            await command.ExecuteNonQueryAsync();
        };
    }
}
