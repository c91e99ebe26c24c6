using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data;
using Tracker.Data.Sqlite;
using Tracker.Data.Storage;
using Tracker.Documents.Seed;
using Tracker.Tests.Given;

namespace Tracker.Tests.Storage;

/// <summary>
/// SQL Server's connections are lost and tried again. The same strategy over the embedded database, whose connection
/// is lost by the test: before a commit, or after it with the answer on its way.
/// </summary>
public sealed class A_lost_answer_is_no_second_deed : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tracker-lost-");
    private readonly Line _line = new();
    private ServiceProvider _services = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Lost.Never, 1)]
    [InlineData(Lost.BeforeCommit, 2)]
    [InlineData(Lost.AfterCommit, 1)]
    public async Task The_deed_is_done_once(Lost lost, int tries)
    {
        var before = await LinesAsync();
        var tried = 0;
        _line.IsLost = lost;

        var outcome = await _services
            .GetRequiredService<Store>()
            .WriteAsync(
                Actor.Worker,
                Deed.LoadDomainPack,
                async (write, token) =>
                {
                    tried++;
                    var name = await write.Context.OrganisationNames.FirstAsync(
                        n => n.OrganisationCode == "ANPE",
                        token
                    );
                    name.NameFr += " et encore";
                    return new Outcome.Done("ANPE");
                },
                Patience
            );

        Assert.Equal(new Outcome.Done("ANPE"), outcome);
        Assert.Equal(tries, tried);
        Assert.Equal(before + 1, await LinesAsync());
    }

    private async Task<int> LinesAsync()
    {
        await using var context = _services.GetRequiredService<Contexts>().Open();
        return await context.HistoryLines.CountAsync(Patience);
    }

    public async ValueTask InitializeAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2021, 1, 8, 9, 30, 0, default));
        var file = Path.Combine(_folder.FullName, "tracker.db");
        var options = new DbContextOptionsBuilder<SqliteTrackerContext>()
            .UseSqlite($"Data Source={file}", sqlite => sqlite.ExecutionStrategy(d => new Again(d)))
            .AddInterceptors(_line)
            .Options;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(new ProgrammeClock(time, TimeZoneInfo.Utc));
        services.AddLogging();
        services.AddTrackerData();
        services.AddTrackerSqlite(file);
        services.AddSingleton(new Contexts(() => new SqliteTrackerContext(options)));
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<Migrator>().MigrateAsync(Patience);
        await _services
            .GetRequiredService<Data.Seed.SeedCommands>()
            .LoadAsync(Actor.Worker, DomainPackReader.Read(withKayes: false), Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    public enum Lost
    {
        Never,
        BeforeCommit,
        AfterCommit,
    }

    private sealed class LostException() : DbException("The line is dead.");

    private sealed class Again(ExecutionStrategyDependencies dependencies)
        : ExecutionStrategy(dependencies, maxRetryCount: 3, TimeSpan.FromMilliseconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is LostException;
    }

    /// <summary>Loses the connection once, where it is told.</summary>
    private sealed class Line : DbTransactionInterceptor
    {
        public Lost IsLost { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            Lose(Lost.BeforeCommit);
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Lose(Lost.AfterCommit);
            return Task.CompletedTask;
        }

        private void Lose(Lost here)
        {
            if (IsLost == here)
            {
                IsLost = Lost.Never;
                throw new LostException();
            }
        }
    }
}
