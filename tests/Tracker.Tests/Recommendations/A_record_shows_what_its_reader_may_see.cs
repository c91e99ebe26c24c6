using System.Net;
using AngleSharp.Dom;
using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Recommendations;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class A_record_shows_what_its_reader_may_see(WebHost host) : IClassFixture<WebHost>
{
    private static readonly string[] Forms = ["status", "owner", "due", "publish", "archive"];

    [Theory]
    [InlineData("fr", "Page introuvable")]
    [InlineData("en", "Page not found")]
    public async Task An_unknown_code_is_said_not_to_exist(string language, string title)
    {
        using var visitor = await host.SignedInAsync("coordinator");
        string[] addresses =
        [
            "/recommendations/KAY-2020-99",
            "/recommendations/KAY-2020-99/status",
            "/recommendations/%3Cscript%3E",
            "/recommendations/kay-2020-01'%20OR%201=1",
        ];
        foreach (var address in addresses)
        {
            var page = await visitor.PageAsync(
                $"{address}?lang={language}",
                HttpStatusCode.NotFound
            );
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Contains(
                title,
                page.QuerySelector("main h1")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_donor_sees_only_what_its_organisation_funded()
    {
        await PublishElsewhereAsync();
        using var coordinator = await host.SignedInAsync("coordinator");
        using var donor = await host.SignedInAsync("donor");

        Assert.Equal(17, Codes(await coordinator.PageAsync("/recommendations")).Count);
        Assert.Equal(16, Codes(await donor.PageAsync("/recommendations")).Count);
        Assert.DoesNotContain(
            "GAO-2021-01",
            Codes(await donor.PageAsync("/recommendations?workshop=GAO-2021"))
        );
        await coordinator.PageAsync("/recommendations/GAO-2021-01");
        await donor.PageAsync("/recommendations/GAO-2021-01", HttpStatusCode.NotFound);
        using var file = await donor.GetAsync("/recommendations/export.csv");
        Assert.DoesNotContain(
            "GAO-2021-01",
            await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var figures = await donor.PageAsync("/");
        Assert.Equal("16", figures.QuerySelector("[data-figure=rows]")!.GetAttribute("data-value"));
    }

    [Theory]
    [InlineData("donor")]
    [InlineData("analyst")]
    public async Task Who_only_reads_sees_no_name_of_a_person_and_no_way_to_change(string account)
    {
        await SetDueDateAsync("KAY-2020-03");
        using var coordinator = await host.SignedInAsync("coordinator");
        using var reader = await host.SignedInAsync(account);
        var full = await coordinator.PageAsync("/recommendations/KAY-2020-03");
        Assert.Contains(
            "Coordination OIM",
            full.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(Deeds(full));

        string[] addresses = ["/", "/recommendations", "/recommendations/KAY-2020-03"];
        foreach (var address in addresses)
        {
            var page = await reader.PageAsync(address);
            Assert.DoesNotContain(
                "Coordination OIM",
                page.QuerySelector("main")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Empty(Deeds(page));
            Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        }
        foreach (var form in Forms)
        {
            var page = await reader.PageAsync(
                $"/recommendations/KAY-2020-03/{form}",
                HttpStatusCode.Forbidden
            );
            Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        }
    }

    [Fact]
    public async Task A_focal_point_may_change_what_its_organisation_leads_and_nothing_else()
    {
        using var visitor = await host.SignedInAsync("dgia");

        Assert.NotEmpty(Deeds(await visitor.PageAsync("/recommendations/KAY-2020-06")));
        Assert.Empty(Deeds(await visitor.PageAsync("/recommendations/KAY-2020-01")));
        await visitor.PageAsync("/recommendations/KAY-2020-06/status");
        await visitor.PageAsync("/recommendations/KAY-2020-06/owner", HttpStatusCode.Forbidden);
        await visitor.PageAsync("/recommendations/KAY-2020-01/status", HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("due", "Input.DueDate", "2021-12-31")]
    [InlineData("status", "Input.UpdateText", "Fait.")]
    [InlineData("owner", "Input.Lead", "DGIA")]
    [InlineData("archive", "Input.Reason", "Sans raison.")]
    [InlineData("publish", "Input.Extra", "x")]
    public async Task A_posted_form_of_somebody_else_is_refused_and_writes_nothing(
        string form,
        string field,
        string value
    )
    {
        using var visitor = await host.SignedInAsync("dgia");
        var token = await visitor.TokenAsync("/recommendations/KAY-2020-06/due");
        var before = await FindAsync("KAY-2020-01");

        using var answer = await visitor.PostAsync(
            $"/recommendations/KAY-2020-01/{form}",
            ("Input.Version", $"{before.Version}"),
            ("Input.To", "in_progress"),
            (field, value),
            ("Input.Code", "KAY-2020-06"),
            ("Input.Role", "admin"),
            ("role", "iom_coordinator"),
            ("organisation", "MMEIA"),
            ("__RequestVerificationToken", token)
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var after = await FindAsync("KAY-2020-01");
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.DueDate, after.DueDate);
        Assert.Equal(before.Status, after.Status);
        Assert.Equal(before.Lead, after.Lead);
        Assert.Equal(Publication.Published, after.Publication);
    }

    [Fact]
    public async Task A_form_posted_to_what_does_not_exist_is_refused()
    {
        using var visitor = await host.SignedInAsync("dgia");
        var token = await visitor.TokenAsync("/recommendations/KAY-2020-06/due");

        using var answer = await visitor.PostAsync(
            "/recommendations/KAY-2020-99/due",
            ("Input.Version", "1"),
            ("Input.DueDate", "2021-12-31"),
            ("__RequestVerificationToken", token)
        );

        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    private async Task<RecommendationRecord> FindAsync(string code) =>
        (await host.Of<RecordQueries>().FindAsync(await host.ActorAsync("coordinator"), code))!;

    private async Task SetDueDateAsync(string code)
    {
        var record = await FindAsync(code);
        var due = new DateOnly(2021, 12, 31);
        if (record.DueDate != due)
        {
            Done(
                await host.Of<OwnerCommands>()
                    .SetDueDateAsync(
                        await host.ActorAsync("coordinator"),
                        code,
                        record.Version,
                        due,
                        null
                    )
            );
        }
    }

    private async Task PublishElsewhereAsync()
    {
        var coordinator = await host.ActorAsync("coordinator");
        Done(
            await host.Of<WorkshopCommands>()
                .CreateAsync(
                    coordinator,
                    new WorkshopEntry
                    {
                        Code = "GAO-2021",
                        Name = new Bilingual("Atelier de Gao", null),
                        Type = EventType.Workshop,
                        StartsOn = new DateOnly(2021, 1, 4),
                        EndsOn = new DateOnly(2021, 1, 5),
                        Organisers = ["OIM-ML"],
                    }
                )
        );
        Done(
            await host.Of<RecommendationCommands>()
                .EnterAsync(
                    coordinator,
                    new RecommendationEntry
                    {
                        WorkshopCode = "GAO-2021",
                        Code = "GAO-2021-01",
                        Kind = RecommendationKind.Explicit,
                        Title = new Bilingual("Former les agents", null),
                        Text = new Bilingual("Former les agents des guichets.", null),
                        ThemeCode = "GOV",
                    }
                )
        );
        var draft = await FindAsync("GAO-2021-01");
        Done(
            await host.Of<RecommendationCommands>()
                .PublishAsync(coordinator, draft.Code, draft.Version)
        );
    }

    private static void Done(Outcome outcome) => Assert.IsType<Outcome.Done>(outcome);

    private static List<string?> Codes(IParentNode page) =>
        [.. page.QuerySelectorAll("tr[data-code]").Select(r => r.GetAttribute("data-code"))];

    /// <summary>Links to the forms of a record.</summary>
    private static List<IElement> Deeds(IParentNode page) =>
        [
            .. page.QuerySelectorAll("main a[href]")
                .Where(a =>
                    Forms
                        .Append("edit")
                        .Any(f =>
                            a.GetAttribute("href")!
                                .Split('?')[0]
                                .EndsWith("/" + f, StringComparison.Ordinal)
                        )
                    || a.GetAttribute("href") == "/recommendations/new"
                ),
        ];
}
