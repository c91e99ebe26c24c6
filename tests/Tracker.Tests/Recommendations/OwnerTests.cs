using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class OwnerTests
{
    /// <summary>Led by CS-PONAM as proposed; supported by AMM, CR-KAY, EMDK, GOUV-KAY, HCC, MATD, MMEIA, OIM-ML.</summary>
    private const string Code = "KAY-2020-04";

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Confirming_the_proposed_lead_keeps_its_answer(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        await tracker.StateAsync(r => r.Acceptance = Acceptance.Accepted, Code);
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "CS-PONAM", "MATD"));
        var row = await tracker.RowAsync(Code);
        Assert.Equal(
            (LeadStanding.Confirmed, Acceptance.Accepted, "CS-PONAM"),
            (row.LeadStanding, row.Acceptance, row.LeadCode)
        );
    }

    [Fact]
    public async Task Another_lead_has_its_own_answer_to_give()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        await tracker.StateAsync(r => r.Acceptance = Acceptance.NotAccepted, Code);
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "DGME"));
        var row = await tracker.RowAsync(Code);
        Assert.Equal(
            (LeadStanding.Confirmed, Acceptance.UnderConsideration, "DGME"),
            (row.LeadStanding, row.Acceptance, row.LeadCode)
        );
        Assert.NotNull(
            (await tracker.FindAsync(await tracker.FocalPointAsync("DGME"), Code))!.Moves
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task The_lead_may_be_taken_away(string? nobody)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.AssignAsync(coordinator, Code, nobody));
        var row = await tracker.RowAsync(Code);
        Assert.Equal((LeadStanding.None, null), (row.LeadStanding, row.LeadCode));
        var former = await tracker.FocalPointAsync("CS-PONAM");
        Ends.Refused(Refusal.LeadOnly, await tracker.DueAsync(former, Code, new(2021, 6, 30)));
    }

    [Theory]
    [InlineData("XXX", "MATD", "Lead Unknown")]
    [InlineData("FFU", "MATD", "Lead CannotLead")]
    [InlineData("DGME", "DGME", "Supporting LeadAmongSupporting")]
    [InlineData("DGME", "XXX", "Supporting Unknown")]
    [InlineData("DGME", "", "Supporting Unknown")]
    public async Task What_cannot_be_is_refused_and_nothing_written(
        string lead,
        string supporting,
        string fault
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var before = (await tracker.VersionAsync(Code), await tracker.LineCountAsync());
        Ends.Invalid(await tracker.AssignAsync(coordinator, Code, lead, supporting), fault);
        Assert.Equal(before, (await tracker.VersionAsync(Code), await tracker.LineCountAsync()));
    }

    [Theory]
    [InlineData(Role.FocalPoint, "CS-PONAM", Refusal.CoordinationOnly)]
    [InlineData(Role.Analyst, "INSTAT", Refusal.CoordinationOnly)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.CoordinationOnly)]
    public async Task Only_coordination_assigns(Role role, string organisation, Refusal reason)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        Ends.Refused(reason, await tracker.AssignAsync(actor, Code, "DGME"));
        Assert.Equal("CS-PONAM", (await tracker.RowAsync(Code)).LeadCode);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Supporting_organisations_end_and_begin_with_dates(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "CS-PONAM", "MATD", "ANPE", "ANPE"));
        Assert.Equal(
            [
                "AMM 2020-12-18 2021-02-01",
                "ANPE 2021-02-01 ",
                "CR-KAY 2020-12-18 2021-02-01",
                "EMDK 2020-12-18 2021-02-01",
                "GOUV-KAY 2020-12-18 2021-02-01",
                "HCC 2020-12-18 2021-02-01",
                "MATD 2020-12-18 ",
                "MMEIA 2020-12-18 2021-02-01",
                "OIM-ML 2020-12-18 2021-02-01",
            ],
            await LinksAsync(tracker)
        );
        // What began today and falls away today never held; what ended may begin again.
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "CS-PONAM", "MATD", "AMM"));
        var links = await LinksAsync(tracker);
        Assert.DoesNotContain(links, l => l.StartsWith("ANPE", StringComparison.Ordinal));
        Assert.Contains("AMM 2021-02-01 ", links);
        Assert.Contains("AMM 2020-12-18 2021-02-01", links);
        var record = await tracker.RecordAsync(Code);
        Assert.Equal(["AMM", "MATD"], record.Supporting.Select(s => s.Code));
        Assert.Equal("04", await tracker.NumbersAsync("supporting=AMM&theme=GOV"));
        Assert.Equal("", await tracker.NumbersAsync("supporting=HCC"));
    }

    [Fact]
    public async Task A_stale_assignment_shows_both_values_and_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var read = await tracker.VersionAsync(Code);
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "DGME", "MATD"));
        var lines = await tracker.LineCountAsync();
        var late = await tracker
            .Of<OwnerCommands>()
            .AssignAsync(
                coordinator,
                Code,
                read,
                new OwnerChange("MEF", ["HCC", "AMM"]),
                TestContext.Current.CancellationToken
            );
        Ends.Conflict(
            late,
            read + 1,
            "lead_code: MEF / DGME",
            "supporting_organisation: AMM; HCC / MATD"
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    private static async Task<List<string>> LinksAsync(TestTracker tracker) =>
        [
            .. (await tracker.RowAsync(Code))
                .Supporting.Select(s => $"{s.OrganisationCode} {s.From:O} {s.To:O}")
                .Order(StringComparer.Ordinal),
        ];
}
