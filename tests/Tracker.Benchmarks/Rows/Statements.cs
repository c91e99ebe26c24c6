using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tracker.Benchmarks.Rows;

/// <summary>The statements a question made, to be asked again without what stands around them.</summary>
internal sealed record Statements(IReadOnlyList<Statement> All)
{
    private static readonly CommandListener Always = new() { Keeps = false };

    /// <summary>
    /// To be called before the first question: a context that is used again looks once a second whether anybody listens,
    /// and from here on somebody does.
    /// </summary>
    public static void Listen() => GC.KeepAlive(Always);

    public static async Task<Statements> OfAsync(Func<Task> question)
    {
        using var listener = new CommandListener();
        await question();
        return new Statements(listener.Heard);
    }

    /// <summary>Runs them on an open connection and reads every value of every row.</summary>
    public int Run(SqliteConnection connection)
    {
        var rows = 0;
        foreach (var statement in All)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of the program itself
            command.CommandText = statement.Sql;
#pragma warning restore CA2100
            foreach (var (name, value) in statement.Parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }
            using var reader = command.ExecuteReader();
            var values = new object[reader.FieldCount];
            while (reader.Read())
            {
                reader.GetValues(values);
                rows++;
            }
        }
        return rows;
    }
}

internal sealed record Statement(string Sql, IReadOnlyList<(string Name, object Value)> Parameters);

/// <summary>Hears what EF sends, by the way it tells anybody who asks.</summary>
internal sealed class CommandListener
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<Statement> heard = [];

    public CommandListener() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public bool Keeps { get; init; } = true;

    public IReadOnlyList<Statement> Heard => [.. heard];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            Keeps
            && value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { Command: { } command }
        )
        {
            heard.Add(
                new Statement(
                    command.CommandText,
                    [
                        .. command
                            .Parameters.Cast<DbParameter>()
                            .Select(p => (p.ParameterName, p.Value ?? DBNull.Value)),
                    ]
                )
            );
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
