using Tracker.Core;
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
        var migrator = services.GetRequiredService<Migrator>();
        var applied = await new DatabaseWait(
            services.GetRequiredService<TimeProvider>(),
            logger
        ).UntilItAnswersAsync(
            async token =>
            {
                await migrator.ReachAsync(token);
                return await migrator.MigrateAsync(token);
            },
            cancellation
        );
        if (applied.Count > 0)
        {
            Migrated(logger, applied.Count);
        }
        await LoadReferenceAsync(services, settings.LoadKayes, cancellation);
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

    /// <summary>Adds the reference data that is missing.</summary>
    public static Task<Outcome> LoadReferenceAsync(
        IServiceProvider services,
        bool withKayes,
        CancellationToken cancellation
    ) =>
        services
            .GetRequiredService<SeedCommands>()
            .LoadAsync(Actor.Worker, DomainPackReader.Read(withKayes), cancellation);

    [LoggerMessage(10, LogLevel.Information, "Schema brought up to date: {Count} migrations.")]
    private static partial void Migrated(ILogger logger, int count);

    [LoggerMessage(11, LogLevel.Information, "Demonstration accounts: password {Password}")]
    private static partial void DemonstrationPassword(ILogger logger, string password);
}
