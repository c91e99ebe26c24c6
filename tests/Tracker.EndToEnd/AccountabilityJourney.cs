using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>Stories 2, 3 and 4 as people live them, with scripts and without.</summary>
public sealed class AccountabilityJourney(JourneySuite suite) : Journey(suite)
{
    private const string Mefp = "KAY-2020-05";

    [Theory]
    [InlineData("fr", true)]
    [InlineData("en", false)]
    public async Task Three_leads_answer_each_in_its_own_way(string language, bool scripts)
    {
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, scripts, server: server);
        var deeds = new Deeds(visitor, say, dialogs: scripts);
        await visitor.SpeakAsync(language);

        await visitor.SignInAsAsync("mefp");
        await AnswerAsync("KAY-2020-05", "accepted", null);
        await deeds.SaveAsync("KAY-2020-05");

        await SwitchAsync(visitor, say, "dgia");
        await AnswerAsync("KAY-2020-07", "partially_accepted", null);
        await PressSaveAsync();
        await visitor.SeesTextAsync(say.Word("fault.reason_required"));
        await deeds.FillAsync(say.Progress("answer.reason"), "Pour la seule libre circulation");
        await deeds.SaveAsync("KAY-2020-07");

        await SwitchAsync(visitor, say, "mef");
        await AnswerAsync("KAY-2020-10", "not_accepted", "Relève d’une autre loi");
        await deeds.SaveAsync("KAY-2020-10");

        await SwitchAsync(visitor, say, "donor");
        await visitor.GoAsync("/recommendations/KAY-2020-10");
        await visitor.SeesTextAsync("Relève d’une autre loi");
        await visitor.GoAsync("/");
        var acceptance = visitor.Figure("acceptance_rate").First;
        Assert.Equal("0.6667", await acceptance.GetAttributeAsync("data-value"));
        Assert.Equal(
            "15",
            await visitor.Figure("verified_rate").First.GetAttributeAsync("data-denominator")
        );
        visitor.SawNoProblemBut(422);

        async Task AnswerAsync(string code, string answer, string? reason)
        {
            await deeds.OpenOtherAsync(code, say.Record("action.answer_recommendation"));
            await deeds
                .Form.GetByLabel(say.Progress("answer.to"), new() { Exact = true })
                .SelectOptionAsync(answer);
            if (reason is not null)
            {
                await deeds.FillAsync(say.Progress("answer.reason"), reason);
            }
        }

