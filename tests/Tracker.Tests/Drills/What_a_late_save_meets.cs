using Tracker.Core;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Drills;

/// <summary>What the races showed: which changes of others stand in the way of a save, and which do not.</summary>
public sealed class What_a_late_save_meets
{
    private const string Code = "KAY-2020-05";

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task News_and_evidence_of_others_stand_in_the_way_of_no_date(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        tracker.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var lead = await tracker.FocalPointAsync("MEFP");
        var read = await tracker.VersionAsync(Code);
        Ends.Done(await tracker.PostAsync(lead, Code, new UpdateEntry { Text = "Réunion tenue" }));
        await tracker.ShowAsync(Code);
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30), version: read));
    }

    [Fact]
    public async Task An_answer_written_down_for_a_lead_that_changed_meanwhile_is_not_that_of_the_new_one()
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var coordinator = await tracker.CoordinatorAsync();
        var read = await tracker.VersionAsync(Code);
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "DGME"));
        var lines = await tracker.LineCountAsync();
        var now = await tracker.VersionAsync(Code);
        Ends.Conflict(
            await tracker.AnswerAsync(coordinator, Code, Acceptance.Accepted, version: read),
            now,
            "lead_code: MEFP / DGME"
        );
        var start = new StatusChange
        {
            To = ImplementationStatus.InProgress,
            UpdateText = "Réunion tenue",
        };
        var late = Assert.IsType<Outcome.Conflict>(
            await tracker.ChangeAsync(coordinator, Code, start, read)
        );
        Assert.Contains(late.Fields, f => (f.Field, f.Current) == ("lead_code", "DGME"));
        Assert.Equal(lines, await tracker.LineCountAsync());
        Ends.Done(await tracker.AnswerAsync(coordinator, Code, Acceptance.Accepted));
    }
}
