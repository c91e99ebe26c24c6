using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tracker.Core;
using Tracker.Core.Evidence;
using Tracker.Data;
using Tracker.Data.Evidence;
using Tracker.Data.SqlServer;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>
/// A tracker that believes to speak to SQL Server. Its questions are kept; the answers are made up just far enough for
/// the next question to be asked: codes exist, something is counted, no row is read.
/// </summary>
internal sealed class UnansweredServer : IDisposable
{
    private const string Nowhere = "Server=nowhere.example;Database=Tracker";

    private readonly ServiceProvider _services;
    private readonly Listener _listener = new();

    public UnansweredServer()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2021, 1, 8, 9, 30, 0, default));
        var options = new DbContextOptionsBuilder<SqlServerTrackerContext>()
            .UseSqlServer(Nowhere)
            .AddInterceptors(_listener, new NoConnection())
            .Options;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(
            new ProgrammeClock(time, TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako"))
        );
        services.AddLogging();
        services.AddSingleton(
            new EvidencePlace(Path.Combine(Path.GetTempPath(), "nowhere"), EvidenceLimits.Usual)
        );
        services.AddTrackerData();
        services.AddTrackerSqlServer(Nowhere);
        services.AddSingleton(new Contexts(() => new SqlServerTrackerContext(options)));
        _services = services.BuildServiceProvider();
    }

    public IReadOnlyCollection<Question> Asked => _listener.Asked;

    public T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();

    public sealed record Question(string Sql, int Parameters);

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) => ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Listener : DbCommandInterceptor
    {
        public ConcurrentQueue<Question> Asked { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Asked.Enqueue(new Question(command.CommandText, command.Parameters.Count));
            return ValueTask.FromResult(
                InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command))
            );
        }

        private static DbDataReader Answer(DbCommand command)
        {
            var sql = command.CommandText;
            var (head, from) = (
                sql.Split('\n')[0],
                sql.Contains("FROM [", StringComparison.Ordinal) ? Table(sql) : ""
            );
            if (head.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal))
            {
                return Rows([
                    [30],
                ]);
            }
            if (
                head.StartsWith("SELECT CASE", StringComparison.Ordinal)
                || head.StartsWith("SELECT CAST", StringComparison.Ordinal)
                || head.StartsWith("SELECT IIF", StringComparison.Ordinal)
            )
            {
                return Rows([
                    [true],
                ]);
            }
            return from switch
            {
                "Places"
                    when head.Contains(".[ParentCode], [p].[NameFr]", StringComparison.Ordinal) =>
                    Rows([
                        // What the tree of places reads; whole rows are answered with none.
                        ["ML-1", DBNull.Value, "Kayes", DBNull.Value, DBNull.Value],
                        ["SC-DIASPORA", DBNull.Value, "Diaspora", DBNull.Value, DBNull.Value],
                    ]),
                "Frameworks" when head.EndsWith(".[Code]", StringComparison.Ordinal) => Rows([
                    ["SDG"],
                    ["GCM"],
                ]),
                "FrameworkEntries" when head.Contains("COALESCE(", StringComparison.Ordinal) =>
                    Rows([
                        ["SDG-10.7", "SDG"],
                        ["SDG-8.b", "SDG"],
                    ]),
                "Recommendations" when head.EndsWith(".[Id]", StringComparison.Ordinal) => Rows([
                    .. Enumerable.Range(0, 700).Select(_ => new object[] { Guid.CreateVersion7() }),
                ]),
                _ when head.EndsWith(".[Code]", StringComparison.Ordinal) => Rows([
                    .. command
                        .Parameters.Cast<DbParameter>()
                        .Select(p => p.Value)
                        .OfType<string>()
                        .Select(code => new object[] { code }),
                ]),
                _ => Rows([]),
            };
        }

        private static string Table(string sql)
        {
            var start = sql.IndexOf("FROM [", StringComparison.Ordinal) + "FROM [".Length;
            return sql[start..sql.IndexOf(']', start)];
        }

        private static DataTableReader Rows(object[][] rows)
        {
            var table = new DataTable();
            if (rows.Length == 0)
            {
                // EF looks whether all columns it asked for are there, even where there is no row.
                table.Columns.AddRange([.. Enumerable.Range(0, 100).Select(_ => new DataColumn())]);
            }
            foreach (var _ in rows.FirstOrDefault() ?? [])
            {
                table.Columns.Add(new DataColumn { DataType = typeof(object) });
            }
            for (var column = 0; column < table.Columns.Count; column++)
            {
                var index = column;
                table.Columns[index].DataType =
                    rows.Select(r => r[index]).FirstOrDefault(v => v is not DBNull)?.GetType()
                    ?? typeof(string);
            }
            foreach (var row in rows)
            {
                table.Rows.Add(row);
            }
            return table.CreateDataReader();
        }
    }
}
