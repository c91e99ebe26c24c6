using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Access;
using Tracker.Tests.Given;
using Tracker.Tests.Shared;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Recommendations;

public sealed class The_open_list_acts_in_place : PageTest
{
    private const string Code = "KAY-2020-08";

    [Fact]
    public async Task A_form_opens_under_its_row_and_saving_marks_the_row_where_it_stands_until_undone()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations?theme=DIA");

        await ActAsync(page, "due");
        page.WaitForElement("tr.note input[name='Input.DueDate']");
        Assert.Contains("on", Row(page).ClassName, StringComparison.Ordinal);
        await page.Find("tr.note input[name='Input.DueDate']").ChangeAsync("2021-06-30");
        await page.Find("tr.note form").SubmitAsync();

        page.WaitForElement("tr.note .msg.ok");
        Assert.Contains("30/06/2021", Row(page).TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "30/06/2021",
            page.Find("tr.note .msg.ok").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(4, page.Rows().Length);

        await page.Find("tr.note .msg.ok a").ClickAsync();
        page.WaitForElement("tr.note .msg.info");
        Assert.DoesNotContain("30/06/2021", Row(page).TextContent, StringComparison.Ordinal);
        Assert.Null((await tracker.RowAsync(Code)).DueDate);
    }

    [Fact]
    public async Task A_row_that_the_filter_would_drop_stays_and_the_counts_follow()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations?lead_standing=proposed&theme=DIA");

        await ActAsync(page, "owner");
        page.WaitForElement("tr.note select[name='Input.Lead']");
        await page.Find("tr.note form").SubmitAsync();

        page.WaitForElement("tr.note .msg.ok");
        Assert.Equal(4, page.Rows().Length);
        Assert.Equal("3", page.Find("[data-figure=rows]").GetAttribute("data-value"));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_cannot_be_undone_and_that_is_said()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations?theme=DIA");
        await ActAsync(page, "due");
        page.WaitForElement("tr.note input[name='Input.DueDate']");
        await page.Find("tr.note input[name='Input.DueDate']").ChangeAsync("2021-06-30");
        await page.Find("tr.note form").SubmitAsync();
        page.WaitForElement("tr.note .msg.ok a");
        Ends.Done(
            await tracker.DueAsync(
                await tracker.CoordinatorAsync(),
                Code,
                new(2021, 7, 1),
                "Plus tard."
            )
        );

        await page.Find("tr.note .msg.ok a").ClickAsync();

        page.WaitForElement("tr.note .msg.warn");
        Assert.Equal(new DateOnly(2021, 7, 1), (await tracker.RowAsync(Code)).DueDate);
    }

    [Fact]
    public async Task The_dock_counts_what_is_ticked()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations?theme=DIA");
        Assert.DoesNotContain("on", page.Find("#chosen").ClassList);

        await TickAsync(page, Code);

        Assert.Contains("on", page.Find("#chosen").ClassList);
        Assert.StartsWith("1", page.Find("#chosen b").TextContent, StringComparison.Ordinal);
        await page.Find("thead input[type=checkbox]").ChangeAsync(true);
        Assert.StartsWith("4", page.Find("#chosen b").TextContent, StringComparison.Ordinal);
        await page.Find("#chosen button[type=button]").ClickAsync();
        Assert.DoesNotContain("on", page.Find("#chosen").ClassList);
    }

    [Fact]
    public async Task What_the_browser_names_is_not_believed()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations?theme=DIA");

        await ActAsync(page, "due", "KAY-2020-01");
        await ActAsync(page, "archive");
        await TickAsync(page, "KAY-2020-01");

        Assert.Empty(page.FindAll("tr.note"));
        Assert.DoesNotContain("on", page.Find("#chosen").ClassList);
    }

    [Fact]
    public async Task Rows_are_drawn_with_their_ticks_when_they_are_drawn_again()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations?theme=DIA");

        await TickAsync(page, Code);
        // The browser shows that tick by itself: drawn again, the row would lose the focus.
        Assert.Empty(page.Shown().QuerySelectorAll("tr[data-code] input[checked]"));
        await ActAsync(page, "due");
        Assert.Equal(
            Code,
            page.Shown()
                .QuerySelector("tr[data-code]:has(input[checked])")!
                .GetAttribute("data-code")
        );
        await page.Find("#chosen button[type=button]").ClickAsync();
        Assert.Empty(page.Shown().QuerySelectorAll("tr[data-code] input[checked]"));
    }

    [Fact]
    public async Task A_ticked_value_is_applied_at_once_and_a_long_list_comes_when_it_is_opened()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await OpenAsync(tracker, "/recommendations");
        Assert.Empty(page.FindAll("input[name=framework]"));

        await page.FindAll("details.pick")
            .Single(d => d.QuerySelector("a[href*='choose/framework']") is not null)
            .TriggerEventAsync("ontoggle", EventArgs.Empty);
        page.WaitForElement("input[name=framework][value='SDG-10.7']");
        var option = page.Find("input[name=framework][value='SDG-10.7']").ParentElement!;
        Assert.Equal("10", option.QuerySelector(".n")!.TextContent);

        await page.Find("input[name=theme][value=DIA]").ChangeAsync(true);

        Assert.EndsWith(
            "/recommendations?theme=DIA",
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
    }

    /// <summary>As page.js tells it, after the menu of the row.</summary>
    private static Task ActAsync(
        IRenderedComponent<ListPage> page,
        string act,
        string code = Code
    ) =>
        page.Find("table")
            .TriggerEventAsync("onrowact", new RowActEventArgs { Code = code, Act = act });

    private static Task TickAsync(IRenderedComponent<ListPage> page, string code) =>
        page.Find("table")
            .TriggerEventAsync("onrowtick", new RowTickEventArgs { Code = code, Ticked = true });

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<ListPage> page) =>
        page.Shown().QuerySelector($"tr[data-code='{Code}']")!;

    private async Task<IRenderedComponent<ListPage>> OpenAsync(TestTracker tracker, string address)
    {
        Opens(tracker, await tracker.CoordinatorAsync());
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<ListPage>();
        page.WaitForElement("[data-rows]");
        return page;
    }
}
