using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Access;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>What is asked before bytes are taken in, so that nobody sends for half an hour what will be refused.</summary>
internal static class EvidenceIntake
{
    /// <summary>Null where the actor may attach to it now; else how it ends.</summary>
    public static async Task<Outcome?> RefusalAsync(
        TrackerContext context,
        Actor actor,
        string code,
        CancellationToken cancellation
    )
    {
        if (await FreshRights.OfAsync(context, actor, cancellation) is not { } present)
        {
            return new Outcome.Refused(Refusal.SignInFirst);
        }
        var item = await context
            .Recommendations.AsNoTracking()
            .Include(r => r.Supporting.Where(s => s.To == null))
            .VisibleTo(present)
            .SingleOrDefaultAsync(r => r.Code == code, cancellation);
        if (item is null)
        {
            return new Outcome.NotFound();
        }
        return AccessRules.On(present, Deed.AttachEvidence, item.Facts) is { } refusal
            ? new Outcome.Refused(refusal)
            : null;
    }

    /// <summary>Null where so many bytes more are within what a person, and an organisation where one is named, may have here.</summary>
    public static async Task<FieldFault?> RoomAsync(
        TrackerContext context,
        EvidenceLimits limits,
        Guid person,
        string? organisation,
        long more,
        CancellationToken cancellation
    )
    {
        var ofPerson =
            await context
                .Evidence.Where(e => e.AuthorId == person)
                .SumAsync(e => e.Size ?? 0, cancellation)
            + await context
                .Uploads.Where(u => u.AccountId == person)
                .SumAsync(u => u.Size, cancellation);
        var ofOrganisation = organisation is null
            ? 0
            : await context
                .Evidence.Where(e => e.OrganisationCode == organisation)
                .SumAsync(e => e.Size ?? 0, cancellation);
        return ofPerson + more > limits.OfPerson || ofOrganisation + more > limits.OfOrganisation
            ? new FieldFault(ContentFault.Field, Fault.QuotaFull)
            : null;
    }
}
