using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Benchmarks.Harness;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data;
using Tracker.Data.Access;
using Tracker.Data.Sqlite;

namespace Tracker.Benchmarks.Drills;

/// <summary>Two writers on one record, both on the version they read.</summary>
internal sealed class RacesSection : Section
{
    private const int Runs = 500;

    public override string Name => "races";

    public override string Shows => $"{Runs} races of two writers on one recommendation";

    public override TimeSpan Lasts(Options options) =>
        TimeSpan.FromSeconds(0.15 * (options.Runs ?? Runs));

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        var runs = bench.Options.Runs ?? Runs;
        await using var services = Services(await bench.CopyTrialAsync());
        var drill = new RaceDrill(
            services,
            await PersonAsync(services, Role.IomCoordinator, "OIM-ML"),
            await PersonAsync(services, Role.FocalPoint, "MEFP"),
            seed: 1
        );
        await drill.RunAsync(runs, stop);
        var counts = drill.Counts;
        Drilled.Add(table, "races run", counts.Races, runs);
        Drilled.AddNone(table, "lost edits", counts.LostEdits, counts.Wrong);
        Drilled.AddNone(table, "silent merges of the same field", counts.SilentMerges, []);
        Drilled.Add(
            table,
            "told base, mine and theirs",
            counts.Conflicts,
            counts.SameField,
            "one of each pair that meant the same field"
        );
        Drilled.Add(
            table,
            "saved beside another field",
            counts.Merged,
            2 * counts.DifferentFields,
            "both of each pair that meant different ones"
        );
    }

    private static ServiceProvider Services(string folder)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(
            new ProgrammeClock(
                TimeProvider.System,
                TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako")
            )
        );
        collection.AddLogging();
        collection.AddTrackerData();
        collection.AddTrackerAccounts(_ => { });
        collection.AddTrackerSqlite(Path.Combine(folder, "tracker.db"));
        return collection.BuildServiceProvider();
    }

    private static async Task<Actor> PersonAsync(
        IServiceProvider services,
        Role role,
        string organisation
    )
    {
        var account = new Account
        {
            UserName = $"{role}@races.example",
            DisplayName = $"{role} {organisation}",
        };
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        var actors = services.GetRequiredService<AccountActors>();
        await actors.GiveRoleAsync(Actor.Worker, account.Id, organisation, role);
        return (await actors.FindAsync(account.Id))!;
    }
}
