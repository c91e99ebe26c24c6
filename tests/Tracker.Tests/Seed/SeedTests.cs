using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Seed;
using Tracker.Data.Storage;
using Tracker.Documents.Seed;
using Tracker.Tests.Given;

namespace Tracker.Tests.Seed;

public sealed class SeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_pack_is_one_workshop_and_sixteen_recommendations(Database database)
    {
        await using var tracker = await TestTracker.EmptyAsync(database);
        var added = Assert.IsType<Outcome.Done>(await tracker.LoadAsync());
        Assert.NotEqual("0", added.Code);
        var rows = await tracker.RowsAsync();
        Assert.Equal(16, rows.Count);
        Assert.Equal("KAY-2020", Assert.Single(rows.Select(r => r.Workshop!.Code).Distinct()));
        Assert.Equal(
            "DIA 4, DAT 3, EMP 2, GOV 2, INT 2, PRV 2, PRO 1",
            string.Join(
                ", ",
                rows.CountBy(r => r.ThemeCode)
                    .OrderByDescending(t => t.Value)
                    .ThenBy(t => t.Key, StringComparer.Ordinal)
                    .Select(t => $"{t.Key} {t.Value}")
            )
        );
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal(ImplementationStatus.NotStarted, row.Status);
                Assert.Equal(Acceptance.UnderConsideration, row.Acceptance);
                Assert.Equal(LeadStanding.Proposed, row.LeadStanding);
                Assert.Equal(Publication.Published, row.Publication);
                Assert.Equal(new DateOnly(2020, 12, 18), row.StatusSince);
                Assert.Equal(TestTracker.FirstDay, row.PublishedOn);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Loading_twice_adds_nothing_and_changes_nothing(Database database)
    {
        await using var tracker = await TestTracker.EmptyAsync(database);
        await tracker.LoadAsync();
        var before = await PictureAsync(tracker);
        tracker.ItIsNow(new DateOnly(2022, 5, 5));
        Assert.Equal(new Outcome.Done("0"), await tracker.LoadAsync());
        Assert.Equal(before, await PictureAsync(tracker));
        Assert.True(before.Count > 1000);
    }

    [Fact]
    public async Task What_people_edited_is_not_overwritten()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await RenameAsync(tracker);
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation("KAY-2020-01", "Un titre corrigé");
        Ends.Done(await tracker.CorrectAsync(coordinator, "KAY-2020-01", entry));
        Assert.Equal(new Outcome.Done("0"), await tracker.LoadAsync());
        await using var context = tracker.Of<Contexts>().Open();
        var names = await context
            .OrganisationNames.Where(n => n.OrganisationCode == "ANPE")
            .Select(n => n.NameFr)
            .ToListAsync(Cancellation);
        Assert.Equal("Agence rebaptisée", Assert.Single(names));
        Assert.Equal("Un titre corrigé", (await tracker.RowAsync("KAY-2020-01")).TitleFr);
    }

    [Fact]
    public async Task Reference_data_alone_brings_no_workshop()
    {
        await using var tracker = await TestTracker.EmptyAsync();
        await tracker
            .Of<SeedCommands>()
            .LoadAsync(Actor.Worker, DomainPackReader.Read(withKayes: false), Cancellation);
        Assert.Empty(await tracker.RowsAsync());
        await using var context = tracker.Of<Contexts>().Open();
        Assert.Equal(12, await context.Themes.CountAsync(Cancellation));
        Assert.Equal(74, await context.Organisations.CountAsync(Cancellation));
        Assert.Equal(25, await context.Places.CountAsync(Cancellation));
        // The whole pack later adds the workshop to what is there.
        await tracker.LoadAsync();
        Assert.Equal(16, (await tracker.RowsAsync()).Count);
    }

    [Fact]
    public async Task Only_administrators_load_the_pack()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var pack = DomainPackReader.Read(withKayes: true);
        var seed = tracker.Of<SeedCommands>();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Refused(
            Refusal.AdministratorOnly,
            await seed.LoadAsync(coordinator, pack, Cancellation)
        );
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        Ends.Done(await seed.LoadAsync(admin, pack, Cancellation));
    }

    private static async Task RenameAsync(TestTracker tracker)
    {
        await tracker
            .Of<Store>()
            .WriteAsync(
                Actor.Worker,
                Deed.LoadDomainPack,
                async (write, token) =>
                {
                    var name = await write.Context.OrganisationNames.SingleAsync(
                        n => n.OrganisationCode == "ANPE",
                        token
                    );
                    name.NameFr = "Agence rebaptisée";
                    return new Outcome.Done("");
                },
                Cancellation
            );
    }

    /// <summary>Every stored value of every table, one line a row.</summary>
    private static async Task<List<string>> PictureAsync(TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        var picture = new List<string>();
        foreach (var type in context.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            var rows = await Rows(context, type.ClrType).ToListAsync(Cancellation);
            picture.AddRange(
                rows.Select(row =>
                        type.Name
                        + string.Concat(
                            context
                                .Entry(row)
                                .Properties.Select(p =>
                                    p.CurrentValue is byte[] bytes
                                        ? "|" + Convert.ToHexString(bytes)
                                        : $"|{p.CurrentValue}"
                                )
                        )
                    )
                    .Order(StringComparer.Ordinal)
            );
        }
        return picture;
    }

    private static IQueryable<object> Rows(DbContext context, Type type) =>
        (IQueryable<object>)
            typeof(DbContext)
                .GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(type)
                .Invoke(context, null)!;
}
