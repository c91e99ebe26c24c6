using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>Linking recommendations that say nearly the same.</summary>
public sealed class RelatedCommands
{
    private readonly Store _store;

    internal RelatedCommands(Store store) => _store = store;

    /// <summary>Confirms a link that was proposed, or says that it is none: then it is not proposed again.</summary>
    /// <param name="other">The code of the other one, whichever came first.</param>
    public Task<Outcome> SettleAsync(
        Actor actor,
        string code,
        string other,
        bool isRelated,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.LinkRecommendations,
            code,
            async (write, item, token) =>
            {
                var link = await write
                    .Context.RelatedLinks.Include(l => l.Recommendation)
                    .Where(l =>
                        (l.RecommendationId == item.Id && l.Other!.Code == other)
                        || (l.OtherId == item.Id && l.Recommendation!.Code == other)
                    )
                    .FirstOrDefaultAsync(token);
                if (link is null)
                {
                    return new Outcome.NotFound();
                }
                link.Standing = isRelated ? LinkStanding.Confirmed : LinkStanding.Refused;
                return new Outcome.Done(item.Code);
            },
            cancellation
        );
}
