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
                var known = await KnownCodes.ReadAsync(write.Context, pack, token);
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
    /// <summary>Of the reference lists all, of the rest what the pack names: every start asks, in one question.</summary>
    public static async Task<KnownCodes> ReadAsync(
        TrackerContext context,
        DomainPack pack,
        CancellationToken cancellation
    )
    {
        var workshops = pack.Workshops.Select(w => w.Code).ToList();
        var recommendations = pack.Recommendations.Select(r => r.Code).ToList();
        var found = await context
            .Organisations.Select(o => new { Of = nameof(Organisations), o.Code })
            .Concat(context.Places.Select(p => new { Of = nameof(Places), p.Code }))
            .Concat(context.Themes.Select(t => new { Of = nameof(Themes), t.Code }))
            .Concat(context.Frameworks.Select(f => new { Of = nameof(Frameworks), f.Code }))
            .Concat(context.FrameworkEntries.Select(e => new { Of = nameof(Entries), e.Code }))
            .Concat(context.BlockerCauses.Select(c => new { Of = nameof(BlockerCauses), c.Code }))
            .Concat(
                context
                    .Workshops.Where(w => workshops.Contains(w.Code))
                    .Select(w => new { Of = nameof(Workshops), w.Code })
            )
            .Concat(
                context
                    .Recommendations.Where(r => recommendations.Contains(r.Code))
                    .Select(r => new { Of = nameof(Recommendations), r.Code })
            )
            .ToListAsync(cancellation);
        var known = found.ToLookup(f => f.Of, f => f.Code);
        return new KnownCodes(
            [.. known[nameof(Organisations)]],
            [.. known[nameof(Places)]],
            [.. known[nameof(Themes)]],
            [.. known[nameof(Frameworks)]],
            [.. known[nameof(Entries)]],
            [.. known[nameof(BlockerCauses)]],
            [.. known[nameof(Workshops)]],
            [.. known[nameof(Recommendations)]]
        );
    }
}
