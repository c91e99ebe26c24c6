using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>A coordinator's morning: dates and leads for one row and for many, straight from the list, and back.</summary>
public sealed class QuickActsJourney(JourneySuite suite) : Journey(suite)
{
    private const string List = "/recommendations?theme=DIA";
    private const string First = "KAY-2020-08";

    [Theory]
    [InlineData("fr", true)]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Rows_are_changed_from_the_list_in_two_clicks_and_given_back(
        string language,
        bool scripts
    )
    {
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, scripts, server: server);
        await visitor.SpeakAsync(language);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync(List);
        var codes = await visitor.ReadCodesAsync();
        Assert.Equal(4, codes.Count);

        // One row: two clicks to the open form.
        await visitor
            .Row(First)
            .GetByText(say.List("act"), new() { Exact = false })
            .First.ClickAsync();
        await visitor
            .Row(First)
            .GetByRole(AriaRole.Link, new() { Name = say.List("act.set_due_date"), Exact = true })
            .ClickAsync();
        await visitor.FillAsync(say.Record("due.date"), Deeds.Iso(Today.AddDays(90)));
        await visitor.PressAsync(say.Record("form.save"));
        await visitor.SeesTextAsync(say.List("saved"));
        Assert.Equal(codes, await visitor.ReadCodesAsync());
        await Assertions.Expect(visitor.Row(First)).ToContainTextAsync(Shown(90));

        await visitor.FollowAsync(say.List("saved.undo"));
        if (!scripts)
        {
            await visitor.PressAsync(say.Record("undo"));
        }
        await Assertions.Expect(visitor.Row(First)).Not.ToContainTextAsync(Shown(90));

        // Many rows: tick, one button, one form.
        await visitor.GoAsync(List);
        foreach (var code in codes)
        {
            await visitor.The(AriaRole.Checkbox, say.List("tick", code)).CheckAsync();
        }
        await visitor
            .The(AriaRole.Region, say.List("dock"))
            .GetByRole(AriaRole.Button, new() { Name = say.List("act.assign_owner"), Exact = true })
            .ClickAsync();
        await visitor
            .Field(say.Record("owner.lead"))
            .SelectOptionAsync(new SelectOptionValue { Value = "DGME" });
        await visitor.PressAsync(say.Several("save.owner.other", 4));
        await visitor.SeesTextAsync(say.Several("done.other", 4));
        if (scripts)
        {
            await visitor.PressAsync(say.Several("close"));
            await visitor.PressAsync(say.List("saved.many.undo"));
        }
        else
        {
            await visitor.FollowAsync(say.Several("undo.other", 4));
            await visitor.PressAsync(say.Several("save.undo.other", 4));
            await visitor.SeesTextAsync(say.Several("undone.other", 4));
            await visitor.GoAsync(List);
        }
        await Assertions.Expect(visitor.Row(First)).ToContainTextAsync("CTC");
        Assert.Equal(codes, await visitor.ReadCodesAsync());
        visitor.SawNoProblem();
    }

    [Fact]
    public async Task Rows_ticked_before_the_page_came_alive_are_the_rows_ticked_after_it()
    {
        var say = Spoken.In("fr");
        var visitor = await OpenAsync("fr", scripts: true);
        await visitor.SignInAsAsync("coordinator");
        var come = new TaskCompletionSource();
        await visitor.Page.RouteAsync(
            "**/_framework/blazor.server*.js",
            async route =>
            {
                await come.Task;
                await route.ContinueAsync();
            }
        );
        await visitor.Page.GotoAsync(
            new Uri(new Uri(visitor.Page.Url), List).ToString(),
            new() { WaitUntil = WaitUntilState.Commit }
        );
        string[] ticked = [First, "KAY-2020-11"];
        foreach (var code in ticked)
        {
            await visitor.The(AriaRole.Checkbox, say.List("tick", code)).CheckAsync();
        }
        await visitor
            .Row(First)
            .GetByText(say.List("act"), new() { Exact = false })
            .First.ClickAsync();
        come.SetResult();
        await visitor
            .The(AriaRole.Region, say.List("dock"))
            .GetByRole(AriaRole.Button, new() { Name = say.List("dock.none"), Exact = true })
            .WaitForAsync();
        // The menu that was open is open, with the links of its row.
        await Assertions
            .Expect(
                visitor
                    .Row(First)
                    .GetByRole(
                        AriaRole.Link,
                        new() { Name = say.List("act.set_due_date"), Exact = true }
                    )
            )
            .ToHaveAttributeAsync(
                "href",
                $"/recommendations/{First}/due?back={Uri.EscapeDataString("theme=DIA")}&at=0"
            );
        var codes = await visitor.ReadCodesAsync();
        foreach (var code in codes)
        {
            var box = Assertions.Expect(visitor.The(AriaRole.Checkbox, say.List("tick", code)));
            await (ticked.Contains(code) ? box.ToBeCheckedAsync() : box.Not.ToBeCheckedAsync());
        }
        await Assertions
            .Expect(visitor.The(AriaRole.Region, say.List("dock")))
            .ToContainTextAsync(say.List("dock.count.other", 2));

        // What the server unticks is unticked in the browser, and all at once is all of them.
        await visitor
            .The(AriaRole.Region, say.List("dock"))
            .GetByRole(AriaRole.Button, new() { Name = say.List("dock.none"), Exact = true })
            .ClickAsync();
        foreach (var code in codes)
        {
            await Assertions
                .Expect(visitor.The(AriaRole.Checkbox, say.List("tick", code)))
                .Not.ToBeCheckedAsync();
        }
        await visitor.The(AriaRole.Checkbox, say.List("tick.all")).CheckAsync();
        foreach (var code in codes)
        {
            await Assertions
                .Expect(visitor.The(AriaRole.Checkbox, say.List("tick", code)))
                .ToBeCheckedAsync();
        }
        await Assertions
            .Expect(visitor.The(AriaRole.Region, say.List("dock")))
            .ToContainTextAsync(say.List("dock.count.other", codes.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_done_to_all_rows_of_a_filter_is_in_sight_and_leads_to_its_form(
        bool scripts
    )
    {
        var say = Spoken.In("fr");
        var server = await StartServerAsync(new ServerSettings());
        await server.RunVerbAsync("demo-data", "--recommendations", "60");
        var visitor = await OpenAsync(scripts: scripts, server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations");
        var code = (await visitor.ReadCodesAsync())[0];
        await visitor.The(AriaRole.Checkbox, say.List("tick", code)).CheckAsync();

        var all = visitor.The(AriaRole.Region, say.List("dock")).Locator("details");
        await all.Locator("summary").ClickAsync();
        var act = all.GetByRole(
            scripts ? AriaRole.Button : AriaRole.Link,
            new() { Name = say.List("act.set_due_date"), Exact = true }
        );
        await Assertions.Expect(act).ToBeInViewportAsync(new() { Ratio = 1 });
        await act.ClickAsync();

        await Assertions
            .Expect(visitor.Page.GetByLabel(say.Record("due.date"), new() { Exact = true }))
            .ToBeVisibleAsync();
    }

    private static string Shown(int days) =>
        Today
            .AddDays(days)
            .ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
