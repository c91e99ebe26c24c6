using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Sqlite;
using Tracker.Data.Storage;
using Xunit;

namespace Tracker.Tests.Storage;

public sealed class An_older_database_is_copied_before_it_is_changed : IDisposable
{
    private const string Older = "20261126161637_FiguresAndImports";

    private static readonly CancellationToken Patience = TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-upgrade").FullName;

    private string Database => Path.Combine(_folder, "tracker.db");

    [Fact]
    public async Task Once_and_whole()
    {
        await using var services = Open();
        await UpToAsync(services, Older);

        await MigrateAsync(services);

        var copy = Assert.Single(Copies());
        Assert.Equal($"tracker.db.{Older}", Path.GetFileName(copy));
        Assert.Equal(Older, await LastAppliedAsync(copy));
        Assert.NotEqual(Older, await LastAppliedAsync(Database));
        await MigrateAsync(services);
        Assert.Single(Copies());
    }

    [Fact]
    public async Task The_copy_of_a_start_that_was_broken_off_is_kept()
    {
        await using var services = Open();
        await UpToAsync(services, Older);
        var copy = $"{Database}.{Older}";
        await File.WriteAllTextAsync(copy, "the first", Patience);

        await MigrateAsync(services);

        Assert.Equal("the first", await File.ReadAllTextAsync(copy, Patience));
    }

    [Fact]
    public async Task A_new_one_is_not()
    {
        await using var services = Open();

        await MigrateAsync(services);

        Assert.Empty(Copies());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Open() =>
        new ServiceCollection().AddTrackerSqlite(Database).BuildServiceProvider();

    private string[] Copies() => Directory.GetFiles(_folder, "tracker.db.2*");

    private static async Task UpToAsync(ServiceProvider services, string migration)
    {
        await using var context = services.GetRequiredService<Contexts>().Open();
        await context.GetService<IMigrator>().MigrateAsync(migration, Patience);
    }

    private static async Task MigrateAsync(ServiceProvider services)
    {
        await using var context = services.GetRequiredService<Contexts>().Open();
        await services.GetRequiredService<IMigrationGuard>().MigrateAsync(context, Patience);
    }

    private static async Task<string?> LastAppliedAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Patience);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT MAX(MigrationId) FROM __EFMigrationsHistory";
        return (string?)await command.ExecuteScalarAsync(Patience);
    }
}
