using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class ProductionJourney(JourneySuite suite) : Journey(suite)
{
    private static readonly ServerSettings Production = new()
    {
        Environment = "Production",
        DemoAccounts = false,
    };

    [Fact]
    public async Task Production_begins_with_reference_data_alone_and_takes_Kayes_on_request()
    {
        var server = await StartServerAsync(Production);
        var file = Path.Combine(server.DataDirectory, "export.xlsx");

        await server.RunVerbAsync("export", file);
        Assert.Empty(Read(file));

        var first = await server.RunVerbAsync("seed", "--kayes");
        var second = await server.RunVerbAsync("seed", "--kayes");
        Assert.DoesNotContain("0 rows added.", first.Split('\n'));
        Assert.Contains("0 rows added.", second.Split('\n'));

        await server.RunVerbAsync("export", file);
        Assert.Equal(16, Read(file).Count);
        Assert.All(Read(file), row => Assert.Equal(Deeds.Kayes, row["workshop_code"]));
    }

    [Fact]
    public async Task Production_neither_offers_nor_accepts_the_accounts_of_a_trial()
    {
        // The same data as a trial that went before: the accounts are in it.
        var trial = await StartServerAsync(new ServerSettings());
        await trial.KillAsync();
        var server = await StartServerAsync(
            Production with
            {
                DataDirectory = trial.DataDirectory,
            }
        );
        var say = Spoken.In("fr");
        var visitor = await OpenAsync(server: server);

        await visitor.GoAsync("/account/login");
        await visitor.SeesAsync(AriaRole.Heading, say.Account("title"));
        await Assertions
            .Expect(visitor.The(AriaRole.Heading, say.Account("demo.title")))
            .ToHaveCountAsync(0);
        await visitor.FillAsync(say.Account("email"), "coordinator@demo.example");
        await visitor.FillAsync(say.Account("password"), PublishedServer.DemoPassword);
        await visitor.PressAsync(say.Account("sign_in"));
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync(say.Account("refused"));
        await visitor.GoAsync("/recommendations");
        Assert.StartsWith("/account/login", visitor.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_with_accounts_of_a_trial_ends_with_one_line_that_names_the_setting()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartServerAsync(
                Production with
                {
                    Others = new Dictionary<string, string> { ["Tracker:Demo:Enabled"] = "true" },
                }
            )
        );

        var lines = failure.Message.Split('\n');
        Assert.StartsWith("The server ended with 1 ", lines[0], StringComparison.Ordinal);
        var said = Assert.Single(lines[1..]);
        Assert.StartsWith("Tracker:Demo:Enabled: ", said, StringComparison.Ordinal);
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var workbook = DownloadedWorkbook.Open(
            new DownloadedFile(Path.GetFileName(file), file)
        );
        return workbook.ReadRecommendations();
    }
}
