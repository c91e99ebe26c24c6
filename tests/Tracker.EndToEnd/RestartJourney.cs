using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class RestartJourney(JourneySuite suite) : Journey(suite)
{
    [Fact]
    public async Task After_a_power_cut_everything_saved_is_there_and_people_are_still_signed_in()
    {
        var say = Spoken.In("fr");
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(scripts: false, server: server);
        var deeds = new Deeds(visitor, say, dialogs: false);
        await visitor.SignInAsAsync("coordinator");
        var code = await deeds.EnterAsync("Avant la coupure");
        await deeds.PublishAsync(code);
        await deeds.SetDueDateAsync(code, Today.AddDays(100));
        await visitor.GoAsync($"/recommendations/{code}/due");

        await server.RestartAsync();

        // A form opened before the cut is still good: the keys behind its token and the session are in the database.
        await deeds.FillAsync(say.Record("due.date"), Deeds.Iso(Today.AddDays(130)));
        await deeds.FillAsync(say.Record("due.reason"), "Reporté d’un mois.");
        await deeds.SaveAsync(code);
        await visitor.SeesAsync(AriaRole.Heading, "Avant la coupure");
        visitor.SawNoProblem();
    }
}
