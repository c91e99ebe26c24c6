using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access;

public sealed class FreshRightsTests
{
    private const string Code = "KAY-2020-05";
    private static readonly DateOnly June = new(2021, 6, 30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_role_taken_away_is_refused_at_the_next_write(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lead = await tracker.FocalPointAsync("MEFP");
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(lead, Code, June));
        await tracker.ExecuteAsync("DELETE FROM \"Memberships\"");
        Assert.Equal(Role.IomCoordinator, coordinator.Role);
        Ends.Refused(Refusal.SignInFirst, await tracker.DueAsync(lead, Code, null, "Autre"));
        Ends.Refused(Refusal.SignInFirst, await tracker.AssignAsync(coordinator, Code, null));
        Ends.Refused(
            Refusal.SignInFirst,
            await tracker.EnterAsync(coordinator, Entries.Recommendation())
        );
        Assert.Equal(June, (await tracker.RecordAsync(Code)).DueDate);
        Assert.Null(await tracker.Of<AccountActors>().FindAsync(lead.Id, Cancellation));
    }

    [Fact]
    public async Task A_lowered_role_is_noticed_whatever_the_actor_remembers()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        await tracker.ExecuteAsync("UPDATE \"Memberships\" SET \"Role\" = 'analyst'");
        Ends.Refused(Refusal.SignInFirst, await tracker.AssignAsync(coordinator, Code, null));
    }

    [Fact]
    public async Task An_organisation_claimed_but_not_held_opens_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var other = await tracker.FocalPointAsync("ANPE");
        var forged = other with { Organisations = ["MEFP"] };
        Ends.Refused(Refusal.LeadOnly, await tracker.DueAsync(forged, Code, June));
        var promoted = other with { Role = Role.Admin };
        Ends.Refused(Refusal.SignInFirst, await tracker.DueAsync(promoted, Code, June));
        var stranger = new Actor(Guid.CreateVersion7(), "Nobody known", Role.Admin, ["PRIM"]);
        Ends.Refused(Refusal.SignInFirst, await tracker.DueAsync(stranger, Code, June));
    }

    [Fact]
    public async Task Nothing_is_written_by_nobody()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lines = await tracker.LineCountAsync();
        var nameless = new Actor(Guid.CreateVersion7(), "", Role.Admin, ["PRIM"]);
        foreach (var actor in new[] { Actor.Anonymous, nameless })
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                tracker.DueAsync(actor, Code, June, version: 1)
            );
        }
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_recorded_change_outside_the_store_throws_and_leaves_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await using (var context = tracker.Of<Contexts>().Open())
        {
            var theme = await context.Themes.FindAsync(["DIA"], Cancellation);
            theme!.NameFr = "Autre";
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                context.SaveChangesAsync(Cancellation)
            );
            Assert.Throws<InvalidOperationException>(() => context.SaveChanges());
        }
        await using var again = tracker.Of<Contexts>().Open();
        Assert.NotEqual("Autre", (await again.Themes.FindAsync(["DIA"], Cancellation))!.NameFr);
    }

    [Fact]
    public async Task The_strongest_role_counts_for_its_own_organisations()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await GiveAsync(tracker, lead.Id, "ANPE", Role.FocalPoint));
        Ends.Done(await GiveAsync(tracker, lead.Id, "INSTAT", Role.Analyst));
        var actor = (await tracker.Of<AccountActors>().FindAsync(lead.Id, Cancellation))!;
        Assert.Equal(
            (Role.FocalPoint, "ANPE MEFP"),
            (actor.Role, string.Join(' ', actor.Organisations))
        );
    }

    [Fact]
    public async Task A_role_given_twice_is_written_once_and_another_one_replaces_it()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var lines = await tracker.LineCountAsync();
        Ends.Done(await GiveAsync(tracker, lead.Id, "MEFP", Role.FocalPoint));
        Assert.Equal(lines, await tracker.LineCountAsync());
        Ends.Done(await GiveAsync(tracker, lead.Id, "MEFP", Role.Analyst));
        var actor = await tracker.Of<AccountActors>().FindAsync(lead.Id, Cancellation);
        Assert.Equal(Role.Analyst, actor!.Role);
        Assert.Equal(lines + 2, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_role_is_for_an_account_and_an_organisation_that_are_there()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Invalid(
            await GiveAsync(tracker, lead.Id, "XXX", Role.Analyst),
            "Organisation Unknown"
        );
        Ends.NotFound(await GiveAsync(tracker, Guid.CreateVersion7(), "MEF", Role.Analyst));
        Ends.Invalid(await GiveAsync(tracker, lead.Id, "MEF", Role.Worker), "Role NotOffered");
        Ends.Invalid(await GiveAsync(tracker, lead.Id, "MEF", Role.Anonymous), "Role NotOffered");
    }

    [Fact]
    public async Task Only_an_administrator_gives_roles()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var actors = tracker.Of<AccountActors>();
        Ends.Refused(
            Refusal.AdministratorOnly,
            await actors.GiveRoleAsync(
                coordinator,
                coordinator.Id,
                "PRIM",
                Role.Admin,
                Cancellation
            )
        );
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        Ends.Done(
            await actors.GiveRoleAsync(admin, coordinator.Id, "PRIM", Role.Admin, Cancellation)
        );
    }

    private static Task<Outcome> GiveAsync(
        TestTracker tracker,
        Guid account,
        string organisation,
        Role role
    ) =>
        tracker
            .Of<AccountActors>()
            .GiveRoleAsync(Actor.Worker, account, organisation, role, Cancellation);
}
