using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>What the rules need to know of a recommendation beyond its own row.</summary>
internal static class FreshFacts
{
    /// <summary>The facts with its supporting organisations, which the caller has loaded, and whether its lead verifies.</summary>
    public static async Task<RecommendationFacts> OfAsync(
        TrackerContext context,
        Recommendation item,
        CancellationToken cancellation
    ) =>
        item.Facts with
        {
            LeadVerifies =
                item.Status == ImplementationStatus.Implemented
                && item.LeadCode is { } lead
                && await context.Memberships.AnyAsync(
                    m => m.Role == Role.IomCoordinator && m.OrganisationCode == lead,
                    cancellation
                ),
        };

    /// <summary>The organisations that coordinators belong to.</summary>
    public static async Task<HashSet<string>> VerifyingAsync(
        TrackerContext context,
        CancellationToken cancellation
    ) =>
        [
            .. await context
                .Memberships.Where(m => m.Role == Role.IomCoordinator)
                .Select(m => m.OrganisationCode)
                .Distinct()
                .ToListAsync(cancellation),
        ];
}
