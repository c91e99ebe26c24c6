using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Comments;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Comments;

/// <summary>Writing internal comments. A comment is never changed: what was read was read.</summary>
public sealed class CommentCommands
{
    private readonly Store _store;

    internal CommentCommands(Store store) => _store = store;

    /// <summary>
    /// Adds a comment in the name of the author's organisation. An organisation named after an @, by its code or the
    /// acronym it has today, is asked to read it; a name that is none of them stays a word of the text.
    /// </summary>
    /// <param name="commandId">The id the form was given: posted again it takes effect once.</param>
    public Task<Outcome> WriteAsync(
        Actor actor,
        string code,
        string? text,
        Language language,
        Guid? commandId,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationOnceAsync(
            actor,
            Deed.WriteComment,
            CommandStamp.Of(commandId, nameof(WriteAsync), code, text),
            code,
            (_, _) => Deed.WriteComment,
            (write, item, token) => WriteAsync(write, item, text, language, token),
            cancellation
        );

    /// <summary>The recommendation itself does not change: nothing of a comment is to be noticed by those who may not read it.</summary>
    private static async Task<Outcome> WriteAsync(
        Write write,
        Recommendation item,
        string? text,
        Language language,
        CancellationToken cancellation
    )
    {
        var faults = CommentRules.Check(text);
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        var comment = new InternalComment
        {
            RecommendationId = item.Id,
            Recommendation = item,
            AuthorId = write.Actor.Id,
            OrganisationCode = SpeakerOf(write.Actor, item),
            At = write.Now,
            Text = text!.Trim(),
            Language = language,
        };
        foreach (var organisation in await MentionedAsync(write, comment.Text, cancellation))
        {
            comment.Mentions.Add(
                new CommentMention { CommentId = comment.Id, OrganisationCode = organisation }
            );
        }
        write.Context.Add(comment);
        return new Outcome.Done(item.Code);
    }

    /// <summary>Who has several organisations speaks for the one that answers, else for the one that supports.</summary>
    private static string SpeakerOf(Actor actor, Recommendation item) =>
        actor.ActsFor(item.LeadCode)
            ? item.LeadCode!
            : item.Facts.Supporting.FirstOrDefault(actor.ActsFor) ?? actor.Organisations[0];

    private static async Task<IEnumerable<string>> MentionedAsync(
        Write write,
        string text,
        CancellationToken cancellation
    )
    {
        var names = CommentRules.NamesIn(text);
        if (names.Count == 0)
        {
            return [];
        }
        var held = await write
            .Context.OrganisationNames.AsNoTracking()
            .Where(OrganisationLabels.HeldOn(write.Today))
            .Select(n => new { n.OrganisationCode, n.Acronym })
            .ToListAsync(cancellation);
        return held.Where(n => Spellings(n.OrganisationCode, n.Acronym).Any(names.Contains))
            .Select(n => n.OrganisationCode)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Spellings(string code, string? acronym) =>
        new[] { code, Acronym.In(acronym, Language.Fr), Acronym.In(acronym, Language.En) }
            .OfType<string>()
            .Select(s => s.ToUpperInvariant());
}
