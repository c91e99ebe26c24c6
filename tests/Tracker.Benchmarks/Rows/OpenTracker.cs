using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data;
using Tracker.Data.Access;
using Tracker.Data.Evidence;
using Tracker.Data.Recommendations;
using Tracker.Data.Sqlite;
using Tracker.Data.Storage;

namespace Tracker.Benchmarks.Rows;

/// <summary>The data's rooms over a database file, without pages around them.</summary>
internal sealed class OpenTracker : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private OpenTracker(ServiceProvider services, string file) =>
        (this.services, File) = (services, file);

    public string File { get; }

    /// <summary>A workshop of the data, for addresses that name one.</summary>
    public string Workshop { get; private set; } = "";

    public T Of<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<OpenTracker> OverAsync(string folder)
    {
        var file = Path.Combine(folder, "tracker.db");
        var collection = new ServiceCollection();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(
            new ProgrammeClock(
                TimeProvider.System,
                TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako")
            )
        );
        collection.AddLogging();
        collection.AddSingleton(new EvidencePlace(folder, EvidenceLimits.Usual));
        collection.AddTrackerData();
        collection.AddTrackerAccounts(_ => { });
        collection.AddTrackerSqlite(file);
        var tracker = new OpenTracker(collection.BuildServiceProvider(), file);
        await tracker.Of<Migrator>().MigrateAsync();
        var first = await tracker.RowsAsync("workshop=&size=25");
        tracker.Workshop = first[0].Code[..first[0].Code.LastIndexOf('-')];
        return tracker;
    }

    public RecommendationFilter Filter(string address)
    {
        var query = address.Replace("{0}", Workshop, StringComparison.Ordinal);
        return FilterAddress
            .Read(
                query
                    .Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split('=', 2))
                    .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
            )
            .Filter;
    }

    /// <summary>Rows as the worker sees them, who sees all: nothing here is remembered between two questions.</summary>
    public Task<IReadOnlyList<RecommendationRow>> RowsAsync(string address) =>
        RowsAsync(Filter(address));

    public Task<IReadOnlyList<RecommendationRow>> RowsAsync(RecommendationFilter filter) =>
        Of<RecommendationQueries>().RowsAsync(Actor.Worker, filter, Language.Fr);

    /// <summary>A coordinator with an account of this measurement.</summary>
    public async Task<Actor> CoordinatorAsync()
    {
        var account = new Account { UserName = "figures@demo.example", DisplayName = "Figures" };
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        await Of<AccountActors>()
            .GiveRoleAsync(Actor.Worker, account.Id, "OIM-ML", Role.IomCoordinator);
        return (await Of<AccountActors>().FindAsync(account.Id))!;
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
