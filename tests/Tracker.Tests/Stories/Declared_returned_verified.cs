using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Data.Verification;
using Tracker.Tests.Given;
using static Tracker.Core.Recommendations.ImplementationStatus;
using static Tracker.Tests.Given.StatusChanges;

namespace Tracker.Tests.Stories;

/// <summary>Stories 4 and 5: declaring needs something to show, verifying needs somebody else.</summary>
public sealed class Declared_returned_verified
{
    private const string Code = "KAY-2020-12";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_declaration_is_refused_returned_and_at_last_verified(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var (mmeia, coordinator) = (
            await tracker.FocalPointAsync("MMEIA"),
            await tracker.CoordinatorAsync()
        );
        Ends.Invalid(
            await tracker.ChangeAsync(mmeia, Code, Whole(Implemented)),
            "Evidence EvidenceRequired"
        );
        await tracker.ShowAsync(Code);
        Ends.Done(await tracker.ChangeAsync(mmeia, Code, Whole(Implemented)));
        await Rates(1, 0);
        Assert.Equal(
            [(Code, 1, null)],
            (
                await tracker.Of<VerificationQueries>().QueueAsync(coordinator, Cancellation)
            ).Waiting.Select(w => (w.Code, w.Evidence, w.Refusal))
        );

        Ends.Done(await tracker.ChangeAsync(coordinator, Code, Whole(InProgress)));
        await Rates(0, 0);
        var returned = await tracker.RecordAsync(Code);
        Assert.Equal(
            (TestTracker.FirstDay, VerificationResult.Returned),
            (returned.ReturnedOn, returned.Verifications[0].Result)
        );

        await tracker.ShowAsync(Code);
        Ends.Done(await tracker.ChangeAsync(mmeia, Code, Whole(Implemented)));
        Ends.Done(await tracker.ChangeAsync(coordinator, Code, Whole(Verified)));
        await Rates(1, 1);
        var closed = await tracker.RecordAsync(Code);
        Assert.Equal(
            (ClosureOutcome.FullyImplemented, "Décret publié au journal officiel", 2),
            (closed.ClosureOutcome, closed.StatusReason, closed.EvidenceCount)
        );
        Assert.Equal(
            4,
            (await tracker.ActsAsync(coordinator, Code)).Count(a =>
                a.Changes.Any(c => c.Field == "status" && c.Before is not null)
            )
        );
        Assert.Empty(
            (await tracker.Of<VerificationQueries>().QueueAsync(coordinator, Cancellation)).Waiting
        );

        async Task Rates(int declared, int verified)
        {
            var measures = await tracker.MeasuresAsync();
            Assert.Equal(
                (new Rate(declared, 16), new Rate(verified, 16)),
                (measures.Declared, measures.Verified)
            );
        }
    }

    [Fact]
    public async Task What_the_coordination_leads_is_verified_by_an_administrator_from_elsewhere_alone()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation() with { ProposedLead = "OIM-ML" };
        Ends.Done(await tracker.EnterAsync(coordinator, entry));
        Ends.Done(await tracker.PublishAsync(coordinator, "KAY-2020-17"));
        await tracker.ShowAsync("KAY-2020-17");
        var own = await tracker.FocalPointAsync("OIM-ML");
        Ends.Done(await tracker.ChangeAsync(own, "KAY-2020-17", Whole(Implemented)));

        Assert.Equal(
            Refusal.OwnVerification,
            (await tracker.FindAsync(coordinator, "KAY-2020-17"))!.VerifyRefusal
        );
        Ends.Refused(
            Refusal.OwnVerification,
            await tracker.ChangeAsync(coordinator, "KAY-2020-17", Whole(Verified))
        );
        Ends.Refused(
            Refusal.CoordinationOnly,
            await tracker.ChangeAsync(own, "KAY-2020-17", Whole(Verified))
        );
        var queue = await tracker.Of<VerificationQueries>().QueueAsync(coordinator, Cancellation);
        Assert.Equal(Refusal.OwnVerification, Assert.Single(queue.Waiting).Refusal);

        var colleague = await tracker.PersonAsync(Role.Admin, "OIM-ML");
        Ends.Refused(
            Refusal.OwnVerification,
            await tracker.ChangeAsync(colleague, "KAY-2020-17", Whole(Verified))
        );
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        Ends.Done(await tracker.ChangeAsync(admin, "KAY-2020-17", Whole(Verified)));
    }

    [Fact]
    public async Task An_administrator_does_not_verify_where_the_coordinator_can()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.CoordinatorAsync();
        await tracker.StateAsync(r => r.Status = Implemented, Code);
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        Ends.Refused(
            Refusal.CoordinatorVerifies,
            await tracker.ChangeAsync(admin, Code, Whole(Verified))
        );
    }

    [Fact]
    public async Task The_owner_taking_it_back_is_no_examination_and_undoing_one_leaves_none()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var (mmeia, coordinator) = (
            await tracker.FocalPointAsync("MMEIA"),
            await tracker.CoordinatorAsync()
        );
        await tracker.ShowAsync(Code);
        Ends.Done(await tracker.ChangeAsync(mmeia, Code, Whole(Implemented)));
        Ends.Done(await tracker.ChangeAsync(mmeia, Code, Whole(InProgress)));
        var back = await tracker.RecordAsync(Code);
        Assert.Empty(back.Verifications);
        Assert.Null(back.ReturnedOn);
        Ends.Done(await tracker.ChangeAsync(mmeia, Code, Whole(Implemented)));
        Ends.Done(await tracker.ChangeAsync(coordinator, Code, Whole(Verified)));
        Ends.Done(
            await tracker
                .Of<Data.Recommendations.UndoCommands>()
                .UndoAsync(coordinator, Code, Cancellation)
        );
        var again = await tracker.RecordAsync(Code);
        Assert.Equal((Implemented, (ClosureOutcome?)null), (again.Status, again.ClosureOutcome));
        Assert.Empty(again.Verifications);
    }

    [Fact]
    public async Task A_claim_without_evidence_is_listed_and_a_late_one_counts_against_the_verifier()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        await tracker.StateAsync(
            r => (r.Status, r.StatusSince) = (Implemented, TestTracker.FirstDay),
            "KAY-2020-01"
        );
        await tracker.StateAsync(r => r.Status = Verified, "KAY-2020-02");
        tracker.ItIsNow(TestTracker.FirstDay.AddDays(FlagRules.VerificationDays));
        Assert.False(Assert.Single((await Queue()).Waiting).IsLate);
        tracker.ItIsNow(TestTracker.FirstDay.AddDays(FlagRules.VerificationDays + 1));
        Assert.True(Assert.Single((await Queue()).Waiting).IsLate);
        Assert.Equal(["KAY-2020-01", "KAY-2020-02"], (await Queue()).Unshown.Select(u => u.Code));
        var focal = await tracker.FocalPointAsync("MEFP");
        Assert.Empty(
            (await tracker.Of<VerificationQueries>().QueueAsync(focal, Cancellation)).Waiting
        );
        Task<VerificationQueue> Queue() =>
            tracker.Of<VerificationQueries>().QueueAsync(coordinator, Cancellation);
    }
}
