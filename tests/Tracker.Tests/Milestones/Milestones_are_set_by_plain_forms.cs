using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Tests.Given;

namespace Tracker.Tests.Milestones;

public sealed class Milestones_are_set_by_plain_forms(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData(
        "fr",
        "Jalons",
        "KAY-2020-01",
        "Dites pourquoi : le motif reste dans l’historique."
    )]
    [InlineData("en", "Milestones", "KAY-2020-03", "Say why: the reason stays in the history.")]
    public async Task A_milestone_is_set_moved_with_its_reason_and_reached(
        string language,
        string title,
        string code,
        string fault
    )
    {
        using var focal = await host.SignedInAsync("mmeia");
        var record = "/recommendations/" + code;
        var form = $"{record}/milestones?lang={language}";
        using var set = await focal.SubmitAsync(
            form,
            ("Input.Title", "Projet transmis"),
            ("Input.DueDate", "2021-03-31"),
            ("Input.Serves", "kay-2020-11")
        );
        Assert.Equal(HttpStatusCode.Found, set.StatusCode);
        var page = await focal.PageAsync(form);
        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent);

        var move = LinkTo(page, "move");
        using var without = await focal.SubmitAsync(move, ("Input.DueDate", "2021-06-30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(
            fault,
            (await Visitor.ReadAsync(without))
                .QuerySelector("main .err")!
                .TextContent.Replace('\u00A0', ' ')
        );
        using var moved = await focal.SubmitAsync(
            move,
            ("Input.DueDate", "2021-06-30"),
            ("Input.Reason", "Budget tardif")
        );
        Assert.Equal(HttpStatusCode.Found, moved.StatusCode);
        using var reached = await focal.SubmitAsync(LinkTo(page, "reach"));
        Assert.Equal(HttpStatusCode.Found, reached.StatusCode);

        var shown = (await focal.PageAsync(record)).QuerySelector("#milestones")!.TextContent;
        Assert.Contains("Projet transmis", shown, StringComparison.Ordinal);
        Assert.Contains("31/03/2021", shown, StringComparison.Ordinal);
        Assert.Contains("30/06/2021", shown, StringComparison.Ordinal);
        Assert.Contains("Budget tardif", shown, StringComparison.Ordinal);
        Assert.Contains("08/01/2021", shown, StringComparison.Ordinal);
        Assert.Contains("KAY-2020-11", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anpe")]
    [InlineData("donor")]
    public async Task Others_are_refused_in_words(string account)
    {
        using var visitor = await host.SignedInAsync(account);

        var page = await visitor.PageAsync(
            "/recommendations/KAY-2020-01/milestones",
            HttpStatusCode.Forbidden
        );

        Assert.NotNull(page.QuerySelector("main [role=alert]"));
        Assert.Empty(page.QuerySelectorAll("main input:not([type=hidden])"));
    }

    private static string LinkTo(IHtmlDocument page, string act) =>
        page.QuerySelectorAll("main a")
            .OfType<IHtmlAnchorElement>()
            .Select(a => a.PathName + a.Search)
            .First(href => href.EndsWith("act=" + act, StringComparison.Ordinal));
}
