using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>How every change of one recommendation begins: what the actor may see, then what the actor may do.</summary>
internal static class RecommendationWrites
{
    public static Task<Outcome> ChangeRecommendationAsync(
        this Store store,
        Actor actor,
        Deed deed,
        string code,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    ) =>
        store.WriteAsync(
            actor,
            deed,
            async (write, token) =>
            {
                var item = await write
                    .Context.Recommendations.AsSplitQuery()
                    .Include(r => r.Workshop)
                    .Include(r => r.Supporting)
                    .Include(r => r.Places)
                    .Include(r => r.FrameworkEntries)
                    .VisibleTo(write.Actor)
                    .SingleOrDefaultAsync(r => r.Code == code, token);
                if (item is null)
                {
                    return new Outcome.NotFound();
                }
                return AccessRules.On(write.Actor, deed, item.Facts) is { } refusal
                    ? new Outcome.Refused(refusal)
                    : await change(write, item, token);
            },
            cancellation
        );
}
