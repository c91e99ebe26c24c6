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
            return new VerificationQueue([], []);
        }
        await using var context = _contexts.Open();
        var claims = await context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .Where(r =>
                r.Publication == Publication.Published && r.Acceptance != Acceptance.NotAccepted
            )
            .Where(r =>
                r.Status == ImplementationStatus.Implemented
                || (
                    r.Status == ImplementationStatus.Verified
                    && !context.Evidence.Any(e =>
                        e.RecommendationId == r.Id && !e.Replaced && e.WithdrawnBecause == null
                    )
                )
            )
            .OrderBy(r => r.Status)
            .ThenBy(r => r.StatusSince)
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
        var labels = await OrganisationLabels.OnAsync(
            context,
            claims.Select(c => c.LeadCode),
            _clock.Today,
            cancellation
        );
        var verifying = await FreshFacts.VerifyingAsync(context, cancellation);
        return new VerificationQueue(
            [
                .. claims
                    .Where(c => c.Status == ImplementationStatus.Implemented)
                    .Select(c => new QueuedDeclaration(
                        c.Code,
                        c.Title,
                        c.LeadIn(labels),
                        c.Since,
                        c.Evidence,
                        AccessRules.ToVerify(actor, c.Facts(verifying)),
                        c.Since < _clock.Today.AddDays(-FlagRules.VerificationDays)
                    )),
            ],
            [
                .. claims
                    .Where(c => c.Evidence == 0)
                    .Select(c => new UnshownClaim(c.Code, c.Title, c.LeadIn(labels), c.Status)),
            ]
        );
    }

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
