using Microsoft.EntityFrameworkCore;

namespace Tracker.Data.Storage;

/// <summary>Brings the database to the present schema.</summary>
public sealed class Migrator
{
    private readonly Contexts _contexts;
    private readonly IMigrationGuard _guard;

    internal Migrator(Contexts contexts, IMigrationGuard guard)
    {
        _contexts = contexts;
        _guard = guard;
    }

    /// <summary>Applies what is pending, one process at a time; returns the names of what was applied.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var context = _contexts.Open();
        return await _guard.MigrateAsync(context, cancellation);
    }

    /// <summary>The names of the migrations this program knows and the database has not seen.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default)
    {
        await using var context = _contexts.Open();
        return await _guard.PendingAsync(context, cancellation);
    }

    /// <summary>Asks the database's server for one connection, at once and without trying again.</summary>
    /// <exception cref="System.Data.Common.DbException">It gives none; the database itself may still be missing.</exception>
    public Task ReachAsync(CancellationToken cancellation = default) =>
        _guard.ReachAsync(cancellation);
}

/// <summary>How a database keeps two starting processes from migrating at once.</summary>
internal interface IMigrationGuard
{
    Task<IReadOnlyList<string>> MigrateAsync(
        TrackerContext context,
        CancellationToken cancellation
    );

    Task<IReadOnlyList<string>> PendingAsync(
        TrackerContext context,
        CancellationToken cancellation
    );

    Task ReachAsync(CancellationToken cancellation);
}