        Task PressSaveAsync() =>
            deeds
                .Form.GetByRole(
                    AriaRole.Button,
                    new() { Name = say.Record("form.save"), Exact = true }
                )
                .ClickAsync();
    }

    /// <summary>The line is really cut between typing and saving, and the server is killed and comes back.</summary>
    [Theory]
    [InlineData("fr", true)]
    [InlineData("fr", false)]
    public async Task An_update_survives_the_line_and_the_server(string language, bool scripts)
    {
        const string Told = "Première session du cadre de concertation";
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, scripts, server: server);
        await visitor.SignInAsAsync("mefp");
        await visitor.GoAsync($"/recommendations/{Mefp}/update");
        await visitor.FillAsync(say.Progress("text"), Told);
        await visitor.FillAsync(say.Optional(say.Progress("percent")), "40");
        await visitor.Field(say.Progress("status")).SelectOptionAsync("in_progress");
        if (scripts)
        {
            await Assertions
                .Expect(visitor.Page.Locator("[data-kept]"))
                .ToContainTextAsync(Spoken.Before(say.Progress("kept.server")));
        }
        else
        {
            await visitor.PressAsync(say.Progress("draft.keep"));
            await Assertions.Expect(visitor.Field(say.Progress("text"))).ToHaveValueAsync(Told);
        }

        await visitor.Page.Context.SetOfflineAsync(true);
        await visitor.PressAsync(say.Progress("update.save"));
        if (scripts)
        {
            await Assertions
                .Expect(visitor.Page.Locator("[data-kept]"))
                .ToContainTextAsync(say.Progress("kept.offline"));
            await Assertions.Expect(visitor.Field(say.Progress("text"))).ToHaveValueAsync(Told);
        }
        await server.KillAsync();
        await server.RestartAsync();
        await visitor.Page.Context.SetOfflineAsync(false);

        // A new page, as after a crash of the phone: what was kept is offered, to its author only.
        var stranger = await OpenAsync(language, scripts, server: server);
        await stranger.SignInAsAsync("coordinator");
        await stranger.GoAsync($"/recommendations/{Mefp}/update");
        await Assertions.Expect(stranger.Field(say.Progress("text"))).ToHaveValueAsync("");
        await visitor.GoAsync($"/recommendations/{Mefp}/update");
        await Assertions.Expect(visitor.Field(say.Progress("text"))).ToHaveValueAsync("");
        await visitor.FollowAsync(say.Progress("draft.resume"));
        await Assertions.Expect(visitor.Field(say.Progress("text"))).ToHaveValueAsync(Told);
        await Assertions
            .Expect(visitor.Field(say.Progress("status")))
            .ToHaveValueAsync("in_progress");

        await visitor.PressAsync(say.Progress("update.save"));
        await visitor.ArrivesAtAsync($"/recommendations/{Mefp}");
        await visitor.Page.GoBackAsync();
        await visitor.PressAsync(say.Progress("update.save"));
        await visitor.ArrivesAtAsync($"/recommendations/{Mefp}");
        await Assertions
            .Expect(visitor.Page.GetByText(Told, new() { Exact = true }))
            .ToHaveCountAsync(1);
        await Assertions
            .Expect(visitor.Row(Mefp).Locator("[data-status='in_progress']").First)
            .ToBeVisibleAsync();
        await visitor.GoAsync($"/recommendations/{Mefp}/update");
        await Assertions
            .Expect(visitor.The(AriaRole.Link, say.Progress("draft.resume")))
            .ToHaveCountAsync(0);

        await SwitchAsync(visitor, say, "anpe");
        await visitor.GoAsync($"/recommendations/{Mefp}/update");
        await Assertions.Expect(visitor.Field(say.Progress("status"))).ToHaveCountAsync(0);
        await visitor.FillAsync(say.Progress("text"), "Fichier des jeunes formés transmis");
        await visitor.PressAsync(say.Progress("update.save"));
        await visitor.ArrivesAtAsync($"/recommendations/{Mefp}");
        await visitor.SeesTextAsync("Fichier des jeunes formés transmis");
        await visitor.SeesTextAsync(Spoken.Before(say.Record("contribution.of")));
        Assert.Equal(403, await visitor.GoAsync($"/recommendations/{Mefp}/status"));
        Assert.Equal(403, await visitor.GoAsync($"/recommendations/{Mefp}/due"));
    }

    [Theory]
    [InlineData("fr", true)]
    [InlineData("en", false)]
    public async Task A_declaration_is_shown_returned_replaced_and_verified(
        string language,
        bool scripts
    )
    {
        const string Code = "KAY-2020-12";
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, scripts, server: server);
        await visitor.SpeakAsync(language);
        await visitor.SignInAsAsync("mmeia");
        await visitor.GoAsync($"/recommendations/{Code}/update");
        await DeclareAsync();
        await visitor.SeesTextAsync(say.Word("fault.evidence_required"));
        await Assertions
            .Expect(visitor.Field(say.Progress("text")))
            .ToHaveValueAsync("Indicateurs à jour");

        await ShowAsync($"/recommendations/{Code}/evidence", "Projet de rapport", "attach.button");
        await visitor.GoAsync($"/recommendations/{Code}/update");
        await DeclareAsync();
        await visitor.ArrivesAtAsync($"/recommendations/{Code}");

        await SwitchAsync(visitor, say, "coordinator");
        await visitor.GoAsync("/verification");
        await visitor.SeesTextAsync("Projet de rapport");
        await visitor.FillAsync(say.Verification("note"), "Il manque la version publiée");
        await visitor.PressAsync(say.Verification("return", "MMEIA"));
        await visitor.SeesTextAsync(say.Verification("done.returned", Code));

        await SwitchAsync(visitor, say, "mmeia");
        await visitor.GoAsync($"/recommendations/{Code}");
        await visitor.SeesTextAsync("Il manque la version publiée");
        await visitor.GoAsync($"/recommendations/{Code}/evidence");
        await visitor
            .Page.GetByRole(AriaRole.Link, new() { Name = say.Evidence("replace") })
            .First.ClickAsync();
        await visitor.Page.WaitForURLAsync(url =>
            url.Contains("replaces=", StringComparison.Ordinal)
        );
        await ShowAsync(null, "Rapport publié", "replace.button");
        await visitor.GoAsync($"/recommendations/{Code}/update");
        await DeclareAsync();
        await visitor.ArrivesAtAsync($"/recommendations/{Code}");

        await SwitchAsync(visitor, say, "coordinator");
        await visitor.GoAsync("/verification");
        await visitor
            .Page.GetByLabel(say.Word("closure_outcome.fully_implemented"), new() { Exact = true })
            .CheckAsync();
        await visitor.FillAsync(say.Verification("note"), "Rapport vu en ligne");
        await visitor.PressAsync(say.Verification("verify"));
        await visitor.SeesTextAsync(say.Verification("done.verified", Code));
        await visitor.GoAsync($"/recommendations/{Code}");
        await visitor.SeesTextAsync("Rapport publié");
        await Assertions
            .Expect(visitor.Page.GetByText("Projet de rapport").First)
            .ToBeAttachedAsync();
        await visitor.GoAsync("/");
        Assert.Equal(
            "0.0625",
            await visitor.Figure("verified_rate").First.GetAttributeAsync("data-value")
        );
        visitor.SawNoProblemBut(422);

        async Task DeclareAsync()
        {
            await visitor.FillAsync(say.Progress("text"), "Indicateurs à jour");
            await visitor.Field(say.Progress("status")).SelectOptionAsync("implemented");
            await visitor.FillAsync(
                say.Record("status.summary"),
                "Indicateurs publiés pour les trois régions"
            );
            await visitor.FillAsync(
                say.Record("status.completion_date"),
                Deeds.Iso(Today.AddDays(-1))
            );
            await visitor.PressAsync(say.Progress("update.save"));
        }

        async Task ShowAsync(string? page, string title, string button)
        {
            if (page is not null)
            {
                await visitor.GoAsync(page);
            }
            await visitor.FillAsync(say.Evidence("title"), title);
            await visitor.Field(say.Evidence("kind")).SelectOptionAsync("report");
            await visitor.FillAsync(
                say.Evidence("link"),
                "https://exemple.example/" + title.Length
            );
            await visitor.PressAsync(say.Evidence(button));
            await visitor.ArrivesAtAsync($"/recommendations/{Code}");
        }
    }

    private static async Task SwitchAsync(Visitor visitor, Spoken say, string account)
    {
        await visitor.PressAsync(say.Shell("sign_out"));
        await visitor.ArrivesAtAsync("/account/login");
        await visitor.SignInAsAsync(account);
    }
}
