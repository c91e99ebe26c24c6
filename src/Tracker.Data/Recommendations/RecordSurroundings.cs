using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Storage;
using Tracker.Data.Verification;

namespace Tracker.Data.Recommendations;

/// <summary>What stands around a recommendation: its examinations, what replaced it, the causes its updates name.</summary>
internal sealed class RecordSurroundings
{
    private IReadOnlyDictionary<string, Choice> _causes = new Dictionary<string, Choice>();

    public IReadOnlyList<ReadVerification> Verifications { get; private init; } = [];
    public LinkedRecommendation? ReplacedBy { get; private init; }
    public IReadOnlyList<LinkedRecommendation> Replaces { get; private init; } = [];
    public IReadOnlyList<RelatedRecommendation> Related { get; private init; } = [];
    public int EvidenceCount { get; private init; }

    public static async Task<RecordSurroundings> ReadAsync(
        TrackerContext context,
        Actor actor,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var linked = await context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .Where(r => r.ReplacedById == item.Id || r.Id == item.ReplacedById)
            .OrderBy(r => r.SortCode)
            .Select(r => new
            {
                r.Id,
                r.Code,
                r.TitleFr,
                r.TitleEn,
            })
            .ToListAsync(cancellation);
        var links = linked.ToLookup(
            r => r.Id == item.ReplacedById,
            r => new LinkedRecommendation(r.Code, new Bilingual(r.TitleFr, r.TitleEn))
        );
        return new RecordSurroundings
        {
            _causes = await context
                .BlockerCauses.AsNoTracking()
                .ToDictionaryAsync(
                    c => c.Code,
                    c => new Choice(c.Code, new Bilingual(c.NameFr, c.NameEn)),
                    cancellation
                ),
            Verifications = await context
                .Verifications.AsNoTracking()
                .Where(v => v.RecommendationId == item.Id && !v.Withdrawn)
                .OrderByDescending(v => v.At)
                .Select(v => new ReadVerification(
                    v,
                    context
                        .PersonNames.Where(p => p.PersonId == v.VerifierId)
                        .Select(p => p.Name)
                        .FirstOrDefault()
                ))
                .ToListAsync(cancellation),
            ReplacedBy = links[true].FirstOrDefault(),
            Replaces = [.. links[false]],
            Related = await RelatedAsync(context, actor, item, cancellation),
            EvidenceCount = await context.Evidence.CountAsync(
                e => e.RecommendationId == item.Id && !e.Replaced && e.WithdrawnBecause == null,
                cancellation
            ),
        };
    }

    /// <summary>Links to and from it; a draft that the reader does not see is not named.</summary>
    private static async Task<IReadOnlyList<RelatedRecommendation>> RelatedAsync(
        TrackerContext context,
        Actor actor,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var ends = await context
            .RelatedLinks.AsNoTracking()
            .Where(l =>
                l.Standing != LinkStanding.Refused
                && (l.RecommendationId == item.Id || l.OtherId == item.Id)
            )
            .Select(l => new
            {
                Id = l.RecommendationId == item.Id ? l.OtherId : l.RecommendationId,
                l.Standing,
            })
            .ToListAsync(cancellation);
        if (ends.Count == 0)
        {
            return [];
        }
        var ids = ends.Select(e => e.Id).ToList();
        var rows = await context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .Where(r => ids.Contains(r.Id))
            .OrderBy(r => r.SortCode)
            .Select(r => new
            {
                r.Id,
                r.Code,
                r.TitleFr,
                r.TitleEn,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new RelatedRecommendation(
                r.Code,
                new Bilingual(r.TitleFr, r.TitleEn),
                ends.Find(e => e.Id == r.Id)!.Standing
            )),
        ];
    }

    public Choice? Cause(string? code) => code is null ? null : _causes.GetValueOrDefault(code);

    public IReadOnlyList<VerificationLine> VerificationLines(
        IReadOnlyDictionary<string, OrganisationLabel> labels,
        bool namesShown
    ) =>
        [
            .. Verifications.Select(v => new VerificationLine(
                v.Row.Result,
                v.Row.Note,
                v.Row.DeclaredOn,
                v.Row.At,
                labels[v.Row.OrganisationCode],
                namesShown ? v.Verifier : null
            )),
        ];
}

internal sealed record ReadVerification(VerificationRow Row, string? Verifier);
