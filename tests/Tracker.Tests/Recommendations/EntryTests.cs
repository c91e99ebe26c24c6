using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class EntryTests
{
    private const string Code = "KAY-2020-17";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task An_entry_is_a_draft_with_a_proposed_lead(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Assert.Equal(
            new Outcome.Done(Code),
            await tracker.EnterAsync(coordinator, Entries.Recommendation())
        );
        var record = await tracker.RecordAsync(Code);
        Assert.Equal(
            (Publication.Draft, null, LeadStanding.Proposed, "DGME"),
            (record.Publication, record.PublishedOn, record.LeadStanding, record.Lead!.Code)
        );
        Assert.Equal(
            (ImplementationStatus.NotStarted, Acceptance.UnderConsideration),
            (record.Status, record.Acceptance)
        );
        Assert.Equal(["ML-1"], record.Places.Select(p => p.Code));
        Assert.Equal(["GCM-16"], record.Frameworks.SelectMany(f => f.Entries).Select(e => e.Code));
    }

    [Fact]
    public async Task The_code_proposed_is_the_highest_plus_one_and_a_gap_is_never_filled()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Assert.Equal(Code, await NextAsync(tracker, coordinator));
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation("KAY-2020-20")));
        Assert.Equal("KAY-2020-21", await NextAsync(tracker, coordinator));
        Ends.Done(await tracker.ArchiveAsync(coordinator, "KAY-2020-20", "Doublon"));
        Assert.Equal("KAY-2020-21", await NextAsync(tracker, coordinator));
    }

    [Theory]
    [InlineData("KAY-2020-05", "Code CodeTaken")]
    [InlineData("SIK-2021-01", "Code NotACode")]
    [InlineData("KAY-2020-1", "Code NotACode")]
    public async Task A_code_taken_or_of_another_workshop_is_refused(string code, string fault)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var lines = await tracker.LineCountAsync();
        Ends.Invalid(await tracker.EnterAsync(coordinator, Entries.Recommendation(code)), fault);
        Assert.Equal(lines, await tracker.LineCountAsync());
        Assert.Equal(16, (await tracker.RowsAsync()).Count);
    }

    [Theory]
    [InlineData("", "Workshop Required")]
    [InlineData("SIK-2021", "Workshop Unknown")]
    public async Task A_workshop_must_be_there(string workshop, string fault)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation() with { WorkshopCode = workshop };
        Ends.Invalid(await tracker.EnterAsync(coordinator, entry), fault);
    }

    [Fact]
    public async Task Codes_that_no_list_holds_are_all_named()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation() with
        {
            ThemeCode = "XXX",
            ProposedLead = "YYY",
            Places = ["ML-1", "ZZ", "QQ"],
            FrameworkEntries = ["SDG-99"],
        };
        Ends.Invalid(
            await tracker.EnterAsync(coordinator, entry),
            "FrameworkEntries Unknown",
            "Places Unknown",
            "Places Unknown",
            "ProposedLead Unknown",
            "Theme Unknown"
        );
        var funder = Entries.Recommendation() with { ProposedLead = "FFU" };
        Ends.Invalid(await tracker.EnterAsync(coordinator, funder), "ProposedLead CannotLead");
    }

    [Theory]
    [InlineData(Role.FocalPoint)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.DonorViewer)]
    public async Task Only_coordination_enters_corrects_publishes_and_archives(Role role)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, role == Role.DonorViewer ? "FFU" : "MMEIA");
        var entry = Entries.Recommendation();
        Outcome[] ends =
        [
            await tracker.EnterAsync(actor, entry),
            await tracker.CorrectAsync(actor, "KAY-2020-01", entry),
            await tracker.PublishAsync(actor, "KAY-2020-01"),
            await tracker.ArchiveAsync(actor, "KAY-2020-01", "Doublon"),
        ];
        Assert.All(ends, outcome => Ends.Refused(Refusal.CoordinationOnly, outcome));
        Assert.Equal(16, (await tracker.ListAsync("")).Total);
    }

    [Fact]
    public async Task Publishing_shows_a_draft_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        Ends.Conflict(await tracker.PublishAsync(coordinator, Code, version: 99), 1);
        tracker.ItIsNow(new DateOnly(2021, 2, 1));
        Ends.Done(await tracker.PublishAsync(coordinator, Code));
        var record = await tracker.RecordAsync(Code);
        Assert.Equal(new DateOnly(2021, 2, 1), record.PublishedOn);
        Assert.Equal(17, (await tracker.ListAsync("")).Total);
        Ends.Refused(Refusal.AlreadyPublished, await tracker.PublishAsync(coordinator, Code));
    }

    [Fact]
    public async Task Archiving_needs_a_reason_and_leaves_the_record_for_coordination()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        const string Archived = "KAY-2020-02";
        foreach (var reason in new[] { null, "", "  " })
        {
            Ends.Invalid(
                await tracker.ArchiveAsync(coordinator, Archived, reason),
                "Reason ReasonRequired"
            );
        }
        Ends.Invalid(
            await tracker.ArchiveAsync(coordinator, Archived, new string('a', 4001)),
            "Reason TooLong"
        );
        Ends.Conflict(await tracker.ArchiveAsync(coordinator, Archived, "Doublon", 99), 1);
        Ends.Done(await tracker.ArchiveAsync(coordinator, Archived, " Doublon "));
        Assert.Equal(15, (await tracker.ListAsync("")).Total);
        Assert.Equal(15, (await tracker.CountAsync(coordinator, "")).Total);
        Assert.Equal("Doublon", (await tracker.RecordAsync(Archived)).ArchiveReason);
        Ends.Refused(Refusal.Archived, await tracker.ArchiveAsync(coordinator, Archived, "Encore"));
        Ends.Refused(Refusal.Archived, await tracker.AssignAsync(coordinator, Archived, "DGME"));
        Ends.Refused(
            Refusal.Archived,
            await tracker.DueAsync(coordinator, Archived, new(2022, 1, 1))
        );
        Ends.Refused(
            Refusal.Archived,
            await tracker.CorrectAsync(coordinator, Archived, Entries.Recommendation())
        );
    }

    [Fact]
    public async Task A_correction_moves_texts_and_links_but_neither_code_nor_a_published_lead()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation("KAY-2020-99", " Titre corrigé ") with
        {
            WorkshopCode = "SIK-2021",
            Kind = RecommendationKind.Derived,
            SourceQuote = "  ",
        };
        Ends.Done(await tracker.CorrectAsync(coordinator, "KAY-2020-01", entry));
        var record = await tracker.RecordAsync("KAY-2020-01");
        Assert.Equal(
            ("Titre corrigé", null, RecommendationKind.Derived, "GOV"),
            (record.Title.Fr, record.SourceQuote, record.Kind, record.ThemeCode)
        );
        Assert.Equal(("KAY-2020", "MMEIA"), (record.WorkshopCode, record.Lead!.Code));
        Assert.Equal(["ML-1"], record.Places.Select(p => p.Code));
        var before = (await tracker.VersionAsync("KAY-2020-01"), await tracker.LineCountAsync());
        var bad = entry with { Title = new Bilingual("", " "), ThemeCode = "XXX" };
        Ends.Invalid(
            await tracker.CorrectAsync(coordinator, "KAY-2020-01", bad),
            "Theme Unknown",
            "TitleFr Required"
        );
        Assert.Equal(
            before,
            (await tracker.VersionAsync("KAY-2020-01"), await tracker.LineCountAsync())
        );
    }

    [Fact]
    public async Task A_draft_may_be_proposed_to_another_lead()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        var other = Entries.Recommendation() with { ProposedLead = "ANPE" };
        Ends.Done(await tracker.CorrectAsync(coordinator, Code, other));
        Assert.Equal("ANPE", (await tracker.RecordAsync(Code)).Lead!.Code);
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "DGME"));
        Ends.Done(await tracker.CorrectAsync(coordinator, Code, other));
        Assert.Equal("DGME", (await tracker.RecordAsync(Code)).Lead!.Code);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_stale_correction_shows_both_values_and_writes_nothing(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation(titleFr: "Un")));
        Ends.Done(
            await tracker.CorrectAsync(coordinator, Code, Entries.Recommendation(titleFr: "Deux"))
        );
        var lines = await tracker.LineCountAsync();
        var late = Entries.Recommendation(titleFr: "Trois") with { ThemeCode = "DIA" };
        Ends.Conflict(
            await tracker.CorrectAsync(coordinator, Code, late, version: 1),
            2,
            "title_fr: Trois / Deux"
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    private static Task<string?> NextAsync(TestTracker tracker, Actor actor) =>
        tracker.Of<RecommendationQueries>().NextCodeAsync(actor, "KAY-2020", Cancellation);
}
