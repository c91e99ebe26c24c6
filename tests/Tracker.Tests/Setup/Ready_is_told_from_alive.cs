using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Tracker.Data.Storage;
using Tracker.Tests.Given;
using Tracker.Web.Setup;

namespace Tracker.Tests.Setup;

public sealed class Ready_is_told_from_alive : IAsyncLifetime
{
    private readonly WebHost _host = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_where_all_is_well()
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/ready"));
    }

    [Fact]
    public async Task Not_ready_while_the_schema_is_behind()
    {
        await using (var connection = new SqliteConnection($"Data Source={_host.DatabaseFile}"))
        {
            await connection.OpenAsync(Patience);
            await using var forget = connection.CreateCommand();
            forget.CommandText =
                "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT MAX(MigrationId) FROM __EFMigrationsHistory)";
            Assert.Equal(1, await forget.ExecuteNonQueryAsync(Patience));
        }

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "schema_behind"),
            await AskAsync("/health/ready")
        );
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
    }

    [Fact]
    public async Task Not_ready_while_the_database_cannot_be_read()
    {
        SqliteConnection.ClearAllPools();
        foreach (var rest in new[] { "-wal", "-shm" })
        {
            File.Delete(_host.DatabaseFile + rest);
        }
        await File.WriteAllTextAsync(
            _host.DatabaseFile,
            string.Concat(Enumerable.Repeat("this is no database. ", 500)),
            Patience
        );

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "unreadable"),
            await AskAsync("/health/ready")
        );
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
    }

    private async Task<(HttpStatusCode, string)> AskAsync(string address)
    {
        using var visitor = _host.Visitor();
        using var answer = await visitor.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Patience));
    }

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

public sealed class Why_it_is_not_ready_is_one_word
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_database_says_goes_no_further()
    {
        var result = await CheckAsync(
            new Failing(new Refusal("Login failed for 'tracker' Password=secret-of-the-tests"))
        );

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("failed", result.Description);
        Assert.Null(result.Exception);
    }

    [Fact]
    public async Task A_database_that_never_answers_is_not_waited_for()
    {
        var asked = CheckAsync(new Silent());
        _time.Advance(DatabaseCheck.Patience);
        var result = await asked;

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("no_answer", result.Description);
    }

    [Theory]
    [InlineData("docs/operations.md")]
    [InlineData("docs/exploitation.md")]
    public void Every_word_for_not_ready_is_explained(string document)
    {
        var text = Containers.Text(document);
        var words = Enum.GetValues<DatabaseFault>()
            .Select(Core.Words.Codes.Of)
            .Append(DatabaseCheck.SchemaBehind)
            .Append(DatabaseCheck.NoAnswer);

        Assert.All(words, word => Assert.Contains($"`{word}`", text, StringComparison.Ordinal));
    }

    private Task<HealthCheckResult> CheckAsync(IMigrationGuard guard)
    {
        var contexts = new Contexts(Architecture.Models.Sqlite);
        return new DatabaseCheck(new Migrator(contexts, guard), _time).CheckHealthAsync(
            new HealthCheckContext(),
            Patience
        );
    }

    private sealed class Refusal(string message) : DbException(message);

    private class Failing(Exception? problem) : IMigrationGuard
    {
        public Task<IReadOnlyList<string>> MigrateAsync(
            TrackerContext context,
            CancellationToken cancellation
        ) => PendingAsync(context, cancellation);

        public virtual Task<IReadOnlyList<string>> PendingAsync(
            TrackerContext context,
            CancellationToken cancellation
        ) => Task.FromException<IReadOnlyList<string>>(problem!);

        public Task ReachAsync(CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>Not even hearing that nobody waits any longer.</summary>
    private sealed class Silent() : Failing(null)
    {
        public override Task<IReadOnlyList<string>> PendingAsync(
            TrackerContext context,
            CancellationToken cancellation
        ) => new TaskCompletionSource<IReadOnlyList<string>>().Task;
    }
}
