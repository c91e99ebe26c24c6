using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.History;
using Tracker.Data.Storage;
using Tracker.Tests.Given;
using static Tracker.Core.Recommendations.ImplementationStatus;
using static Tracker.Tests.Given.StatusChanges;

namespace Tracker.Tests.Progress;

public sealed class StatusCommandTests
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    private const string Code = "KAY-2020-05";
    private static readonly DateOnly Ahead = new(2021, 9, 30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ImplementationStatus, ImplementationStatus, Role> Moves() =>
        [
            .. StatusTransitions
                .All.Where(t => (t.To, t.Role) != (Verified, Role.Admin))
                .Select(t => (t.From, t.To, t.Role)),
        ];

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task A_move_works_with_what_it_asks_for_and_is_refused_without(
        ImplementationStatus from,
        ImplementationStatus to,
        Role role
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(r => r.Status = from, Code);
        var actor = await tracker.PersonAsync(role, role == Role.FocalPoint ? "MEFP" : "OIM-ML");
        var asked = StatusTransitions
            .All.Single(t => (t.From, t.To, t.Role) == (from, to, role))
            .Requires;
        Assert.NotEmpty(asked);
        var (version, lines) = (await tracker.VersionAsync(Code), await tracker.LineCountAsync());
        if (asked.Contains(Requirement.Evidence))
        {
            Ends.Invalid(
                await tracker.ChangeAsync(actor, Code, Whole(to)),
                "Evidence EvidenceRequired"
            );
            await tracker.ShowAsync(Code);
            (version, lines) = (await tracker.VersionAsync(Code), await tracker.LineCountAsync());
        }
        foreach (var missing in asked.Where(r => r != Requirement.Evidence))
        {
            var outcome = await tracker.ChangeAsync(actor, Code, Lacking(Whole(to), missing));
            Ends.Invalid(
                outcome,
                missing == Requirement.ClosureOutcome ? "Outcome Required" : $"{missing} Required"
            );
        }
        Assert.Equal(version, await tracker.VersionAsync(Code));
        Assert.Equal(lines, await tracker.LineCountAsync());

        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        Ends.Done(await tracker.ChangeAsync(actor, Code, Whole(to)));
        var record = await tracker.RecordAsync(Code);
        Assert.Equal((to, new DateOnly(2021, 2, 1)), (record.Status, record.StatusSince));
        Assert.Equal(to == Deferred ? Ahead : null, record.ReviewDate);
        Assert.Equal(asked.Contains(Requirement.DueDate) ? Ahead : null, record.DueDate);
        Assert.Equal(Kept(asked), record.StatusReason);
        Assert.Equal(asked.Contains(Requirement.UpdateText) ? 1 : 0, record.Updates.Count);
    }

    private static string? Kept(IReadOnlyList<Requirement> asked) =>
        asked.Contains(Requirement.Reason) ? "Budget gelé"
        : asked.Contains(Requirement.Comment) ? "Il manque la version publiée"
        : asked.Contains(Requirement.VerificationNote) ? "Décret publié au journal officiel"
        : null;

    [Theory]
    [InlineData(Role.FocalPoint, "ANPE", Refusal.LeadOnly)]
    [InlineData(Role.FocalPoint, "MEF", Refusal.LeadOnly)]
    [InlineData(Role.Analyst, "MEFP", Refusal.ReadOnlyRole)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.ReadOnlyRole)]
    [InlineData(Role.Admin, "MEFP", Refusal.LeadOnly)]
    public async Task Somebody_else_is_refused_and_told_why(
        Role role,
        string organisation,
        Refusal reason
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var before = (await tracker.VersionAsync(Code), await tracker.LineCountAsync());
        Ends.Refused(reason, await tracker.ChangeAsync(actor, Code, Whole(InProgress)));
        Assert.Equal(before, (await tracker.VersionAsync(Code), await tracker.LineCountAsync()));
        var record = (await tracker.FindAsync(actor, Code))!;
        Assert.Equal(reason, record.StatusRefusal);
        Assert.Empty(record.Moves);
        Assert.DoesNotContain(Deed.ChangeStatus, record.Deeds);
    }

    /// <summary>Every pair of states, so that nothing outside the table slips through.</summary>
    [Fact]
    public async Task A_move_outside_the_table_is_not_offered()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var tried = 0;
        foreach (var from in Enum.GetValues<ImplementationStatus>())
        {
            await tracker.StateAsync(r => r.Status = from, Code);
            var record = (await tracker.FindAsync(lead, Code))!;
            foreach (var to in Enum.GetValues<ImplementationStatus>())
            {
                if (record.Moves.Any(m => m.To == to))
                {
                    continue;
                }
                var outcome = await tracker.ChangeAsync(lead, Code, Whole(to));
                if (record.StatusRefusal is { } refusal)
                {
                    Ends.Refused(refusal, outcome);
                }
                else if (from == Implemented && to == Verified)
                {
                    Ends.Refused(Refusal.CoordinationOnly, outcome);
                }
                else
                {
                    Ends.Invalid(outcome, "To NotOffered");
                }
                tried++;
            }
        }
        Assert.Equal(36 - 8, tried);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_coordinator_acting_for_the_lead_keeps_both_names(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.ChangeAsync(coordinator, Code, Whole(InProgress)));
        var update = Assert.Single((await tracker.RecordAsync(Code)).Updates);
        Assert.True(update.OnBehalf);
        Assert.Equal(("MEFP", coordinator.Name), (update.Organisation.Code, update.Author));
        var act = (await HistoryAsync(tracker, coordinator))[0];
        Assert.Equal(
            (coordinator.Name, "OIM-ML", "MEFP", Deed.ChangeStatus),
            (act.Person, act.Organisation, act.OnBehalfOf, act.Deed)
        );
    }

    [Fact]
    public async Task A_lead_and_a_coordinator_with_an_own_move_act_for_nobody_else()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.ChangeAsync(lead, Code, Whole(InProgress)));
        Assert.False(Assert.Single((await tracker.RecordAsync(Code)).Updates).OnBehalf);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.ChangeAsync(coordinator, Code, Whole(NoLongerApplicable)));
        Assert.All(await HistoryAsync(tracker, coordinator), act => Assert.Null(act.OnBehalfOf));
    }

    [Fact]
    public async Task An_update_keeps_text_percentage_author_and_day()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        tracker.ItIsNow(new DateOnly(2021, 2, 10));
        var change = Whole(InProgress) with { UpdateText = "  Fait. ", Percent = 40 };
        Ends.Done(await tracker.ChangeAsync(lead, Code, change));
        var record = await tracker.RecordAsync(Code);
        Assert.Equal((40, new DateOnly(2021, 2, 10)), (record.Percent, record.LastUpdateOn));
        var update = Assert.Single(record.Updates);
        Assert.Equal(
            ("Fait.", Language.Fr, lead.Name),
            (update.Text, update.Language, update.Author)
        );
        Assert.Equal(
            (NotStarted, InProgress, 40),
            (update.StatusBefore, update.StatusAfter, update.Percent)
        );
        Assert.Equal(tracker.Clock.Now, update.At);
        // A later move that says nothing of it leaves the percentage as it stands.
        Ends.Done(await tracker.ChangeAsync(lead, Code, Whole(Deferred)));
        Assert.Equal(40, (await tracker.RecordAsync(Code)).Percent);
    }

    [Fact]
    public async Task What_is_not_accepted_is_blocked_whoever_asks()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(r => r.Acceptance = Acceptance.NotAccepted, Code);
        foreach (var role in new[] { Role.FocalPoint, Role.IomCoordinator, Role.Admin })
        {
            var actor = await tracker.PersonAsync(role, "MEFP");
            Ends.Refused(
                Refusal.NotAccepted,
                await tracker.ChangeAsync(actor, Code, Whole(InProgress))
            );
        }
        await tracker.StateAsync(r => r.Acceptance = Acceptance.PartiallyAccepted, Code);
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.ChangeAsync(lead, Code, Whole(InProgress)));
    }

    [Fact]
    public async Task A_draft_and_an_archived_record_do_not_move()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        Ends.Refused(
            Refusal.NotPublished,
            await tracker.ChangeAsync(coordinator, "KAY-2020-17", Whole(InProgress))
        );
        Ends.Done(await tracker.ArchiveAsync(coordinator, Code, "Doublon"));
        Ends.Refused(
            Refusal.Archived,
            await tracker.ChangeAsync(coordinator, Code, Whole(InProgress))
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_stale_change_shows_both_values_and_writes_nothing(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        var read = await tracker.VersionAsync(Code);
        var first = Whole(InProgress) with { Percent = 10 };
        Ends.Done(await tracker.ChangeAsync(lead, Code, first));
        var lines = await tracker.LineCountAsync();
        var late = new StatusChange
        {
            To = Deferred,
            Percent = 20,
            ReviewDate = Ahead,
        };
        Ends.Conflict(
            await tracker.ChangeAsync(lead, Code, late, read),
            read + 1,
            "status: deferred / in_progress",
            "percent: 20 / 10"
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
        Assert.Equal(read + 1, await tracker.VersionAsync(Code));
    }

    [Fact]
    public async Task A_comment_is_kept_beside_an_empty_reason()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(r => r.Status = Implemented, Code);
        var lead = await tracker.FocalPointAsync("MEFP");
        var change = new StatusChange
        {
            To = InProgress,
            Comment = "Retirée",
            Reason = "",
        };
        Ends.Done(await tracker.ChangeAsync(lead, Code, change));
        Assert.Equal("Retirée", (await tracker.RecordAsync(Code)).StatusReason);
    }

    [Fact]
    public async Task Resuming_moves_the_due_date_with_its_reason()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await tracker.StateAsync(
            r => (r.Status, r.DueDate) = (Deferred, new DateOnly(2021, 3, 31)),
            Code
        );
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.ChangeAsync(lead, Code, Whole(NotStarted)));
        var former = Assert.Single((await tracker.RecordAsync(Code)).FormerDueDates);
        Assert.Equal((new DateOnly(2021, 3, 31), "Budget gelé"), (former.Day, former.Reason));
    }

    private static Task<IReadOnlyList<Core.History.HistoryAct>> HistoryAsync(
        TestTracker tracker,
        Actor reader
    ) => tracker.Of<HistoryQueries>().OfRecommendationAsync(reader, Code, Cancellation);
}
