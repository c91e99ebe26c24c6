using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Progress;

/// <summary>The pages of answers, updates, drafts and verification over HTTP, as a browser without scripts meets them.</summary>
public sealed class Updates_go_by_plain_forms(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_posted_three_times_is_one_update()
    {
        const string Page = "/recommendations/KAY-2020-05/update";
        using var mefp = await host.SignedInAsync("mefp");
        var filled = Visitor
            .Filled(
                await mefp.PageAsync(Page),
                ("Input.Text", "Cadre installé à Kayes"),
                ("Input.Percent", "40"),
                ("Input.Status", "in_progress"),
                ("Input.BlockedBy", "funding")
            )
            .ToList();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await mefp.PostAsync(Page, filled);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }
        var record = await FindAsync("KAY-2020-05");
        Assert.Equal("Cadre installé à Kayes", Assert.Single(record.Updates).Text);
        Assert.Equal(
            (ImplementationStatus.InProgress, 40, "funding"),
            (record.Status, record.Percent, record.BlockedBy?.Code)
        );
    }

    [Fact]
    public async Task One_tap_says_that_nothing_is_new()
    {
        const string Page = "/recommendations/KAY-2020-13/update";
        using var lead = await host.SignedInAsync(await LeadOfAsync("KAY-2020-13"));
        using var answer = await lead.SubmitAsync(Page, ("Input.NothingNew", "true"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.True(Assert.Single((await FindAsync("KAY-2020-13")).Updates).NothingNew);
    }

    [Theory]
    [InlineData("fr", "En savoir plus")]
    [InlineData("en", "More")]
    public async Task What_is_wrong_is_said_in_the_readers_language_and_what_was_typed_stays(
        string language,
        string typed
    )
    {
        var page = $"/recommendations/KAY-2020-08/update?lang={language}";
        using var lead = await host.SignedInAsync(await LeadOfAsync("KAY-2020-08"));
        using var answer = await lead.SubmitAsync(
            page,
            ("Input.Text", typed),
            ("Input.Percent", "beaucoup"),
            ("Input.Period", "hier"),
            ("Input.Status", "deferred"),
            ("Input.ReviewDate", "32/13/2021")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var body = (await Visitor.ReadAsync(answer)).Body!;
        Assert.Equal(typed, body.QuerySelector("textarea[name='Input.Text']")!.TextContent);
        var culture = language == "fr" ? Language.Fr : Language.En;
        foreach (var key in new[] { "fault.not_a_period" })
        {
            Assert.Contains(
                Tracker.Web.Text.Words.WordFor(key, culture),
                body.TextContent,
                StringComparison.Ordinal
            );
        }
        Assert.Empty((await FindAsync("KAY-2020-08")).Updates);
    }

    [Fact]
    public async Task A_draft_is_kept_offered_to_its_author_alone_and_thrown_away()
    {
        const string Page = "/recommendations/KAY-2020-05/update";
        using var mefp = await host.SignedInAsync("mefp");
        var page = await mefp.PageAsync(Page);
        var typed = Visitor
            .Filled(page, ("Input.Text", "Phrase jamais envoyée"))
            .Append(("form", "update KAY-2020-05"))
            .ToList();
        using (var kept = await mefp.PostAsync("/drafts", typed))
        {
            Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        }
        Assert.NotNull((await mefp.PageAsync(Page)).QuerySelector("[data-draft-at]"));
        var resumed = await mefp.PageAsync(Page + "?start=draft");
        Assert.Equal(
            "Phrase jamais envoyée",
            resumed.QuerySelector("textarea[name='Input.Text']")!.TextContent
        );
        using (var coordinator = await host.SignedInAsync("coordinator"))
        {
            Assert.Null((await coordinator.PageAsync(Page)).QuerySelector("[data-draft-at]"));
        }
        using (var thrown = await mefp.PostAsync("/drafts/discard", typed))
        {
            Assert.Equal(HttpStatusCode.Found, thrown.StatusCode);
        }
        Assert.Null((await mefp.PageAsync(Page)).QuerySelector("[data-draft-at]"));

        using (var again = await mefp.PostAsync("/drafts/keep", typed))
        {
            Assert.Equal(Page + "?start=draft", again.Headers.Location!.OriginalString);
        }
        using var left = await mefp.PostAsync(
            "/account/logout",
            ("__RequestVerificationToken", await mefp.TokenAsync(Page))
        );
        Assert.Equal("\"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        using var back = await host.SignedInAsync("mefp");
        Assert.Null((await back.PageAsync(Page)).QuerySelector("[data-draft-at]"));
    }

    [Fact]
    public async Task A_draft_without_its_token_is_refused()
    {
        using var mefp = await host.SignedInAsync("mefp");
        using var answer = await mefp.PostAsync(
            "/drafts",
            ("form", "update KAY-2020-05"),
            ("Input.Text", "x")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_of_an_update_runs_its_own_script_and_nothing_inline()
    {
        using var mefp = await host.SignedInAsync("mefp");
        using var answer = await mefp.GetAsync("/recommendations/KAY-2020-05/update");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await Visitor.ReadAsync(answer);
        Assert.Single(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task An_answer_without_its_justification_is_asked_for_it_and_then_shown_to_everyone()
    {
        const string Page = "/recommendations/KAY-2020-10/answer";
        using var mef = await host.SignedInAsync("mef");
        using (var refused = await mef.SubmitAsync(Page, ("Input.To", "not_accepted")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        using (
            var done = await mef.SubmitAsync(
                Page,
                ("Input.To", "not_accepted"),
                ("Input.Reason", "Relève d’une autre loi")
            )
        )
        {
            Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        }
        using var donor = await host.SignedInAsync("donor");
        var record = await donor.PageAsync("/recommendations/KAY-2020-10");
        Assert.Contains(
            "Relève d’une autre loi",
            record.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("mefp")]
    [InlineData("donor")]
    [InlineData("analyst")]
    public async Task The_queue_is_for_the_coordination(string account)
    {
        using var visitor = await host.SignedInAsync(account);
        var page = await visitor.PageAsync("/verification", HttpStatusCode.Forbidden);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_declaration_without_an_outcome_is_not_closed_and_the_note_stays()
    {
        const string Code = "KAY-2020-11";
        await DeclareAsync(Code);
        using var coordinator = await host.SignedInAsync("coordinator");
        var page = await coordinator.PageAsync($"/verification?code={Code}");
        using var refused = await coordinator.PostAsync(
            $"/verification?code={Code}",
            Visitor.Filled(page, ("Input.Note", "Vu sur place"), ("Input.To", "verified"))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Visitor.ReadAsync(refused);
        Assert.Equal(
            "Vu sur place",
            again.QuerySelector("textarea[name='Input.Note']")!.TextContent
        );
        using var done = await coordinator.PostAsync(
            $"/verification?code={Code}",
            Visitor.Filled(
                again,
                ("Input.To", "verified"),
                ("Input.Outcome", "partially_implemented")
            )
        );
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(ImplementationStatus.Verified, (await FindAsync(Code)).Status);
    }

    private async Task DeclareAsync(string code) =>
        Ends.Done(
            await host.Of<Store>()
                .WriteAsync(
                    Actor.Worker,
                    Deed.CorrectRecommendation,
                    async (write, token) =>
                    {
                        var item = await write.Context.Recommendations.SingleAsync(
                            r => r.Code == code,
                            token
                        );
                        item.MoveTo(ImplementationStatus.Implemented, write.Today);
                        return new Outcome.Done(code);
                    },
                    Patience
                )
        );

    private async Task<string> LeadOfAsync(string code) =>
        (await FindAsync(code)).Lead!.Code.ToLowerInvariant();

    private async Task<RecommendationRecord> FindAsync(string code) =>
        (await host.Of<RecordQueries>().FindAsync(Actor.Worker, code, Patience))!;
}
