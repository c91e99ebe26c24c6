using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Tracker.Data.SqlServer;
using Tracker.Web.Setup;

namespace Tracker.Tests.Setup;

public sealed class The_start_waits_for_a_server_that_starts
{
    private readonly Hurried _time = new();
    private readonly Lines _lines = new();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_it_answers_and_says_so_each_time()
    {
        var refused = await UnreachableAsync();
        var tries = 0;

        var done = await WaitAsync(() => ++tries <= 4 ? throw refused : tries);

        Assert.Equal(5, done);
        Assert.Equal([1, 2, 4, 8], _time.Pauses.Select(p => (int)p.TotalSeconds));
        Assert.Equal(4, _lines.Said.Count);
        Assert.All(
            _lines.Said,
            line =>
                Assert.StartsWith(
                    "Not ready yet: the database server does not answer (unreachable).",
                    line,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task But_not_for_ever()
    {
        var refused = await UnreachableAsync();

        await Assert.ThrowsAsync<SqlException>(() => WaitAsync(() => throw refused));

        Assert.Equal([1, 2, 4, 8, 15, 15], _time.Pauses.Take(6).Select(p => (int)p.TotalSeconds));
        Assert.InRange(
            _time.Pauses.Aggregate(TimeSpan.Zero, (sum, p) => sum + p),
            DatabaseWait.Patience - TimeSpan.FromSeconds(15),
            DatabaseWait.Patience
        );
    }

    [Theory]
    [InlineData(18456)]
    [InlineData(262)]
    [InlineData(-2146893019)]
    public void Not_where_waiting_does_not_help(int number) =>
        Assert.False(DatabaseFaults.Passes(DatabaseFaults.OfServer(number, 20)));

    [Theory]
    [InlineData(10061)]
    [InlineData(18401)]
    [InlineData(922)]
    public void Where_it_may(int number) =>
        Assert.True(DatabaseFaults.Passes(DatabaseFaults.OfServer(number, 14)));

    [Fact]
    public void What_is_not_known_is_a_lost_connection_or_a_failure_by_its_severity()
    {
        Assert.Equal(DatabaseFault.Unreachable, DatabaseFaults.OfServer(99_999, 20));
        Assert.Equal(DatabaseFault.Failed, DatabaseFaults.OfServer(99_999, 16));
    }

    [Fact]
    public async Task A_broken_file_is_said_at_once()
    {
        await Assert.ThrowsAsync<SqliteException>(() =>
            WaitAsync(() => throw new SqliteException("broken", 26))
        );
        Assert.Empty(_lines.Said);
    }

    [Fact]
    public void Whatever_the_database_says_its_kind_alone_is_repeated()
    {
        var inside = new InvalidOperationException("outer", new SqliteException("broken", 26));

        Assert.Equal(DatabaseFault.Unreadable, DatabaseFaults.Of(inside));
        Assert.Null(DatabaseFaults.Of(new InvalidOperationException("no database at all")));
        Assert.All(
            Enum.GetValues<DatabaseFault>(),
            fault => Assert.NotEmpty(DatabaseFaults.Sentence(fault))
        );
    }

    /// <summary>A real refusal by a port that nobody listens to: such exceptions cannot be made by hand.</summary>
    private static async Task<DbException> UnreachableAsync() =>
        await Assert.ThrowsAsync<SqlException>(() =>
            new ServerGuard("Server=127.0.0.1,1;Connect Timeout=2;User Id=x;Password=y").ReachAsync(
                Patience
            )
        );

    private Task<int> WaitAsync(Func<int> attempt) =>
        new DatabaseWait(_time, _lines).UntilItAnswersAsync(
            _ => Task.FromResult(attempt()),
            Patience
        );

    /// <summary>A time in which every pause is over at once, and is noted.</summary>
    private sealed class Hurried : TimeProvider
    {
        private readonly List<TimeSpan> _pauses = [];

        public IReadOnlyList<TimeSpan> Pauses => _pauses;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _pauses.Sum(p => p.Ticks);

        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        )
        {
            _pauses.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    private sealed class Lines : ILogger
    {
        private readonly List<string> _said = [];

        public IReadOnlyList<string> Said => _said;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _said.Add(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
