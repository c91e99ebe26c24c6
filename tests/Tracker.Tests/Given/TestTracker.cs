using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data;
using Tracker.Data.Access;
using Tracker.Data.Evidence;
using Tracker.Data.Seed;
using Tracker.Data.Sqlite;
using Tracker.Data.SqlServer;
using Tracker.Data.Storage;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Given;

/// <summary>
/// A whole tracker on an own database, at a time the test sets. The embedded database always; SQL Server as well where
/// TRACKER_TEST_SQLSERVER holds a connection string (see <see cref="Databases"/>).
/// </summary>
internal sealed class TestTracker : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Func<ValueTask> _drop;

    private TestTracker(
        ServiceProvider services,
        FakeTimeProvider time,
        DirectoryInfo files,
        Func<ValueTask> drop
    ) => (_services, Time, Files, _drop) = (services, time, files, drop);

    /// <summary>Where the files of evidence lie.</summary>
    public DirectoryInfo Files { get; }

    public FakeTimeProvider Time { get; }

    public ProgrammeClock Clock => Of<ProgrammeClock>();

    public T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The day the stories begin where they say nothing else.</summary>
    public static DateOnly FirstDay { get; } = new(2021, 1, 8);

    /// <summary>An empty tracker with its schema.</summary>
    public static Task<TestTracker> EmptyAsync(
        Database database = Database.Sqlite,
        DateOnly? today = null
    ) => OpenAsync(database, today, loaded: null);

    private static async Task<TestTracker> OpenAsync(
        Database database,
        DateOnly? today,
        string? loaded,
        EvidenceLimits? limits = null
    )
    {
        var time = new FakeTimeProvider(At(today ?? FirstDay));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(
            new ProgrammeClock(time, TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako"))
        );
        services.AddLogging();
        services.AddTrackerData();
        services.AddTrackerAccounts(_ => { });
        var files = Directory.CreateTempSubdirectory("tracker-evidence-");
        services.AddSingleton(new EvidencePlace(files.FullName, limits ?? EvidenceLimits.Usual));
        var drop = Databases.Use(services, database, loaded);
        var provider = services.BuildServiceProvider();
        await provider
            .GetRequiredService<Migrator>()
            .MigrateAsync(TestContext.Current.CancellationToken);
        return new TestTracker(provider, time, files, drop);
    }

    /// <summary>The freshly loaded domain pack, as the stories begin.</summary>
    public static async Task<TestTracker> KayesAsync(
        Database database = Database.Sqlite,
        DateOnly? today = null,
        EvidenceLimits? limits = null
    )
    {
        if (database == Database.Sqlite)
        {
            var loaded = await LoadedFiles.OfAsync(today ?? FirstDay);
            return await OpenAsync(database, today, loaded, limits);
        }
        var tracker = await OpenAsync(database, today, loaded: null, limits);
        await tracker.LoadAsync();
        return tracker;
    }

    /// <summary>Loads the pack by the command itself.</summary>
    public Task<Outcome> LoadAsync() =>
        Of<SeedCommands>()
            .LoadAsync(
                Actor.Worker,
                DomainPackReader.Read(withKayes: true),
                TestContext.Current.CancellationToken
            );

    /// <summary>Somebody with an account and one role in one organisation.</summary>
    public async Task<Actor> PersonAsync(Role role, string organisation)
    {
        var account = new Account
        {
            DisplayName = $"{role} {organisation}",
            UserName = Guid.CreateVersion7().ToString(),
        };
        await using (var context = Of<Contexts>().Open())
        {
            context.Add(account);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await Of<AccountActors>()
            .GiveRoleAsync(
                Actor.Worker,
                account.Id,
                organisation,
                role,
                TestContext.Current.CancellationToken
            );
        return (
            await Of<AccountActors>().FindAsync(account.Id, TestContext.Current.CancellationToken)
        )!;
    }

    public Task<Actor> CoordinatorAsync() => PersonAsync(Role.IomCoordinator, "OIM-ML");

    public Task<Actor> FocalPointAsync(string organisation) =>
        PersonAsync(Role.FocalPoint, organisation);

    public void ItIsNow(DateOnly day) => Time.SetUtcNow(At(day));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _drop();
        Files.Delete(recursive: true);
    }

    private static DateTimeOffset At(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(9, 30)), TimeSpan.Zero);
}
