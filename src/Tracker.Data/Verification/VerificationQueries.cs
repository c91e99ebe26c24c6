using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Verification;

/// <summary>What the verifiers have before them.</summary>
public sealed class VerificationQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal VerificationQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>The queue as this reader meets it; empty for those who do not coordinate.</summary>
    public async Task<VerificationQueue> QueueAsync(
        Actor actor,
        CancellationToken cancellation = default
    )
    {
        if (!actor.Coordinates)
        {
            return new VerificationQueue([], 0, [], 0);
        }
        await using var context = _contexts.Open();
        var verifying = await FreshFacts.VerifyingAsync(context, cancellation);
        var standing = context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .Where(r =>
                r.Publication == Publication.Published && r.Acceptance != Acceptance.NotAccepted
            );
        var waiting = standing.Where(r => r.Status == ImplementationStatus.Implemented);
        var unshown = standing.Where(r =>
            (
                r.Status == ImplementationStatus.Implemented
                || r.Status == ImplementationStatus.Verified
            )
            && !context.Evidence.Any(e =>
                e.RecommendationId == r.Id && !e.Replaced && e.WithdrawnBecause == null
            )
        );
        // Those that the reader may verify come first. Whose they are is the rule of AccessRules.ToVerify.
        var admin = actor.Role == Role.Admin;
        List<string> leads =
        [
            .. admin ? verifying.Except(actor.Organisations) : actor.Organisations,
        ];
        var first = await FirstAsync(
            context,
            waiting.OrderBy(r => (r.LeadCode != null && leads.Contains(r.LeadCode)) != admin),
            cancellation
        );
        var claims = await FirstAsync(context, unshown.OrderBy(r => r.Status), cancellation);
        var labels = await OrganisationLabels.OnAsync(
            context,
            first.Concat(claims).Select(c => c.LeadCode),
            _clock.Today,
            cancellation
        );
        return new VerificationQueue(
            [
                .. first.Select(c => new QueuedDeclaration(
                    c.Code,
                    c.Title,
                    c.LeadIn(labels),
                    c.Since,
                    c.Evidence,
                    AccessRules.ToVerify(actor, c.Facts(verifying)),
                    c.Since < _clock.Today.AddDays(-FlagRules.VerificationDays)
                )),
            ],
            await waiting.CountAsync(cancellation),
            [.. claims.Select(c => new UnshownClaim(c.Code, c.Title, c.LeadIn(labels), c.Status))],
            await unshown.CountAsync(cancellation)
        );
    }

    private static Task<List<Claim>> FirstAsync(
        TrackerContext context,
        IOrderedQueryable<Recommendation> from,
        CancellationToken cancellation
    ) =>
        from.ThenBy(r => r.StatusSince)
            .ThenBy(r => r.SortCode)
            .Take(VerificationQueue.Most)
            .Select(r => new Claim(
                r.Code,
                r.TitleFr,
                r.TitleEn,
                r.LeadCode,
                r.Status,
                r.Acceptance,
                r.StatusSince,
                context.Evidence.Count(e =>
                    e.RecommendationId == r.Id && !e.Replaced && e.WithdrawnBecause == null
                )
            ))
            .ToListAsync(cancellation);

    private sealed record Claim(
        string Code,
        string? TitleFr,
        string? TitleEn,
        string? LeadCode,
        ImplementationStatus Status,
        Acceptance Acceptance,
        DateOnly Since,
        int Evidence
    )
    {
        public Bilingual Title => new(TitleFr, TitleEn);

        public OrganisationLabel? LeadIn(IReadOnlyDictionary<string, OrganisationLabel> labels) =>
            LeadCode is null ? null : labels[LeadCode];

        public RecommendationFacts Facts(HashSet<string> verifying) =>
            new(Publication.Published, Acceptance, Status, LeadCode)
            {
                LeadVerifies = LeadCode is not null && verifying.Contains(LeadCode),
            };
    }
}
