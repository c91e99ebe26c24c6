using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.Workshops;

public sealed class WorkshopCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_workshop_is_entered_and_corrected(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Assert.Equal(
            new Outcome.Done("SEG-2021"),
            await CreateAsync(tracker, coordinator, Entries.Workshop())
        );
        var read = await FindAsync(tracker, coordinator);
        Assert.Equal(
            (1, "IDF", "ML-4"),
            (read.Version, Assert.Single(read.Funders).Code, read.Place!.Code)
        );
        var corrected = Entries.Workshop() with
        {
            Code = "IGNORED",
            Name = new Bilingual(" Forum de Ségou ", " "),
            Type = EventType.Forum,
            Funders = ["FFU", "IDF"],
            Organisers = [],
            Place = " ",
        };
        Ends.Done(await CorrectAsync(tracker, coordinator, 1, corrected));
        read = await FindAsync(tracker, coordinator);
        Assert.Equal(("Forum de Ségou", null), (read.Name.Fr, read.Name.En));
        Assert.Equal((EventType.Forum, 2), (read.Type, read.Version));
        Assert.Equal(
            ["FFU", "IDF"],
            read.Funders.Select(f => f.Code).Order(StringComparer.Ordinal)
        );
        Assert.Empty(read.Organisers);
        Assert.Null(read.Place);
    }

    [Fact]
    public async Task A_new_funder_may_look_and_one_taken_away_no_longer()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var donor = await tracker.PersonAsync(Role.DonorViewer, "IDF");
        Ends.Done(await CreateAsync(tracker, coordinator, Entries.Workshop()));
        Assert.Single(await tracker.Of<WorkshopQueries>().ListAsync(donor, Cancellation));
        var without = Entries.Workshop() with { Funders = [] };
        Ends.Done(await CorrectAsync(tracker, coordinator, 1, without));
        Assert.Equal(2, (await FindAsync(tracker, coordinator)).Version);
        Assert.Empty(await tracker.Of<WorkshopQueries>().ListAsync(donor, Cancellation));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_written()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var lines = await tracker.LineCountAsync();
        var bad = Entries.Workshop("KAY-2020") with
        {
            Organisers = ["XXX"],
            Funders = ["YYY"],
            Place = "ZZ",
        };
        Ends.Invalid(
            await CreateAsync(tracker, coordinator, bad),
            "Code CodeTaken",
            "Funders Unknown",
            "Organisers Unknown",
            "Place Unknown"
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_stale_correction_shows_both_values_and_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await CreateAsync(tracker, coordinator, Entries.Workshop()));
        var first = Entries.Workshop() with { Venue = "Markala" };
        Ends.Done(await CorrectAsync(tracker, coordinator, 1, first));
        var lines = await tracker.LineCountAsync();
        var late = Entries.Workshop() with { EndsOn = new DateOnly(2021, 1, 7) };
        Ends.Conflict(
            await CorrectAsync(tracker, coordinator, 1, late),
            2,
            "ends_on: 2021-01-07 / 2021-01-06",
            "venue: Ségou / Markala"
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Theory]
    [InlineData(Role.FocalPoint, "MMEIA")]
    [InlineData(Role.Analyst, "INSTAT")]
    [InlineData(Role.DonorViewer, "FFU")]
    public async Task Only_coordination_enters_and_corrects(Role role, string organisation)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.PersonAsync(role, organisation);
        var commands = tracker.Of<WorkshopCommands>();
        Ends.Refused(
            Refusal.CoordinationOnly,
            await CreateAsync(tracker, actor, Entries.Workshop())
        );
        Ends.Refused(
            Refusal.CoordinationOnly,
            await commands.CorrectAsync(actor, "KAY-2020", 1, Entries.Workshop(), Cancellation)
        );
        Ends.NotFound(await CorrectAsync(tracker, actor, 1, Entries.Workshop()));
        var seen = await tracker.Of<WorkshopQueries>().FindAsync(actor, "KAY-2020", Cancellation);
        Assert.False(seen!.MayEdit);
    }

    private static Task<Outcome> CreateAsync(
        TestTracker tracker,
        Actor actor,
        WorkshopEntry entry
    ) => tracker.Of<WorkshopCommands>().CreateAsync(actor, entry, Cancellation);

    private static Task<Outcome> CorrectAsync(
        TestTracker tracker,
        Actor actor,
        long version,
        WorkshopEntry entry
    ) =>
        tracker
            .Of<WorkshopCommands>()
            .CorrectAsync(actor, "SEG-2021", version, entry, Cancellation);

    private static async Task<WorkshopRecord> FindAsync(TestTracker tracker, Actor actor) =>
        (await tracker.Of<WorkshopQueries>().FindAsync(actor, "SEG-2021", Cancellation))!;
}
