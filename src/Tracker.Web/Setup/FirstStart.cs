using Tracker.Core.Access;
using Tracker.Data.Seed;
using Tracker.Data.Storage;
using Tracker.Documents.Seed;
using Tracker.Web.Accounts;

namespace Tracker.Web.Setup;

/// <summary>What every start makes sure of before the first request: the schema, the reference data, the trial's accounts.</summary>
internal static partial class FirstStart
{
    public static async Task PrepareAsync(
        IServiceProvider services,
        ILogger logger,
        CancellationToken cancellation
    )
    {
        var settings = services.GetRequiredService<TrackerSettings>();
        var applied = await services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        if (applied.Count > 0)
        {
            Migrated(logger, applied.Count);
        }
        await services
            .GetRequiredService<SeedCommands>()
            .LoadAsync(Actor.Worker, DomainPackReader.Read(settings.LoadKayes), cancellation);
        if (settings.DemoEnabled)
        {
            await using var scope = services.CreateAsyncScope();
            var password = await scope
                .ServiceProvider.GetRequiredService<DemonstrationAccounts>()
                .PrepareAsync();
            if (settings.DemoPassword is null)
            {
                DemonstrationPassword(logger, password);
            }
        }
    }

    [LoggerMessage(10, LogLevel.Information, "Schema brought up to date: {Count} migrations.")]
    private static partial void Migrated(ILogger logger, int count);

    [LoggerMessage(11, LogLevel.Information, "Demonstration accounts: password {Password}")]
    private static partial void DemonstrationPassword(ILogger logger, string password);
}
