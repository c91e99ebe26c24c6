using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Stories;

/// <summary>Story 2: three leads answer, each in its own way.</summary>
public sealed class Answers_are_given
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task One_accepts_one_in_part_and_one_does_not(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var (mefp, dgia, mef) = (
            await tracker.FocalPointAsync("MEFP"),
            await tracker.FocalPointAsync("DGIA"),
            await tracker.FocalPointAsync("MEF")
        );
        var lines = await tracker.LineCountAsync();
        Ends.Invalid(
            await tracker.AnswerAsync(dgia, "KAY-2020-07", Acceptance.PartiallyAccepted),
            "Reason ReasonRequired"
        );
        Ends.Invalid(
            await tracker.AnswerAsync(mef, "KAY-2020-10", Acceptance.NotAccepted, "  "),
            "Reason ReasonRequired"
        );
        Assert.Equal(lines, await tracker.LineCountAsync());

        Ends.Done(await tracker.AnswerAsync(mefp, "KAY-2020-05", Acceptance.Accepted));
        Ends.Done(
            await tracker.AnswerAsync(
                dgia,
                "KAY-2020-07",
                Acceptance.PartiallyAccepted,
                "Pour le seul protocole sur la libre circulation"
            )
        );
        Ends.Done(
            await tracker.AnswerAsync(
                mef,
                "KAY-2020-10",
                Acceptance.NotAccepted,
                "Relève d’une autre loi"
            )
        );

        var measures = await tracker.MeasuresAsync();
        Assert.Equal((new Rate(2, 3), 67), (measures.Acceptance, measures.Acceptance.Percent));
        Assert.Equal((new Rate(0, 15), new Rate(0, 15)), (measures.Declared, measures.Verified));
        Assert.Equal(
            (16, 13),
            (
                (await tracker.ListAsync("")).Total,
                (await tracker.ListAsync("acceptance=under_consideration")).Total
            )
        );

        var refused = await tracker.RecordAsync("KAY-2020-10");
        Assert.Equal("Relève d’une autre loi", refused.AnswerReason);
        Assert.Equal(
            (TestTracker.FirstDay, LeadStanding.Confirmed),
            (refused.AnsweredOn, refused.LeadStanding)
        );
        var donor = await tracker.PersonAsync(Role.DonorViewer, "FFU");
        Assert.Equal(
            "Relève d’une autre loi",
            (await tracker.FindAsync(donor, "KAY-2020-10"))!.AnswerReason
        );
        Ends.Refused(
            Refusal.NotAccepted,
            await tracker.ChangeAsync(
                mef,
                "KAY-2020-10",
                StatusChanges.Whole(ImplementationStatus.InProgress)
            )
        );
        Ends.Refused(
            Refusal.NotAccepted,
            await tracker.PostAsync(mef, "KAY-2020-10", new UpdateEntry { Text = "Rien" })
        );
        tracker.ItIsNow(new DateOnly(2023, 1, 1));
        Assert.Equal(Flags.None, (await tracker.RecordAsync("KAY-2020-10")).Flags);
        Assert.Equal(Flags.Stale, (await tracker.RecordAsync("KAY-2020-11")).Flags);
    }

    [Fact]
    public async Task Only_the_lead_answers_and_a_coordinator_writes_down_what_it_said()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var anpe = await tracker.FocalPointAsync("ANPE");
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        var coordinator = await tracker.CoordinatorAsync();
        foreach (
            var (actor, reason) in new[] { (anpe, Refusal.LeadOnly), (admin, Refusal.LeadOnly) }
        )
        {
            Ends.Refused(
                reason,
                await tracker.AnswerAsync(actor, "KAY-2020-05", Acceptance.Accepted)
            );
        }
        Ends.Done(await tracker.AnswerAsync(coordinator, "KAY-2020-05", Acceptance.Accepted));
        var act = (await tracker.ActsAsync(coordinator, "KAY-2020-05"))[0];
        Assert.Equal(
            (Deed.AnswerRecommendation, coordinator.Name, "MEFP"),
            (act.Deed, act.Person, act.OnBehalfOf)
        );
    }

    [Fact]
    public async Task A_refusal_is_reconsidered_by_the_coordinator_alone_and_with_a_reason()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var (mef, coordinator) = (
            await tracker.FocalPointAsync("MEF"),
            await tracker.CoordinatorAsync()
        );
        Ends.Done(
            await tracker.AnswerAsync(mef, "KAY-2020-10", Acceptance.NotAccepted, "Hors compétence")
        );
        Ends.Refused(
            Refusal.CoordinationOnly,
            await tracker.AnswerAsync(mef, "KAY-2020-10", Acceptance.UnderConsideration, "Erreur")
        );
        Ends.Invalid(
            await tracker.AnswerAsync(coordinator, "KAY-2020-10", Acceptance.UnderConsideration),
            "Reason ReasonRequired"
        );
        Ends.Done(
            await tracker.AnswerAsync(
                coordinator,
                "KAY-2020-10",
                Acceptance.UnderConsideration,
                "Nouveau décret"
            )
        );
        Assert.Null((await tracker.RecordAsync("KAY-2020-10")).AnsweredOn);
    }

    [Fact]
    public async Task Once_declared_an_acceptance_is_not_taken_back()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var mefp = await tracker.FocalPointAsync("MEFP");
        await tracker.StateAsync(
            r => (r.Acceptance, r.Status) = (Acceptance.Accepted, ImplementationStatus.Implemented),
            "KAY-2020-05"
        );
        Ends.Refused(
            Refusal.DeclaredAlready,
            await tracker.AnswerAsync(mefp, "KAY-2020-05", Acceptance.NotAccepted, "Trop tard")
        );
    }

    [Fact]
    public async Task A_new_lead_has_its_own_answer_to_give_and_the_old_one_stays_in_the_history()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var (mefp, coordinator) = (
            await tracker.FocalPointAsync("MEFP"),
            await tracker.CoordinatorAsync()
        );
        Ends.Done(
            await tracker.AnswerAsync(
                mefp,
                "KAY-2020-05",
                Acceptance.PartiallyAccepted,
                "Sans le volet rural"
            )
        );
        Ends.Done(await tracker.AssignAsync(coordinator, "KAY-2020-05", "MMEIA"));
        var record = await tracker.RecordAsync("KAY-2020-05");
        Assert.Equal(
            (Acceptance.UnderConsideration, null),
            (record.Acceptance, record.AnswerReason)
        );
        Assert.Contains(
            await tracker.ActsAsync(coordinator, "KAY-2020-05"),
            a => a.Changes.Any(c => c is { Field: "answer_reason", After: "Sans le volet rural" })
        );
    }
}
