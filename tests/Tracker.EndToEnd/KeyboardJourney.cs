using System.Globalization;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>The tasks of every day, without a pointer: nothing here clicks, hovers or fills.</summary>
public sealed class KeyboardJourney(JourneySuite suite) : Journey(suite)
{
    private const string Code = "KAY-2020-09";

    private static readonly Spoken Say = Spoken.In("fr");

    [Fact]
    public async Task Twelve_everyday_tasks_are_done_by_keyboard_alone()
    {
        // A server of its own: what is late, and what a record offers, is as the first start leaves it.
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync("fr", server: server);
        var keys = new Keyboard(visitor);

        await SignInAsync(visitor, keys);
        await OpenWhatIsLateAsync(visitor, keys);
        await FilterByThemeAsync(visitor, keys);
        await SearchAsync(visitor, keys);
        await SortAsync(visitor, keys);
        await OpenARecordAsync(visitor, keys);
        await AssignALeadAsync(visitor, keys);
        await SetADueDateAsync(visitor, keys);
        await ChangeTheStatusAsync(visitor, keys);
        await EnterAndPublishAsync(visitor, keys);
        await ExportAsync(visitor, keys);
        await ReadTheKeysAsync(visitor, keys);
        await SwitchLanguageAsync(visitor, keys);
        await SignOutAsync(visitor, keys);
        visitor.SawNoProblem();
    }

    [Fact]
    public async Task Single_keys_keep_still_while_somebody_writes_and_once_they_are_switched_off()
    {
        var visitor = await OpenAsync("fr");
        var keys = new Keyboard(visitor);
        var list = visitor.Page.GetByRole(AriaRole.Dialog);
        await visitor.SignInAsAsync("analyst");
        await visitor.GoAsync("/recommendations");
        await keys.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("gr?nx");
        await Assertions.Expect(visitor.Page.Locator("#q")).ToHaveValueAsync("gr?nx");
        await Assertions.Expect(list).ToHaveCountAsync(0);

        await visitor.GoAsync("/keys");
        await keys.ChooseAsync(visitor.The(AriaRole.Button, Say.Keys("switch.off")));
        await visitor.SeesTextAsync(Say.Keys("state.off"));
        await visitor.GoAsync("/recommendations");
        await keys.PressAsync("j");
        await keys.PressAsync("?");
        await Assertions.Expect(visitor.Page.Locator("tr :focus")).ToHaveCountAsync(0);
        await Assertions.Expect(list).ToHaveCountAsync(0);

        await visitor.GoAsync("/keys");
        await keys.ChooseAsync(visitor.The(AriaRole.Button, Say.Keys("switch.on")));
        await visitor.SeesTextAsync(Say.Keys("state.on"));
        await visitor.GoAsync("/recommendations");
        await keys.PressAsync("?");
        await Assertions.Expect(list).ToBeVisibleAsync();
        visitor.SawNoProblem();
    }

    private static async Task SignInAsync(Visitor visitor, Keyboard keys)
    {
        await visitor.GoAsync("/account/login");
        await keys.TypeAsync(visitor.Field(Say.Account("email")), "coordinator@demo.example");
        await keys.TypeAsync(visitor.Field(Say.Account("password")), PublishedServer.DemoPassword);
        await keys.PressAsync("Enter");
        await visitor.ArrivesAtAsync("/");
    }

    private static async Task OpenWhatIsLateAsync(Visitor visitor, Keyboard keys)
    {
        await keys.ChooseAsync(
            visitor
                .Page.GetByRole(AriaRole.Link)
                .Filter(new() { Has = visitor.Figure("overdue") })
                .First
        );
        await HasAsync(visitor, "overdue=");
    }

    private static async Task FilterByThemeAsync(Visitor visitor, Keyboard keys)
    {
        await keys.PressAsync("g");
        await keys.PressAsync("r");
        await visitor.Page.WaitForURLAsync(url => new Uri(url).Query.Length == 0);
        var form = visitor.Page.GetByRole(AriaRole.Search);
        var panel = form.GetByRole(AriaRole.Group)
            .Filter(new() { HasText = Say.List("filter.theme") })
            .First;
        await keys.ChooseAsync(panel.Locator("summary"));
        // In an open circuit a tick is applied at once.
        await keys.TickAsync(panel.GetByRole(AriaRole.Checkbox).First);
        await HasAsync(visitor, "theme=");
    }

    private static async Task SearchAsync(Visitor visitor, Keyboard keys)
    {
        await keys.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("migration");
        await keys.PressAsync("Enter");
        await HasAsync(visitor, "q=migration");
    }

    private static async Task SortAsync(Visitor visitor, Keyboard keys)
    {
        await keys.ChooseAsync(
            visitor
                .Page.GetByRole(AriaRole.Table)
                .GetByRole(AriaRole.Link, new() { Name = Say.List("column.due"), Exact = true })
        );
        await HasAsync(visitor, "sort=due");
    }

    private static async Task OpenARecordAsync(Visitor visitor, Keyboard keys)
    {
        await visitor.GoAsync("/recommendations");
        var codes = await visitor.ReadCodesAsync();
        for (var row = 0; row <= codes.ToList().IndexOf(Code); row++)
        {
            await keys.PressAsync("j");
        }
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("Enter");
        await visitor.ArrivesAtAsync($"/recommendations/{Code}");
        // The address changes before the page: the row of the list carries the same code, and a menu of its own.
        await visitor.SeesAsync(AriaRole.Link, Say.Record("action.change_status"));
    }

