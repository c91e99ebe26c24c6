using System.Globalization;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class ConflictJourney(JourneySuite suite) : Journey(suite)
{
    private static readonly Spoken Say = Spoken.In("fr");

    private static readonly DateOnly Year = Today.AddDays(365);

    /// <summary>The dialog and the page are one form: both stop the second of two writers, show both values, and let them decide.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stale_save_shows_both_values_and_writes_nothing_until_it_is_repeated(
        bool dialogs
    )
    {
        var (theirs, mine) = (Year, Year.AddDays(30));
        var first = await OpenAsync();
        await first.SignInAsAsync("coordinator");
        var deeds = new Deeds(first, Say, dialogs: true);
        var code = await deeds.EnterAsync($"Deux plumes {Guid.CreateVersion7():N}");
        await deeds.PublishAsync(code);
        var slow = await OpenAsync(scripts: dialogs);
        await slow.SignInAsAsync("coordinator");
        var slowDeeds = new Deeds(slow, Say, dialogs);

        await slowDeeds.OpenOtherAsync(code, Say.Record("action.set_due_date"));
        await slowDeeds.FillAsync(Say.Record("due.date"), Deeds.Iso(mine));
        await deeds.SetDueDateAsync(code, theirs);
        await PressSaveAsync(slowDeeds);

        var both = slowDeeds.Form.GetByRole(
            AriaRole.Table,
            new() { Name = Say.Record("conflict.caption"), Exact = true }
        );
        await Assertions.Expect(both).ToContainTextAsync(Written(theirs));
        await Assertions.Expect(both).ToContainTextAsync(Written(mine));
        Assert.Equal(Deeds.Iso(mine), await DueInFormAsync(slowDeeds));
        await SeesDueAsync(first, code, theirs);

        // A date stands there by now: moving it asks for a reason, which the form did not need when it was opened.
        await slowDeeds.FillAsync(Say.Record("due.reason"), "Décision du comité.");
        await slowDeeds.SaveAsync(code);
        await SeesDueAsync(first, code, mine);
        if (dialogs)
        {
            // The page answers the stale save with 409, which the browser notes as a failure, as it should.
            slow.SawNoProblem();
        }
        first.SawNoProblem();
    }

    private static Task PressSaveAsync(Deeds deeds) =>
        deeds
            .Form.GetByRole(AriaRole.Button, new() { Name = Say.Record("form.save"), Exact = true })
            .ClickAsync();

    private static Task<string> DueInFormAsync(Deeds deeds) =>
        deeds.Form.GetByLabel(Say.Record("due.date"), new() { Exact = true }).InputValueAsync();

    private static async Task SeesDueAsync(Visitor reader, string code, DateOnly day)
    {
        await reader.GoAsync($"/recommendations?q={code}");
        await Assertions.Expect(reader.Row(code)).ToContainTextAsync(Written(day));
    }

    private static string Written(DateOnly day) =>
        day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
