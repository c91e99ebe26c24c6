using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Seed;
using Tracker.Data.Storage;

namespace Tracker.Data.Seed;

/// <summary>Loads the domain pack. What is already there stays as people left it, so loading twice changes nothing.</summary>
public sealed class SeedCommands
{
    private readonly Store _store;

    internal SeedCommands(Store store) => _store = store;

    /// <summary>Adds what is missing; Done carries how many things were added, "0" for none.</summary>
    public Task<Outcome> LoadAsync(
        Actor actor,
        DomainPack pack,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.LoadDomainPack,
            async (write, token) =>
            {
                if (write.Actor.Role is not (Role.Worker or Role.Admin))
                {
                    return new Outcome.Refused(Refusal.AdministratorOnly);
                }
                var known = await KnownCodes.ReadAsync(write.Context, token);
                PackRows.AddReference(write, pack, known);
                await PackRows.AddWorkshopsAsync(write, pack, known, token);
                var added = write
                    .Context.ChangeTracker.Entries()
                    .Count(e => e.State == EntityState.Added);
                return new Outcome.Done(
                    added.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
            },
            cancellation
        );
}

/// <summary>What the database already holds, by code.</summary>
internal sealed record KnownCodes(
    HashSet<string> Organisations,
    HashSet<string> Places,
    HashSet<string> Themes,
    HashSet<string> Frameworks,
    HashSet<string> Entries,
    HashSet<string> BlockerCauses,
    HashSet<string> Workshops,
    HashSet<string> Recommendations
)
{
    public static async Task<KnownCodes> ReadAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        return new KnownCodes(
            await Read(context.Organisations.Select(o => o.Code)),
            await Read(context.Places.Select(p => p.Code)),
            await Read(context.Themes.Select(t => t.Code)),
            await Read(context.Frameworks.Select(f => f.Code)),
            await Read(context.FrameworkEntries.Select(e => e.Code)),
            await Read(context.BlockerCauses.Select(c => c.Code)),
            await Read(context.Workshops.Select(w => w.Code)),
            await Read(context.Recommendations.Select(r => r.Code))
        );

        async Task<HashSet<string>> Read(IQueryable<string> codes) =>
            [.. await codes.ToListAsync(cancellation)];
    }
}
