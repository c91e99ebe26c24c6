using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Milestones;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Milestones;

/// <summary>Which recommendations a milestone serves.</summary>
internal static class MilestoneLinks
{
    /// <summary>
    /// Makes it serve the one it was set for and the further ones asked for, each of which the actor must be able to
    /// set a milestone on.
    /// </summary>
    /// <returns>Null where the links are as asked, else why nothing was changed.</returns>
    public static async Task<Outcome?> SetAsync(
        Write write,
        Recommendation item,
        Milestone milestone,
        IReadOnlyList<string> asked,
        CancellationToken cancellation
    )
    {
        List<string> codes = [.. asked.Where(c => c != item.Code).Distinct(StringComparer.Ordinal)];
        if (codes.Count > MilestoneRules.MostServed)
        {
            return Outcome.At("Serves", Fault.TooManyRows, "20");
        }
        var linked = milestone.Serves.Where(l => l.To is null).ToList();
        var found = await write
            .Context.Recommendations.VisibleTo(write.Actor)
            .Where(r => codes.Contains(r.Code))
            .ToListAsync(cancellation);
        var unknown = codes.Except(found.Select(r => r.Code), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            return new Outcome.Invalid([
                .. unknown.Select(c => new FieldFault("Serves", Fault.Unknown, c)),
            ]);
        }
        var added = found.Where(r => !linked.Exists(l => l.RecommendationId == r.Id)).ToList();
        var refusal = added
            .Select(r => AccessRules.On(write.Actor, Deed.SetMilestone, r.Facts))
            .FirstOrDefault(r => r is not null);
        if (refusal is { } reason)
        {
            return new Outcome.Refused(reason);
        }
        foreach (
            var link in linked.Where(l =>
                l.RecommendationId != item.Id && !codes.Contains(l.Recommendation!.Code)
            )
        )
        {
            End(write, link);
        }
        foreach (
            var served in added.Concat(linked.Count == 0 ? [item] : Array.Empty<Recommendation>())
        )
        {
            milestone.Serves.Add(
                new MilestoneLink
                {
                    MilestoneId = milestone.Id,
                    Milestone = milestone,
                    RecommendationId = served.Id,
                    Recommendation = served,
                    From = write.Today,
                }
            );
        }
        return null;
    }

    /// <summary>A link that ends on the day it began never held.</summary>
    private static void End(Write write, MilestoneLink link)
    {
        link.To = write.Today;
        if (link.From >= write.Today)
        {
            write.Context.Remove(link);
        }
    }
}
