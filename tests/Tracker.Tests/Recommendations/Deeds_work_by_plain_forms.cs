using System.Net;
using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class Deeds_work_by_plain_forms(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_status_moves_and_the_record_says_so()
    {
        using var visitor = await host.SignedInAsync("mefp");
        const string Record = "/recommendations/KAY-2020-05";

        using var answer = await visitor.SubmitAsync(
            Record + "/status?to=in_progress",
            ("Input.UpdateText", "Les initiatives sont recensées."),
            ("Input.Percent", "15")
        );

        var record = await LandsOnAsync(visitor, answer, Record);
        Assert.NotNull(record.QuerySelector("main [data-status=in_progress]"));
        Assert.NotNull(record.QuerySelector("main [role=status]"));
        Assert.Contains(
            "Les initiatives sont recensées.",
            record.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(15, (await FindAsync("KAY-2020-05")).Percent);
    }

    [Fact]
    public async Task The_lead_and_the_partners_change()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        const string Record = "/recommendations/KAY-2020-02";

        using var answer = await visitor.SubmitAsync(
            Record + "/owner",
            ("Input.Lead", "MMEIA"),
            ("Input.Supporting", "DGME"),
            ("Input.Supporting", "CIGEM")
        );

        await LandsOnAsync(visitor, answer, Record);
        var stored = await FindAsync("KAY-2020-02");
        Assert.Equal("MMEIA", stored.Lead!.Code);
        Assert.Equal(["CIGEM", "DGME"], stored.Supporting.Select(s => s.Code).Order());
    }

    [Fact]
    public async Task The_due_date_is_set_by_the_lead()
    {
        using var visitor = await host.SignedInAsync("dgia");
        const string Record = "/recommendations/KAY-2020-07";

        using var answer = await visitor.SubmitAsync(
            Record + "/due",
            ("Input.DueDate", "2021-06-30")
        );

        await LandsOnAsync(visitor, answer, Record);
        Assert.Equal(new DateOnly(2021, 6, 30), (await FindAsync("KAY-2020-07")).DueDate);
    }

    [Fact]
    public async Task A_draft_is_published()
    {
        await EnterAsync("KAY-2020-20");
        using var visitor = await host.SignedInAsync("coordinator");
        const string Record = "/recommendations/KAY-2020-20";

        using var answer = await visitor.SubmitAsync(Record + "/publish");

        await LandsOnAsync(visitor, answer, Record);
        Assert.Equal(Publication.Published, (await FindAsync("KAY-2020-20")).Publication);
    }

    [Fact]
    public async Task A_record_is_archived_with_its_reason()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        const string Record = "/recommendations/KAY-2020-16";

        using var without = await visitor.SubmitAsync(Record + "/archive");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var answer = await visitor.SubmitAsync(
            Record + "/archive",
            ("Input.Reason", "Double de KAY-2020-01.")
        );

        var record = await LandsOnAsync(visitor, answer, Record);
        Assert.Contains(
            "Double de KAY-2020-01.",
            record.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(Publication.Archived, (await FindAsync("KAY-2020-16")).Publication);
    }

    [Fact]
    public async Task A_stale_form_shows_both_values_and_can_be_sent_again()
    {
        using var first = await host.SignedInAsync("dgme");
        using var second = await host.SignedInAsync("coordinator");
        const string Form = "/recommendations/KAY-2020-09/due";
        var stale = Visitor.Filled(await first.PageAsync(Form), ("Input.DueDate", "2021-09-30"));
        using var earlier = await second.SubmitAsync(Form, ("Input.DueDate", "2021-05-31"));
        Assert.Equal(HttpStatusCode.Found, earlier.StatusCode);

        using var answer = await first.PostAsync(Form, stale);
        var page = await Visitor.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var values = page.QuerySelectorAll("[data-conflict=due_date] td")
            .Select(cell => cell.TextContent.Trim());
        Assert.Equal(["30/09/2021", "31/05/2021"], values);
        Assert.Equal(new DateOnly(2021, 5, 31), (await FindAsync("KAY-2020-09")).DueDate);
        using var again = await first.PostAsync(
            Form,
            Visitor.Filled(page, ("Input.Reason", "Marché à relancer."))
        );
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal(new DateOnly(2021, 9, 30), (await FindAsync("KAY-2020-09")).DueDate);
    }

    [Theory]
    [InlineData("31/02/2021")]
    [InlineData("demain")]
    [InlineData("2021-13-01")]
    [InlineData("0000-00-00")]
    public async Task A_date_that_is_none_is_said_at_its_field_and_the_rest_is_kept(string typed)
    {
        using var visitor = await host.SignedInAsync("coordinator");
        const string Text = "Reporté faute de moyens <b>cette année</b> & demie.";

        using var answer = await visitor.SubmitAsync(
            "/recommendations/KAY-2020-10/status?to=deferred",
            ("Input.Reason", Text),
            ("Input.ReviewDate", typed)
        );
        var page = await Visitor.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var field = page.QuerySelector("[name='Input.ReviewDate']")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        var said = field.GetAttribute("aria-describedby")!.Split(' ')[0];
        Assert.Contains(typed, page.GetElementById(said)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Text, page.QuerySelector("[name='Input.Reason']")!.TextContent.TrimStart());
        Assert.Equal(ImplementationStatus.NotStarted, (await FindAsync("KAY-2020-10")).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_a_strangers_is_refused()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        using var other = await host.SignedInAsync("admin");
        const string Form = "/recommendations/KAY-2020-11/due";
        var foreign = await other.TokenAsync(Form);
        var fields = Visitor
            .Filled(await visitor.PageAsync(Form), ("Input.DueDate", "2021-12-31"))
            .Where(f => f.Name != "__RequestVerificationToken")
            .ToList();

        string[] tokens = ["", "not-a-token", foreign];
        using var without = await visitor.PostAsync(Form, fields);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        foreach (var token in tokens)
        {
            using var answer = await visitor.PostAsync(
                Form,
                fields.Append(("__RequestVerificationToken", token))
            );
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Null((await FindAsync("KAY-2020-11")).DueDate);
    }

    [Theory]
    [InlineData("Input.Version", "not a number")]
    [InlineData("Input.Version", "-1")]
    [InlineData("Input.Version", "99999999999999999999")]
    public async Task A_forged_version_writes_nothing(string field, string value)
    {
        using var visitor = await host.SignedInAsync("coordinator");

        using var answer = await visitor.SubmitAsync(
            "/recommendations/KAY-2020-12/due",
            ("Input.DueDate", "2021-12-31"),
            (field, value)
        );

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Null((await FindAsync("KAY-2020-12")).DueDate);
    }

    private async Task<RecommendationRecord> FindAsync(string code) =>
        (
            await host.Of<RecordQueries>()
                .FindAsync(await host.ActorAsync("coordinator"), code, Patience)
        )!;

    private async Task EnterAsync(string code) =>
        Assert.IsType<Outcome.Done>(
            await host.Of<RecommendationCommands>()
                .EnterAsync(
                    await host.ActorAsync("coordinator"),
                    new RecommendationEntry
                    {
                        WorkshopCode = "KAY-2020",
                        Code = code,
                        Kind = RecommendationKind.Explicit,
                        Title = new Bilingual("Former les agents", null),
                        Text = new Bilingual("Former les agents des guichets.", null),
                        ThemeCode = "GOV",
                    },
                    Patience
                )
        );

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> LandsOnAsync(
        Visitor visitor,
        HttpResponseMessage answer,
        string record
    )
    {
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var to = new Uri(new Uri("http://localhost/"), answer.Headers.Location!);
        Assert.Equal(record, to.AbsolutePath);
        return await visitor.PageAsync(to.PathAndQuery);
    }
}
