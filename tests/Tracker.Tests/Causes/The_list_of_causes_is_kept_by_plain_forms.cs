using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Data.Causes;
using Tracker.Tests.Given;

namespace Tracker.Tests.Causes;

public sealed class The_list_of_causes_is_kept_by_plain_forms(WebHost host) : IClassFixture<WebHost>
{
    private const string Page = "/admin/causes";

    [Theory]
    [InlineData("fr", "Ce qui bloque : causes proposées", "Remplissez ce champ.")]
    [InlineData("en", "What blocks: causes offered", "Fill in this field.")]
    public async Task A_name_that_misses_is_said_at_its_field(
        string language,
        string title,
        string fault
    )
    {
        using var admin = await host.SignedInAsync("admin");
        var page = await admin.PageAsync($"{Page}?lang={language}");

        using var answer = await admin.PostAsync(Page, Fields(page, "Add", ("Input.NameFr", "X")));
        var after = await Visitor.ReadAsync(answer);

        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent.Replace('\u00A0', ' '));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(fault, after.QuerySelector("main .err")!.TextContent);
        Assert.Equal("X", after.QuerySelector("#name-fr")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_cause_is_added_renamed_moved_and_retired()
    {
        using var admin = await host.SignedInAsync("admin");
        var page = await admin.PageAsync(Page);
        await DoneAsync(
            admin,
            page,
            "add",
            ("Input.NameFr", "Élections"),
            ("Input.NameEn", "Elections")
        );
        await DoneAsync(
            admin,
            page,
            "rename",
            ("Input.Code", "elections"),
            ("Input.WasFr", "Élections"),
            ("Input.WasEn", "Elections"),
            ("Input.NameFr", "Période électorale"),
            ("Input.NameEn", "Election time")
        );
        await DoneAsync(admin, page, "place", ("Input.Code", "elections"), ("Input.Place", "1"));
        var offered = await host.Of<CauseQueries>()
            .OfferedAsync(await host.ActorAsync("admin"), TestContext.Current.CancellationToken);
        Assert.Equal(("elections", "Période électorale"), (offered[0].Code, offered[0].Name.Fr));

        await DoneAsync(admin, page, "retire", ("Input.Code", "elections"));

        var kept = await admin.PageAsync(Page);
        Assert.NotNull(kept.QuerySelector("[data-code=elections] .tag"));
        Assert.Equal("elections", kept.QuerySelectorAll("main li")[^1].GetAttribute("data-code"));
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("mefp")]
    [InlineData("donor")]
    public async Task Others_are_refused_in_words(string account)
    {
        using var visitor = await host.SignedInAsync(account);

        var page = await visitor.PageAsync(Page, HttpStatusCode.Forbidden);

        Assert.NotNull(page.QuerySelector("main [role=alert]"));
        Assert.Empty(page.QuerySelectorAll("main form, main li"));
        Assert.Null(page.QuerySelector($"nav.side a[href='{Page}']"));
    }

    private static async Task DoneAsync(
        Visitor admin,
        IHtmlDocument page,
        string act,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await admin.PostAsync(Page, Fields(page, act, fields));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static IEnumerable<(string Name, string Value)> Fields(
        IHtmlDocument page,
        string act,
        params (string Name, string Value)[] fields
    ) =>
        [
            (
                "__RequestVerificationToken",
                page.QuerySelector("main input[name=__RequestVerificationToken]")!
                    .GetAttribute("value")!
            ),
            ("Input.Act", act),
            .. fields,
        ];
}
