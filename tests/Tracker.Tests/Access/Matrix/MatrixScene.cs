using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Evidence;
using Tracker.Data.Milestones;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>The recommendation of the matrix in one of its states, with two milestones and two pieces of evidence.</summary>
internal static class MatrixScene
{
    public static async Task<Outcome> SetAsync(
        Write write,
        Standing standing,
        MatrixWorld world,
        CancellationToken cancellation
    )
    {
        var items = await write
            .Context.Recommendations.Include(r => r.Supporting)
            .Include(r => r.Workshop)
            .Where(r => r.Code == MatrixWorld.Code || r.Code == MatrixWorld.Second)
            .ToListAsync(cancellation);
        foreach (var item in items)
        {
            (item.LeadCode, item.LeadStanding) = (MatrixWorld.Lead, LeadStanding.Confirmed);
        }
        var tried = items.Single(i => i.Code == MatrixWorld.Code);
        tried.Supporting.Set(
            write.Context,
            [MatrixWorld.Supporter],
            write.Today,
            code => new RecommendationSupport
            {
                RecommendationId = tried.Id,
                Recommendation = tried,
                OrganisationCode = code,
                From = write.Today,
            }
        );
        Stand(tried, standing, write.Today);
        write.Context.AddRange(
            MilestoneOf(tried, world.Expected, null),
            MilestoneOf(tried, world.Dropped, "Sans budget"),
            PieceOf(tried, world.PieceOfLead, MatrixWorld.Lead, write.Now),
            PieceOf(tried, world.PieceOfSupporter, MatrixWorld.Supporter, write.Now)
        );
        return new Outcome.Done(MatrixWorld.Code);
    }

    private static void Stand(Recommendation item, Standing standing, DateOnly today)
    {
        (item.Publication, item.PublishedOn) = (Publication.Published, today);
        (item.Acceptance, item.Status) = standing switch
        {
            Standing.Draft or Standing.NotStarted or Standing.NoLead => (
                Acceptance.UnderConsideration,
                ImplementationStatus.NotStarted
            ),
            Standing.NotAccepted => (Acceptance.NotAccepted, ImplementationStatus.NotStarted),
            Standing.InPart => (Acceptance.PartiallyAccepted, ImplementationStatus.InProgress),
            Standing.Implemented or Standing.ImplementedByCoordination => (
                Acceptance.Accepted,
                ImplementationStatus.Implemented
            ),
            Standing.Verified => (Acceptance.Accepted, ImplementationStatus.Verified),
            Standing.Deferred => (Acceptance.Accepted, ImplementationStatus.Deferred),
            Standing.NoLongerApplicable => (
                Acceptance.Accepted,
                ImplementationStatus.NoLongerApplicable
            ),
            _ => (Acceptance.Accepted, ImplementationStatus.InProgress),
        };
        item.Publication = standing switch
        {
            Standing.Draft => Publication.Draft,
            Standing.Archived => Publication.Archived,
            _ => Publication.Published,
        };
        if (standing == Standing.NoLead)
        {
            (item.LeadCode, item.LeadStanding) = (null, LeadStanding.None);
        }
        if (standing == Standing.Verified)
        {
            item.ClosureOutcome = ClosureOutcome.FullyImplemented;
        }
    }

    private static Milestone MilestoneOf(Recommendation item, Guid id, string? dropped)
    {
        var milestone = new Milestone
        {
            Id = id,
            RecommendationId = item.Id,
            Recommendation = item,
            Title = "Texte transmis au gouvernement",
            Language = Language.Fr,
            DueDate = new DateOnly(2021, 6, 30),
            DroppedBecause = dropped,
        };
        milestone.Serves.Add(
            new MilestoneLink
            {
                MilestoneId = id,
                Milestone = milestone,
                RecommendationId = item.Id,
                Recommendation = item,
                From = TestTracker.FirstDay,
            }
        );
        return milestone;
    }

    private static EvidenceItem PieceOf(
        Recommendation item,
        Guid id,
        string organisation,
        DateTime at
    ) =>
        new()
        {
            Id = id,
            PieceId = id,
            RecommendationId = item.Id,
            Recommendation = item,
            Kind = EvidenceKind.Report,
            Title = "Rapport publié",
            Address = "https://exemple.example/rapport",
            OrganisationCode = organisation,
            At = at,
        };
}
