using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class FrequencyTests
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    private const string Code = "KAY-2020-05";
    private static readonly DateOnly June = new(2021, 6, 30);

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_frequency_takes_the_place_of_the_date_and_a_date_that_of_the_frequency(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await OftenAsync(tracker, lead, Frequency.Yearly));
        Assert.Equal((null, Frequency.Yearly), await TermAsync(tracker));

        Ends.Invalid(await tracker.DueAsync(lead, Code, June), "Reason ReasonRequired");
        Ends.Done(await tracker.DueAsync(lead, Code, June, "Une seule enquête est prévue"));
        Assert.Equal((June, (Frequency?)null), await TermAsync(tracker));

        Ends.Invalid(await OftenAsync(tracker, lead, Frequency.Monthly), "Reason ReasonRequired");
        Ends.Done(await OftenAsync(tracker, lead, Frequency.Monthly, "Chaque mois désormais"));
        Assert.Equal((null, Frequency.Monthly), await TermAsync(tracker));
        var former = Assert.Single((await tracker.RecordAsync(Code)).FormerDueDates);
        Assert.Equal((June, "Chaque mois désormais"), (former.Day, former.Reason));
    }

    [Fact]
    public async Task No_date_takes_a_frequency_away()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await OftenAsync(tracker, lead, Frequency.Quarterly));

        Ends.Done(await tracker.DueAsync(lead, Code, null, "Sans périodicité"));

        Assert.Equal(((DateOnly?)null, (Frequency?)null), await TermAsync(tracker));
    }

    [Fact]
    public async Task The_same_frequency_again_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await OftenAsync(tracker, lead, Frequency.Yearly));
        var before = (await tracker.VersionAsync(Code), await tracker.LineCountAsync());

        Ends.Done(await OftenAsync(tracker, lead, Frequency.Yearly));

        Assert.Equal(before, (await tracker.VersionAsync(Code), await tracker.LineCountAsync()));
    }

    [Fact]
    public async Task A_recurring_commitment_is_never_late_but_silence_is_noticed()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 1, 20)));
        tracker.ItIsNow(new DateOnly(2021, 4, 9));
        Assert.Equal(Flags.Overdue | Flags.Stale, (await tracker.RecordAsync(Code)).Flags);

        Ends.Done(await OftenAsync(tracker, lead, Frequency.Yearly, "Sans fin"));

        Assert.Equal(Flags.Stale, (await tracker.RecordAsync(Code)).Flags);
        Assert.Equal(
            Frequency.Yearly,
            (await tracker.ListAsync("q=" + Code)).Rows.Single().Frequency
        );
    }

    [Fact]
    public async Task Undoing_gives_the_frequency_back()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await OftenAsync(tracker, lead, Frequency.Yearly));
        Ends.Done(await tracker.DueAsync(lead, Code, June, "Essai"));

        Ends.Done(
            await tracker
                .Of<UndoCommands>()
                .UndoAsync(lead, Code, TestContext.Current.CancellationToken)
        );

        Assert.Equal((null, Frequency.Yearly), await TermAsync(tracker));
    }

    [Theory]
    [InlineData(Role.FocalPoint, "ANPE", Refusal.LeadOnly)]
    [InlineData(Role.Analyst, "MEFP", Refusal.ReadOnlyRole)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.ReadOnlyRole)]
    public async Task Others_than_the_lead_and_the_coordination_may_not(
        Role role,
        string organisation,
        Refusal refusal
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var lines = await tracker.LineCountAsync();

        Ends.Refused(refusal, await OftenAsync(tracker, actor, Frequency.Yearly));

        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_stale_form_shows_both_values()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var read = await tracker.VersionAsync(Code);
        Ends.Done(await OftenAsync(tracker, lead, Frequency.Yearly));

        Ends.Conflict(
            await OftenAsync(tracker, lead, Frequency.Monthly, "Autre avis", read),
            read + 1,
            "frequency: monthly / yearly"
        );
    }

    private static async Task<(DateOnly?, Frequency?)> TermAsync(TestTracker tracker)
    {
        var record = await tracker.RecordAsync(Code);
        return (record.DueDate, record.Frequency);
    }

    private static async Task<Outcome> OftenAsync(
        TestTracker tracker,
        Actor actor,
        Frequency frequency,
        string? reason = null,
        long? version = null
    ) =>
        await tracker
            .Of<OwnerCommands>()
            .SetFrequencyAsync(
                actor,
                Code,
                version ?? await tracker.VersionAsync(Code),
                frequency,
                reason,
                TestContext.Current.CancellationToken
            );
}
