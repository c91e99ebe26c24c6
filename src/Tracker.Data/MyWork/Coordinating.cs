using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.MyWork;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.MyWork;

/// <summary>What waits for the coordination, whoever leads it.</summary>
internal static class Coordinating
{
    public static async Task<CoordinationWork> ReadAsync(
        TrackerContext context,
        Actor actor,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var published = context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .Where(r => r.Publication == Publication.Published);
        var declared = await VerifiableAsync(context, actor, published, cancellation);
        return new CoordinationWork(
            await declared.CountAsync(cancellation),
            await declared
                .OrderBy(r => r.StatusSince)
                .Select(r => (DateOnly?)r.StatusSince)
                .FirstOrDefaultAsync(cancellation),
            await published
                .Select(Standings.Now)
                .CountAsync(FlagConditions.Of(Flags.ReviewDue, today), cancellation),
            await published.CountAsync(r => r.LeadStanding == LeadStanding.Proposed, cancellation)
        );
    }

    /// <summary>The declarations for which <see cref="AccessRules.ToVerify"/> lets this actor through.</summary>
    private static async Task<IQueryable<Recommendation>> VerifiableAsync(
        TrackerContext context,
        Actor actor,
        IQueryable<Recommendation> published,
        CancellationToken cancellation
    )
    {
        List<string> own = [.. actor.Organisations];
        var declared = published.Where(r =>
            r.Status == ImplementationStatus.Implemented
            && r.Acceptance != Acceptance.NotAccepted
            && (r.LeadCode == null || !EF.Parameter(own).Contains(r.LeadCode))
        );
        if (actor.Role == Role.IomCoordinator)
        {
            return declared;
        }
        List<string> verifying = [.. await FreshFacts.VerifyingAsync(context, cancellation)];
        return declared.Where(r =>
            r.LeadCode != null && EF.Parameter(verifying).Contains(r.LeadCode)
        );
    }
}
