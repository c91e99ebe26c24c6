using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Causes;
using Tracker.Core.Words;
using Tracker.Data.Causes;
using Tracker.Tests.Given;

namespace Tracker.Tests.Causes;

public sealed class CauseTests
{
    private const string Shipped =
        "funding legal_text security_access other_ministry partner other";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_cause_is_added_at_the_end_with_a_code_that_stays(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var admin = await AdminAsync(tracker);
        var focal = await tracker.FocalPointAsync("MEFP");

        Ends.Done(await AddAsync(tracker, admin, "Saison des pluies", "Rainy season"));
        Ends.Done(
            await tracker
                .Of<CauseCommands>()
                .RenameAsync(
                    admin,
                    "rainy_season",
                    new("Saison des pluies", "Rainy season"),
                    new("Hivernage", "Rains"),
                    Patience
                )
        );

        Assert.Equal(Shipped + " rainy_season", await OfferedAsync(tracker, focal));
        var last = (await tracker.Of<CauseQueries>().OfferedAsync(focal, Patience))[^1];
        Assert.Equal(new Bilingual("Hivernage", "Rains"), last.Name);
    }

    [Fact]
    public async Task Both_names_are_needed_and_each_stands_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var admin = await AdminAsync(tracker);
        var lines = await tracker.LineCountAsync();

        Ends.Invalid(
            await AddAsync(tracker, admin, " ", new string('x', 121)),
            "NameFr Required",
            "NameEn TooLong"
        );
        Ends.Invalid(
            await AddAsync(tracker, admin, "financement", "FUNDING"),
            "NameFr NameTaken",
            "NameEn NameTaken"
        );

        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_rename_over_somebody_elses_shows_both_names()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var admin = await AdminAsync(tracker);
        var commands = tracker.Of<CauseCommands>();
        var was = new Bilingual("Financement", "Funding");
        Ends.Done(
            await commands.RenameAsync(admin, "funding", was, new("Budget", "Budget"), Patience)
        );

        Ends.Conflict(
            await commands.RenameAsync(admin, "funding", was, new("Argent", "Money"), Patience),
            0,
            "name_fr: Argent / Budget",
            "name_en: Money / Budget"
        );
    }

    [Fact]
    public async Task The_order_is_the_administrators_and_a_retired_one_is_offered_no_more()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var admin = await AdminAsync(tracker);
        var commands = tracker.Of<CauseCommands>();

        Ends.Done(await commands.PlaceAsync(admin, "partner", 1, Patience));
        Ends.Done(await commands.PlaceAsync(admin, "partner", 1, Patience));
        Ends.Done(await commands.RetireAsync(admin, "legal_text", retired: true, Patience));
        Ends.Invalid(await commands.PlaceAsync(admin, "legal_text", 1, Patience), "To NotOffered");
        Ends.Invalid(await commands.PlaceAsync(admin, "other", 6, Patience), "To NotOffered");
        Ends.NotFound(await commands.RetireAsync(admin, "nothing", retired: true, Patience));

        Assert.Equal(
            "partner funding security_access other_ministry other",
            await OfferedAsync(tracker, admin)
        );
        Assert.Equal(
            "legal_text",
            (await tracker.Of<CauseQueries>().AllAsync(admin, Patience))[^1].Code
        );
        Ends.Done(await commands.RetireAsync(admin, "legal_text", retired: false, Patience));
        Assert.Equal(
            "partner funding security_access other_ministry other legal_text",
            await OfferedAsync(tracker, admin)
        );
    }

    [Theory]
    [InlineData(Role.IomCoordinator, "OIM-ML")]
    [InlineData(Role.FocalPoint, "MEFP")]
    [InlineData(Role.Analyst, "INSTAT")]
    [InlineData(Role.DonorViewer, "FFU")]
    public async Task Only_administrators_keep_the_list(Role role, string organisation)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var commands = tracker.Of<CauseCommands>();
        var lines = await tracker.LineCountAsync();

        Outcome[] ends =
        [
            await AddAsync(tracker, actor, "Autre chose", "Something else"),
            await commands.RenameAsync(
                actor,
                "funding",
                new("Financement", "Funding"),
                new("Budget", "Budget"),
                Patience
            ),
            await commands.PlaceAsync(actor, "funding", 2, Patience),
            await commands.RetireAsync(actor, "funding", retired: true, Patience),
        ];

        Assert.All(ends, end => Ends.Refused(Refusal.AdministratorOnly, end));
        Assert.Equal(lines, await tracker.LineCountAsync());
        Assert.Empty(await tracker.Of<CauseQueries>().AllAsync(actor, Patience));
    }

    [Fact]
    public async Task A_stranger_is_offered_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();

        Assert.Equal("", await OfferedAsync(tracker, Actor.Anonymous));
    }

    [Theory]
    [InlineData("Legal text", "legal_text_2")]
    [InlineData("Élections à venir", "elections_a_venir")]
    [InlineData("…", "_2")]
    public void A_code_is_made_from_the_name(string name, string code) =>
        Assert.Equal(code, CauseRules.CodeOf(name, new HashSet<string> { "legal_text" }));

    private static Task<Actor> AdminAsync(TestTracker tracker) =>
        tracker.PersonAsync(Role.Admin, "PRIM");

    private static Task<Outcome> AddAsync(
        TestTracker tracker,
        Actor actor,
        string french,
        string english
    ) => tracker.Of<CauseCommands>().AddAsync(actor, new(french, english), Patience);

    private static async Task<string> OfferedAsync(TestTracker tracker, Actor actor) =>
        string.Join(
            ' ',
            (await tracker.Of<CauseQueries>().OfferedAsync(actor, Patience)).Select(c => c.Code)
        );
}
