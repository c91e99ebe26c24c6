using Tracker.Core.Comments;
using Tracker.Core.Words;
using Tracker.Data.Comments;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>What a file remarks is for those who work on it: an internal comment, in parts where it is long.</summary>
internal static class ImportRemarks
{
    public static void Keep(Write write, Recommendation item, string? remarks)
    {
        foreach (var part in Parts(remarks ?? ""))
        {
            write.Context.Add(
                new InternalComment
                {
                    RecommendationId = item.Id,
                    Recommendation = item,
                    AuthorId = write.Actor.Id,
                    OrganisationCode = write.Actor.Organisations[0],
                    At = write.Now,
                    Text = part,
                    Language = Language.Fr,
                }
            );
        }
    }

    /// <summary>No sign of two halves is cut between them.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var take = Math.Min(CommentRules.LongestText, text.Length - at);
            if (at + take < text.Length && char.IsHighSurrogate(text[at + take - 1]))
            {
                take--;
            }
            yield return text.Substring(at, take);
            at += take;
        }
    }
}
