using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>One deed on many rows: what can be done is done together, what cannot is named.</summary>
public sealed class SeveralTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Rows_that_changed_that_vanished_or_that_one_may_not_touch_are_named_and_the_rest_done(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        var focal = await tracker.FocalPointAsync("MMEIA");
        var rows = await ChooseAsync(tracker, "KAY-2020-01", "KAY-2020-03", "KAY-2020-05");
        Ends.Done(await tracker.DueAsync(coordinator, "KAY-2020-03", new(2021, 3, 31)));

        var result = await tracker
            .Of<OwnerCommands>()
            .SetSeveralDueDatesAsync(
                focal,
                [.. rows, new ChosenRow("KAY-2020-99", 1)],
                new(2021, 6, 30),
                "Calendrier commun.",
                Patience
            );

        Assert.Null(result.Whole);
        Assert.Equal(["KAY-2020-01"], result.Done.Select(r => r.Code));
        Assert.Equal(
            ["KAY-2020-03 Conflict", "KAY-2020-05 Refused", "KAY-2020-99 NotFound"],
            result.Left.Select(r => $"{r.Code} {r.Outcome.GetType().Name}")
        );
        var stored = await tracker.RowsAsync();
        Assert.Equal(
            ["KAY-2020-01 2021-06-30", "KAY-2020-03 2021-03-31"],
            stored.Where(r => r.DueDate is not null).Select(r => $"{r.Code} {r.DueDate:O}")
        );
        Assert.Empty(await tracker.BreaksAsync());
    }

    [Fact]
    public async Task A_missing_reason_stops_the_whole_deed()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(coordinator, "KAY-2020-03", new(2021, 3, 31)));
        var rows = await ChooseAsync(tracker, "KAY-2020-01", "KAY-2020-03");
        var before = await tracker.LineCountAsync();

        var result = await tracker
            .Of<OwnerCommands>()
            .SetSeveralDueDatesAsync(coordinator, rows, new(2021, 6, 30), " ", Patience);

        Ends.Invalid(result.Whole!, "Reason ReasonRequired");
        Assert.Equal(before, await tracker.LineCountAsync());
        Assert.Null((await tracker.RowAsync("KAY-2020-01")).DueDate);
    }

    [Theory]
    [InlineData(0, Fault.NothingChosen)]
    [InlineData(10_000, Fault.TooManyRows)]
    public async Task None_and_ten_thousand_are_refused_in_one_word(int count, Fault fault)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var rows = Enumerable.Range(1, count).Select(i => new ChosenRow($"KAY-2020-{i:00}", 1));

        var result = await tracker
            .Of<OwnerCommands>()
            .SetSeveralDueDatesAsync(coordinator, [.. rows], new(2021, 6, 30), null, Patience);

        Ends.Invalid(result.Whole!, $"Rows {fault}");
        Assert.All(await tracker.RowsAsync(), row => Assert.Null(row.DueDate));
    }

    [Fact]
    public async Task Confirming_gives_each_row_the_lead_proposed_for_it()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var before = await tracker.RowsAsync();
        await tracker.StateAsync(r => r.Assign(null), "KAY-2020-02");
        var rows = await ChooseAsync(tracker, [.. before.Select(r => r.Code)]);

        var result = await tracker
            .Of<OwnerCommands>()
            .AssignSeveralAsync(coordinator, rows, lead: null, Patience);

        Assert.Equal(15, result.Done.Count());
        Assert.Equal("KAY-2020-02", Assert.Single(result.Left).Code);
        var after = await tracker.RowsAsync();
        Assert.All(
            after.Where(r => r.Code != "KAY-2020-02"),
            row =>
            {
                var was = before.Single(r => r.Code == row.Code);
                Assert.Equal(
                    (was.LeadCode, LeadStanding.Confirmed),
                    (row.LeadCode, row.LeadStanding)
                );
                Assert.Equal(
                    was.Supporting.Count(s => s.To is null),
                    row.Supporting.Count(s => s.To is null)
                );
            }
        );
    }

    [Fact]
    public async Task A_supporting_partner_that_becomes_lead_leaves_the_partners()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var rows = await ChooseAsync(tracker, "KAY-2020-04");
        await tracker.Of<OwnerCommands>().AssignSeveralAsync(coordinator, rows, "MMEIA", Patience);
        var row = await tracker.RowAsync("KAY-2020-04");
        Assert.Equal("MMEIA", row.LeadCode);
        Assert.DoesNotContain(row.Supporting, s => s.To is null && s.OrganisationCode == "MMEIA");
    }

    [Fact]
    public async Task A_coordinator_moves_many_each_in_the_name_of_its_own_lead_and_takes_it_back()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var rows = await ChooseAsync(tracker, "KAY-2020-01", "KAY-2020-05");

        var result = await tracker
            .Of<StatusCommands>()
            .ChangeSeveralAsync(
                coordinator,
                rows,
                new StatusChange
                {
                    To = ImplementationStatus.InProgress,
                    UpdateText = "Annoncé à la réunion.",
                },
                Language.Fr,
                Patience
            );

        Assert.Equal(2, result.Done.Count());
        var spoken = (await tracker.LinesAsync()).Where(l => l.Deed == "change_status").ToList();
        Assert.All(
            spoken.Where(l => l.Subject == "KAY-2020-01"),
            l => Assert.Equal("MMEIA", l.OnBehalfOf)
        );
        Assert.All(
            spoken.Where(l => l.Subject == "KAY-2020-05"),
            l => Assert.Equal("MEFP", l.OnBehalfOf)
        );
        Assert.Single(spoken.Select(l => l.ActId).Distinct());

        var undone = await tracker
            .Of<UndoCommands>()
            .UndoSeveralAsync(coordinator, ["KAY-2020-01", "KAY-2020-05", "KAY-2020-06"], Patience);

        Assert.Equal(["KAY-2020-01", "KAY-2020-05"], undone.Done.Select(r => r.Code));
        Ends.Refused(Refusal.NothingToUndo, Assert.Single(undone.Left).Outcome);
        Assert.All(
            await tracker.RowsAsync(),
            row => Assert.Equal(ImplementationStatus.NotStarted, row.Status)
        );
    }

    [Fact]
    public async Task A_row_sent_twice_is_done_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var rows = await ChooseAsync(tracker, "KAY-2020-01");
        var result = await tracker
            .Of<OwnerCommands>()
            .SetSeveralDueDatesAsync(
                coordinator,
                [.. rows, .. rows],
                new(2021, 6, 30),
                null,
                Patience
            );
        Assert.Single(result.Rows);
    }

    private static async Task<IReadOnlyList<ChosenRow>> ChooseAsync(
        TestTracker tracker,
        params string[] codes
    ) =>
        [
            .. (await tracker.Of<ChosenQueries>().RowsAsync(Actor.Worker, codes, Patience)).Select(
                r => r.Chosen
            ),
        ];
}
