using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tracker.Tests.Given;

/// <summary>What is asked of one database while this stands. Other tests ask others at the same time.</summary>
public sealed class CountedQueries
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private const string Executed =
        "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted";

    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly string _databaseFile;

    public CountedQueries(string databaseFile)
    {
        _databaseFile = databaseFile;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>The questions that read one of the tables.</summary>
    public IEnumerable<string> Of(params IEnumerable<string> tables) =>
        Asked.Where(sql =>
            tables.Any(t => sql.Contains($"FROM \"{t}\"", StringComparison.OrdinalIgnoreCase))
        );

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Key == Executed
            && value.Value is CommandExecutedEventData executed
            && executed.Command.Connection?.DataSource == _databaseFile
        )
        {
            _asked.Enqueue(executed.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
        // The program ends before its listeners do.
    }

    public void OnError(Exception error) => throw error;

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    /// <summary>
    /// A context that is used again looks only once a second whether anybody listens: from the first test on somebody does.
    /// </summary>
    [ModuleInitializer]
    internal static void Listen() => _ = new CountedQueries("no database at all");
}
