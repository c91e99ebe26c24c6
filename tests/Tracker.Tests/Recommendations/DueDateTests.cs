using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class DueDateTests
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    private const string Code = "KAY-2020-05";
    private static readonly DateOnly June = new(2021, 6, 30);
    private static readonly DateOnly September = new(2021, 9, 30);

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_moved_date_keeps_the_old_one_and_the_reason(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.DueAsync(lead, Code, June));
        Ends.Invalid(await tracker.DueAsync(lead, Code, September), "Reason ReasonRequired");
        Assert.Equal(June, (await tracker.RecordAsync(Code)).DueDate);
        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        Ends.Done(await tracker.DueAsync(lead, Code, September, " Budget voté en mars "));
        tracker.ItIsNow(new DateOnly(2021, 3, 1));
        Ends.Done(await tracker.DueAsync(lead, Code, null, "Sans échéance"));
        var record = await tracker.RecordAsync(Code);
        Assert.Null(record.DueDate);
        Assert.Equal(
            [(September, "Sans échéance"), (June, "Budget voté en mars")],
            record.FormerDueDates.Select(f => (f.Day, f.Reason ?? ""))
        );
        Assert.Equal(
            new DateTime(2021, 3, 1, 9, 30, 0, DateTimeKind.Utc),
            record.FormerDueDates[0].MovedAt
        );
    }

    [Fact]
    public async Task A_date_before_the_workshop_is_refused()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Invalid(
            await tracker.DueAsync(lead, Code, new(2020, 12, 17)),
            "DueDate BeforeWorkshop"
        );
        Ends.Done(await tracker.DueAsync(lead, Code, new(2020, 12, 18)));
    }

    [Fact]
    public async Task The_same_date_again_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.DueAsync(lead, Code, June));
        var before = (await tracker.VersionAsync(Code), await tracker.LineCountAsync());
        Ends.Done(await tracker.DueAsync(lead, Code, June));
        Assert.Equal(before, (await tracker.VersionAsync(Code), await tracker.LineCountAsync()));
    }

    [Theory]
    [InlineData(Role.FocalPoint, "MEFP", null)]
    [InlineData(Role.IomCoordinator, "OIM-ML", null)]
    [InlineData(Role.Admin, "PRIM", null)]
    [InlineData(Role.FocalPoint, "ANPE", Refusal.LeadOnly)]
    [InlineData(Role.FocalPoint, "MEF", Refusal.LeadOnly)]
    [InlineData(Role.Analyst, "MEFP", Refusal.ReadOnlyRole)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.ReadOnlyRole)]
    public async Task The_leads_focal_point_may_set_it_and_a_supporting_one_may_not(
        Role role,
        string organisation,
        Refusal? refusal
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var shown = (await tracker.FindAsync(actor, Code))!.Deeds.Contains(Deed.SetDueDate);
        Assert.Equal(refusal is null, shown);
        var outcome = await tracker.DueAsync(actor, Code, June);
        if (refusal is { } reason)
        {
            Ends.Refused(reason, outcome);
            Assert.Null((await tracker.RecordAsync(Code)).DueDate);
        }
        else
        {
            Ends.Done(outcome);
            Assert.Equal(June, (await tracker.RecordAsync(Code)).DueDate);
        }
    }

    [Fact]
    public async Task A_stale_date_shows_both_values_and_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var read = await tracker.VersionAsync(Code);
        Ends.Done(await tracker.DueAsync(lead, Code, June));
        Ends.Conflict(
            await tracker.DueAsync(lead, Code, September, "Autre avis", read),
            read + 1,
            "due_date: 2021-09-30 / 2021-06-30"
        );
        Assert.Equal(June, (await tracker.RecordAsync(Code)).DueDate);
    }
}
