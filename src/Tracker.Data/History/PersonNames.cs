using Microsoft.EntityFrameworkCore;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>Keeps the name that the history shows for an actor beside the chain, where it can be removed.</summary>
internal static class PersonNames
{
    public static async Task KeepAsync(Write write, CancellationToken cancellation)
    {
        var actor = write.Actor;
        var known = await write.Context.PersonNames.SingleOrDefaultAsync(
            p => p.PersonId == actor.Id,
            cancellation
        );
        if (known is null)
        {
            known = new PersonName
            {
                PersonId = actor.Id,
                Name = actor.Name,
                Role = Codes.Of(actor.Role),
            };
            write.Context.Add(known);
        }
        known.Name = actor.Name;
        known.Role = Codes.Of(actor.Role);
        known.OrganisationCode = actor.Organisations.Count > 0 ? actor.Organisations[0] : null;
    }
}