    private static async Task AssignALeadAsync(Visitor visitor, Keyboard keys)
    {
        var form = await OpenDeedAsync(visitor, keys, "action.assign_owner");
        await keys.NextChoiceAsync(form.GetByRole(AriaRole.Combobox));
        await SaveAsync(form, keys, Say.Record("form.save"));
    }

    private static async Task SetADueDateAsync(Visitor visitor, Keyboard keys)
    {
        var form = await OpenDeedAsync(visitor, keys, "action.set_due_date");
        await keys.TypeDayAsync(
            form.Locator("input[type=date]"),
            Keyboard.PlainDay(Today.Year + 1)
        );
        await SaveAsync(form, keys, Say.Record("form.save"));
    }

    private static async Task ChangeTheStatusAsync(Visitor visitor, Keyboard keys)
    {
        await keys.ChooseAsync(visitor.The(AriaRole.Link, Say.Record("action.change_status")));
        var form = visitor.Page.GetByRole(AriaRole.Dialog);
        await keys.ChooseAsync(
            form.GetByRole(AriaRole.Link, new() { Name = Say.Word("status.in_progress") })
        );
        await keys.TypeAsync(
            form.GetByLabel(Say.Record("status.update_text")),
            "Une équipe est en place."
        );
        await keys.TypeAsync(
            form.GetByLabel(Say.Record("status.percent")),
            20.ToString(CultureInfo.InvariantCulture)
        );
        await SaveAsync(form, keys, Say.Record("form.save"));
        await Assertions
            .Expect(visitor.Row(Code).Locator("[data-status='in_progress']").First)
            .ToBeVisibleAsync();
    }

    private static async Task EnterAndPublishAsync(Visitor visitor, Keyboard keys)
    {
        await keys.PressAsync("n");
        // The page has no circuit: the one that is open leaves for it in its own time.
        await Assertions.Expect(visitor.Field(Say.Entry("field.title_fr"))).ToBeFocusedAsync();
        var code = await visitor.Field(Say.Entry("field.code")).InputValueAsync();
        await visitor.Page.Keyboard.TypeAsync("Former au clavier");
        await keys.TypeAsync(visitor.Field(Say.Entry("field.text_fr")), "Texte adopté.");
        await keys.NextChoiceAsync(visitor.Field(Say.Entry("field.theme")));
        await keys.ChooseAsync(visitor.The(AriaRole.Button, Say.Record("form.save")));
        await visitor.ArrivesAtAsync($"/recommendations/{code}");

        await keys.ChooseAsync(
            visitor.The(AriaRole.Link, Say.Record("action.publish_recommendation"))
        );
        var form = visitor.Page.GetByRole(AriaRole.Dialog);
        await SaveAsync(form, keys, Say.Record("publish.button"));
        await visitor.SeesAsync(AriaRole.Link, Say.Record("action.change_status"));
    }

    private static async Task ExportAsync(Visitor visitor, Keyboard keys)
    {
        await keys.PressAsync("g");
        await keys.PressAsync("r");
        await visitor.ArrivesAtAsync("/recommendations");
        var export = visitor.The(AriaRole.Link, Say.List("export.xlsx"));
        var file = await visitor.DownloadAsync(() => keys.ChooseAsync(export));
        Assert.EndsWith(".xlsx", file.Name, StringComparison.Ordinal);
    }

    private static async Task ReadTheKeysAsync(Visitor visitor, Keyboard keys)
    {
        await keys.PressAsync("?");
        var list = visitor.The(AriaRole.Dialog, Say.Keys("title"));
        await Assertions.Expect(list).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(list).ToHaveCountAsync(0);
    }

    private static async Task SwitchLanguageAsync(Visitor visitor, Keyboard keys)
    {
        await keys.ChooseAsync(visitor.The(AriaRole.Link, "EN, English"));
        await HasAsync(visitor, "lang=en");
        await visitor.SeesAsync(AriaRole.Heading, Spoken.In("en").List("title"));
    }

    private static async Task SignOutAsync(Visitor visitor, Keyboard keys)
    {
        await keys.ChooseAsync(visitor.The(AriaRole.Button, Spoken.In("en").Shell("sign_out")));
        await visitor.ArrivesAtAsync("/account/login");
    }

    /// <summary>One of the deeds behind the button for the others; gives the dialog.</summary>
    private static async Task<ILocator> OpenDeedAsync(Visitor visitor, Keyboard keys, string action)
    {
        var record = visitor.Row(Code);
        await keys.ChooseAsync(record.Locator("summary"));
        await keys.ChooseAsync(
            record.GetByRole(AriaRole.Link, new() { Name = Say.Record(action), Exact = true })
        );
        var form = visitor.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(form).ToBeVisibleAsync();
        return form;
    }

    private static async Task SaveAsync(ILocator form, Keyboard keys, string button)
    {
        await keys.ChooseAsync(
            form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
        );
        await Assertions.Expect(form).ToBeHiddenAsync();
    }

    private static Task HasAsync(Visitor visitor, string inAddress) =>
        visitor.Page.WaitForURLAsync(url => url.Contains(inAddress, StringComparison.Ordinal));
}
