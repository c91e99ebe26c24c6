using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Milestones;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Milestones;

/// <summary>The milestones that a recommendation counts on.</summary>
public sealed class MilestoneQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal MilestoneQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>Those it serves now, by date; none where the actor may not know of the recommendation.</summary>
    public async Task<IReadOnlyList<MilestoneLine>> OfAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var item = await context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .SingleOrDefaultAsync(r => r.Code == code, cancellation);
        if (item is null)
        {
            return [];
        }
        var milestones = await context
            .Milestones.AsNoTracking()
            .AsSplitQuery()
            .Where(m => m.Serves.Any(l => l.RecommendationId == item.Id && l.To == null))
            .Include(m => m.Recommendation)
            .Include(m => m.Moves)
            .OrderBy(m => m.DueDate)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellation);
        var served = await ServedAsync(context, actor, milestones, cancellation);
        return [.. milestones.Select(m => ToLine(m, item, served[m.Id], actor))];
    }

    private static async Task<ILookup<Guid, string>> ServedAsync(
        TrackerContext context,
        Actor actor,
        List<Milestone> milestones,
        CancellationToken cancellation
    )
    {
        var ids = milestones.Select(m => m.Id).ToList();
        if (ids.Count == 0)
        {
            return Array.Empty<Guid>().ToLookup(id => id, _ => "");
        }
        var links = await context
            .MilestoneLinks.Where(l => ids.Contains(l.MilestoneId) && l.To == null)
            .Join(
                context.Recommendations.VisibleTo(actor),
                l => l.RecommendationId,
                r => r.Id,
                (l, r) =>
                    new
                    {
                        l.MilestoneId,
                        r.Code,
                        r.SortCode,
                    }
            )
            .OrderBy(l => l.SortCode)
            .ToListAsync(cancellation);
        return links.ToLookup(l => l.MilestoneId, l => l.Code);
    }

    private MilestoneLine ToLine(
        Milestone milestone,
        Recommendation item,
        IEnumerable<string> served,
        Actor actor
    )
    {
        var home = milestone.Recommendation!;
        var expected = milestone.ReachedOn is null && milestone.DroppedBecause is null;
        return new MilestoneLine(
            milestone.Id,
            milestone.Version,
            milestone.Title,
            milestone.Language,
            milestone.DueDate,
            milestone.ReachedOn,
            milestone.DroppedBecause,
            MilestoneRules.IsLate(
                milestone.DueDate,
                expected,
                item.Status,
                item.Acceptance,
                _clock.Today
            )
        )
        {
            SetFor = home.Code,
            Serves = [.. served.Where(code => code != item.Code)],
            Moves =
            [
                .. milestone
                    .Moves.OrderByDescending(m => m.At)
                    .ThenByDescending(m => m.Id)
                    .Select(m => new MovedDate(m.From, m.At, m.Reason)),
            ],
            MayBeSet =
                home.Id == item.Id && AccessRules.On(actor, Deed.SetMilestone, home.Facts) is null,
        };
    }
}
