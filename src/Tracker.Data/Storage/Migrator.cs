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
}

/// <summary>How a database keeps two starting processes from migrating at once.</summary>
internal interface IMigrationGuard
{
    Task<IReadOnlyList<string>> MigrateAsync(
        TrackerContext context,
        CancellationToken cancellation
    );
}
