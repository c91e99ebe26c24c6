using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.History;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.History;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.History;

public sealed class HistoryQueriesTests
{
    /// <summary>Led by MEFP.</summary>
    private const string Code = "KAY-2020-05";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Each_deed_is_told_in_fields_newest_first(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.AssignAsync(coordinator, Code, "MEFP", "ANPE"));
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30)));
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 9, 30), "Budget"));
        var start = new StatusChange { To = ImplementationStatus.InProgress, UpdateText = "Lancé" };
        Ends.Done(await tracker.ChangeAsync(lead, Code, start));

        var acts = await ActsAsync(tracker, lead);
        Assert.Equal(
            [
                Deed.ChangeStatus,
                Deed.SetDueDate,
                Deed.SetDueDate,
                Deed.AssignOwner,
                Deed.LoadDomainPack,
            ],
            acts.Select(a => a.Deed)
        );
        Assert.Contains(
            new HistoryChange("status", "not_started", "in_progress", null, null),
            acts[0].Changes
        );
        Assert.Contains(acts[0].Changes, c => c is { Field: "text", Before: null, After: "Lancé" });
        Assert.Equal(
            [
                new HistoryChange("due_date", "2021-06-30", "2021-09-30", null, null),
                new HistoryChange("reason", null, "Budget", null, null),
            ],
            acts[1].Changes
        );
        Assert.Contains(
            new HistoryChange("lead_standing", "proposed", "confirmed", null, null),
            acts[3].Changes
        );
        Assert.Contains(
            new HistoryChange(
                "supporting_organisation",
                "APEJ",
                null,
                new Bilingual("APEJ", "APEJ"),
                null
            ),
            acts[3].Changes
        );
        Assert.Equal(
            (lead.Name, Role.FocalPoint, "MEFP"),
            (acts[0].Person, acts[0].Role, acts[0].Organisation)
        );
        Assert.Equal((Role.Worker, null), (acts[4].Role, acts[4].Organisation));
    }

    [Theory]
    [InlineData(Role.FocalPoint, "ANPE", true)]
    [InlineData(Role.IomCoordinator, "OIM-ML", true)]
    [InlineData(Role.Admin, "PRIM", true)]
    [InlineData(Role.Analyst, "INSTAT", false)]
    public async Task Names_of_people_are_for_colleagues_only(
        Role role,
        string organisation,
        bool shown
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var start = new StatusChange { To = ImplementationStatus.InProgress, UpdateText = "Lancé" };
        Ends.Done(await tracker.ChangeAsync(lead, Code, start));
        var reader = await tracker.PersonAsync(role, organisation);
        var acts = await ActsAsync(tracker, reader);
        Assert.Equal(shown ? lead.Name : null, acts[0].Person);
        Assert.All(acts, act => Assert.Equal(shown, act.Person is not null));
        Assert.Equal("MEFP", acts[0].Organisation);
        var update = Assert.Single((await tracker.FindAsync(reader, Code))!.Updates);
        Assert.Equal(shown ? lead.Name : null, update.Author);
    }

    [Fact]
    public async Task No_code_is_shown_without_its_name()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation(Code) with { ThemeCode = "DIA", Places = ["ML-4"] };
        Ends.Done(await tracker.CorrectAsync(coordinator, Code, entry));
        var changes = (await ActsAsync(tracker, coordinator))[0].Changes;
        var coded = changes
            .Where(c => c.Field is "theme_code" or "place" or "framework_entry" or "lead_code")
            .ToList();
        Assert.True(coded.Count > 3);
        Assert.All(
            coded,
            c =>
            {
                Assert.Equal(c.Before is null, c.BeforeLabel is null);
                Assert.Equal(c.After is null, c.AfterLabel is null);
            }
        );
        var theme = changes.Single(c => c.Field == "theme_code");
        Assert.Equal(
            ("EMP", "Diaspora et développement"),
            (theme.Before, theme.AfterLabel!.Value.Fr)
        );
    }

    [Fact]
    public async Task Erased_texts_leave_the_deed_and_the_chain()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30)));
        await tracker.ExecuteAsync("DELETE FROM \"PersonNames\"");
        var act = (await ActsAsync(tracker, lead))[0];
        Assert.Equal((Deed.SetDueDate, null), (act.Deed, act.Person));
        Assert.Empty(await tracker.BreaksAsync());
    }

    [Fact]
    public async Task A_name_changed_in_the_account_is_the_one_shown()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 6, 30)));
        await using (var context = tracker.Of<Contexts>().Open())
        {
            (await context.Users.SingleAsync(u => u.Id == lead.Id, Cancellation)).DisplayName =
                "Autre nom";
            await context.SaveChangesAsync(Cancellation);
        }
        Ends.Done(await tracker.DueAsync(lead, Code, new(2021, 9, 30), "Budget"));
        var acts = await ActsAsync(tracker, lead);
        Assert.Equal(["Autre nom", "Autre nom"], acts.Take(2).Select(a => a.Person));
    }

    private static Task<IReadOnlyList<HistoryAct>> ActsAsync(TestTracker tracker, Actor reader) =>
        tracker.Of<HistoryQueries>().OfRecommendationAsync(reader, Code, Cancellation);
}
