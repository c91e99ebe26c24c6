using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Comments;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Comments;
using Tracker.Data.History;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.MyWork;

/// <summary>Comments that mention the actor's organisations.</summary>
internal static class MentionReader
{
    private const int Most = 10;

    /// <param name="since">UTC.</param>
    public static async Task<List<ReadMention>> ReadAsync(
        TrackerContext context,
        Actor actor,
        DateTime since,
        CancellationToken cancellation
    )
    {
        if (!AccessRules.SeesComments(actor) || actor.Organisations.Count == 0)
        {
            return [];
        }
        List<string> own = [.. actor.Organisations];
        var visible = context.Recommendations.VisibleTo(actor);
        var asked = context
            .Set<CommentMention>()
            .Where(m => EF.Parameter(own).Contains(m.OrganisationCode))
            .Select(m => m.CommentId);
        return await (
            from comment in context.Comments
            where comment.At >= since && asked.Contains(comment.Id)
            join item in visible on comment.RecommendationId equals item.Id
            orderby comment.At descending, comment.Id
            select new ReadMention(
                item.Code,
                item.TitleFr,
                item.TitleEn,
                comment.OrganisationCode,
                context
                    .PersonNames.Where(p => p.PersonId == comment.AuthorId)
                    .Select(p => p.Name)
                    .FirstOrDefault(),
                comment.At,
                comment.Text,
                comment.Language
            )
        )
            .AsNoTracking()
            .Take(Most)
            .ToListAsync(cancellation);
    }
}

internal sealed record ReadMention(
    string Code,
    string? TitleFr,
    string? TitleEn,
    string OrganisationCode,
    string? Author,
    DateTime At,
    string Text,
    Language Language
)
{
    public MentionLine ToLine(Actor actor, IReadOnlyDictionary<string, OrganisationLabel> labels) =>
        new(
            Code,
            new Bilingual(TitleFr, TitleEn),
            new CommentLine(
                labels[OrganisationCode],
                People.NamesShownTo(actor) ? Author : null,
                At,
                Text,
                Language
            )
        );
}
