using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Comments;
using Tracker.Data.History;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Comments;

/// <summary>What those who work on a recommendation say to one another.</summary>
public sealed class CommentQueries
{
    private const int Most = 200;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal CommentQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>The comments, newest first; none for donors, analysts and whoever may not know of the recommendation.</summary>
    public async Task<IReadOnlyList<CommentLine>> OfAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    )
    {
        if (!AccessRules.SeesComments(actor))
        {
            return [];
        }
        await using var context = _contexts.Open();
        var visible = context.Recommendations.VisibleTo(actor);
        var comments = await (
            from comment in context.Comments.Include(c => c.Mentions)
            join item in visible on comment.RecommendationId equals item.Id
            where item.Code == code
            orderby comment.At descending, comment.Id descending
            select comment
        )
            .AsNoTracking()
            .AsSplitQuery()
            .Take(Most)
            .ToListAsync(cancellation);
        if (comments.Count == 0)
        {
            return [];
        }
        var labels = await OrganisationLabels.OnAsync(
            context,
            comments.SelectMany(c =>
                c.Mentions.Select(m => m.OrganisationCode).Append(c.OrganisationCode)
            ),
            _clock.Today,
            cancellation
        );
        var authors = comments.Select(c => c.AuthorId).Distinct().ToList();
        var names = await context
            .PersonNames.Where(p => authors.Contains(p.PersonId))
            .ToDictionaryAsync(p => p.PersonId, p => p.Name, cancellation);
        return
        [
            .. comments.Select(c => new CommentLine(
                labels[c.OrganisationCode],
                People.NamesShownTo(actor) ? names.GetValueOrDefault(c.AuthorId) : null,
                c.At,
                c.Text,
                c.Language
            )
            {
                Mentions =
                [
                    .. c
                        .Mentions.OrderBy(m => m.OrganisationCode, StringComparer.Ordinal)
                        .Select(m => labels[m.OrganisationCode]),
                ],
            }),
        ];
    }
}
