using System.Net;
using AngleSharp.Dom;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>Everything the open list does in place can be done without a script, and comes back to the list.</summary>
public sealed class Acts_from_the_list_work_by_plain_forms(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_leads_to_its_form_in_two_clicks_and_stays_marked_with_undo_where_the_filter_drops_it()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        const string List = "/recommendations?theme=DIA&status=not_started";
        var list = await visitor.PageAsync(List);
        Assert.Equal(4, Rows(list).Count);
        var second = Rows(list)[1];
        var code = second.GetAttribute("data-code")!;
        var links = second
            .QuerySelectorAll("details.act a")
            .Select(a => a.GetAttribute("href")!)
            .ToList();
        Assert.Equal(3, links.Count);

        using var answer = await visitor.SubmitAsync(
            links[0] + "&to=in_progress",
            ("Input.UpdateText", "Commencé.")
        );
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var back = answer.Headers.Location!.ToString();
        var after = await visitor.PageAsync(
            new Uri(new Uri("http://localhost"), back).PathAndQuery
        );

        Assert.Equal(4, Rows(after).Count);
        Assert.Equal(code, Rows(after)[1].GetAttribute("data-code"));
        Assert.NotNull(Rows(after)[1].QuerySelector("[data-status=in_progress]"));
        Assert.Equal("3", after.QuerySelector("[data-figure=rows]")!.GetAttribute("data-value"));
        var undo = after.QuerySelector("tr.note .msg.ok a")!.GetAttribute("href")!;

        using var undone = await visitor.SubmitAsync(undo);
        Assert.Equal(HttpStatusCode.Found, undone.StatusCode);
        var record = await host.Of<RecordQueries>()
            .FindAsync(await host.ActorAsync("coordinator"), code, Patience);
        Assert.Equal(ImplementationStatus.NotStarted, record!.Status);
        Assert.Empty(record.Updates);
    }

    [Fact]
    public async Task Ticked_rows_get_one_date_and_each_that_is_left_says_why()
    {
        using var focal = await host.SignedInAsync("dgia");
        var list = await focal.PageAsync("/recommendations?lead=DGIA");
        var boxes = list.QuerySelectorAll("input[name=code]");
        Assert.Equal(["KAY-2020-06", "KAY-2020-07"], boxes.Select(b => b.GetAttribute("value")));
        Assert.All(boxes, box => Assert.Equal("chosen", box.GetAttribute("form")));
        Assert.NotNull(
            list.QuerySelector("form#chosen button[formaction='/recommendations/several/due']")
        );
        const string Form =
            "/recommendations/several/due?back=lead%3DDGIA&code=KAY-2020-06&code=KAY-2020-07&code=KAY-2020-01&code=KAY-2020-99";

        using var answer = await focal.SubmitAsync(Form, ("Input.DueDate", "2021-11-30"));
        var result = await Visitor.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            ["KAY-2020-01"],
            result.QuerySelectorAll("[data-left]").Select(r => r.GetAttribute("data-left"))
        );
        Assert.Contains(
            "2",
            result.QuerySelector(".msg.ok")!.TextContent,
            StringComparison.Ordinal
        );
        var back = result.QuerySelector("main a.btn.main")!.GetAttribute("href")!;
        Assert.StartsWith("/recommendations?lead=DGIA&changed=", back, StringComparison.Ordinal);
        Assert.Equal(2, (await focal.PageAsync(back)).QuerySelectorAll("tr.note .msg.ok").Length);

        var undo = result.QuerySelector("main a[href*='several/undo']")!.GetAttribute("href")!;
        using var undone = await focal.SubmitAsync(undo);
        Assert.NotNull((await Visitor.ReadAsync(undone)).QuerySelector(".msg.ok"));
        var actor = await host.ActorAsync("dgia");
        Assert.Null(
            (await host.Of<RecordQueries>().FindAsync(actor, "KAY-2020-06", Patience))!.DueDate
        );
    }

    [Fact]
    public async Task All_rows_of_a_filter_can_be_meant_without_ticking()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var form = await visitor.PageAsync("/recommendations/several/owner?back=theme%3DDAT&all=1");
        var rows = form.QuerySelector("input[name='Input.Rows']")!.GetAttribute("value")!;
        Assert.Equal(3, rows.Split(' ').Length);
    }

    [Theory]
    [InlineData("", "Cochez d’abord")]
    [InlineData("?code=KAY-2020-99&code=%3Cscript%3E", "Cochez d’abord")]
    public async Task Nothing_chosen_is_said_in_words(string query, string words)
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var page = await visitor.PageAsync("/recommendations/several/due" + query);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_rows_in_one_post_are_refused_in_words_and_nothing_is_written()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        const string Form = "/recommendations/several/due?code=KAY-2020-12";
        var rows = string.Join(' ', Enumerable.Range(1, 10_000).Select(i => $"KAY-2020-{i:00}:1"));

        using var answer = await visitor.SubmitAsync(
            Form,
            ("Input.Rows", rows),
            ("Input.DueDate", "2021-11-30")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains(
            "1\u202f000",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        var actor = await host.ActorAsync("coordinator");
        Assert.Null(
            (await host.Of<RecordQueries>().FindAsync(actor, "KAY-2020-12", Patience))!.DueDate
        );
    }

    [Fact]
    public async Task A_move_that_no_chosen_row_offers_is_refused_in_words()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        using var answer = await visitor.SubmitAsync(
            "/recommendations/several/status?code=KAY-2020-12&to=in_progress",
            ("Input.To", "verified"),
            ("Input.UpdateText", "Tout est fait.")
        );
        var page = await Visitor.ReadAsync(answer);
        Assert.Equal(
            ["KAY-2020-12"],
            page.QuerySelectorAll("[data-left]").Select(r => r.GetAttribute("data-left"))
        );
    }

    [Fact]
    public async Task A_reader_who_may_do_nothing_is_offered_no_act()
    {
        using var visitor = await host.SignedInAsync("analyst");
        var list = await visitor.PageAsync("/recommendations");
        Assert.Empty(list.QuerySelectorAll("input[name=code], details.act, #chosen"));
    }

    [Fact]
    public async Task A_long_list_of_the_filter_opens_as_a_page_with_its_counts_and_keeps_the_other_conditions()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var list = await visitor.PageAsync("/recommendations?kind=explicit");
        Assert.Empty(list.QuerySelectorAll("input[name=framework], input[name=lead]"));
        Assert.NotEmpty(list.QuerySelectorAll("input[name=theme]"));
        var link = list.QuerySelector("a[href^='/recommendations/choose/lead']")!
            .GetAttribute("href")!;

        var page = await visitor.PageAsync(link);

        var option = page.QuerySelector("input[name=lead][value=MMEIA]")!.ParentElement!;
        var count = int.Parse(
            option.QuerySelector(".n")!.TextContent,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var narrowed = await visitor.PageAsync("/recommendations?kind=explicit&lead=MMEIA");
        Assert.Equal(Rows(narrowed).Count, count);
        Assert.Equal(
            "explicit",
            page.QuerySelector("form[action='/recommendations'] input[name=kind]")!
                .GetAttribute("value")
        );
        Assert.Single(
            (await visitor.PageAsync(link + "&find=maliens"))
                .QuerySelectorAll("input[name=lead]:not([checked])")
                .Take(1)
        );
        await visitor.PageAsync("/recommendations/choose/colour", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_empty_list_says_which_condition_to_loosen_the_most_fruitful_first()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var list = await visitor.PageAsync("/recommendations?theme=DIA&lead=MSDS");
        var buttons = list.QuerySelectorAll("main .box a.btn").ToList();
        Assert.Equal(2, buttons.Count);
        Assert.Contains("theme=DIA", buttons[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("4", buttons[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plain_list_offers_the_last_filter_again()
    {
        using var visitor = await host.SignedInAsync("cigem");
        Assert.Null(
            (await visitor.PageAsync("/recommendations")).QuerySelector(
                "a[href='/recommendations?theme=DAT&sort=due']"
            )
        );
        await visitor.PageAsync("/recommendations?theme=DAT&sort=due&page=1");
        var list = await visitor.PageAsync("/recommendations");
        Assert.NotNull(list.QuerySelector("a[href='/recommendations?theme=DAT&sort=due']"));
    }

    [Fact]
    public async Task Mine_are_one_click_away_for_a_focal_point()
    {
        using var visitor = await host.SignedInAsync("mmeia");
        var list = await visitor.PageAsync("/recommendations");
        var mine = list.QuerySelector("main nav a[href='/recommendations?lead=MMEIA']");
        Assert.NotNull(mine);
    }

    [Fact]
    public async Task The_late_items_of_a_theme_are_two_clicks_from_home()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var home = await visitor.PageAsync("/");
        var theme = home.QuerySelector("main a[href='/recommendations?theme=DIA']");
        Assert.NotNull(theme);
        var list = await visitor.PageAsync(theme.GetAttribute("href")!);
        Assert.NotNull(
            list.QuerySelector("main nav a[href='/recommendations?theme=DIA&overdue=1']")
        );
    }

    private static List<IElement> Rows(IParentNode page) =>
        [.. page.QuerySelectorAll("main tbody tr[data-code]")];
}
