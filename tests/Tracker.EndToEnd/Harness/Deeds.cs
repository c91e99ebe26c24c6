using System.Globalization;
using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>
/// What people do with a record. The same deed is a dialog where scripts are on and a page where they are off;
/// its words and fields are the same.
/// </summary>
/// <param name="dialogs">Whether deeds are expected to come as dialogs over the record.</param>
internal sealed class Deeds(Visitor visitor, Spoken say, bool dialogs)
{
    public const string Kayes = "KAY-2020";

    /// <summary>Where the open deed's form stands.</summary>
    public ILocator Form => visitor.Page.GetByRole(dialogs ? AriaRole.Dialog : AriaRole.Main);

    /// <summary>Enters a draft in the Kayes workshop under the code that is proposed, and gives that code.</summary>
    public async Task<string> EnterAsync(string title)
    {
        await visitor.GoAsync($"/workshops/{Kayes}");
        await visitor
            .Page.GetByRole(AriaRole.Main)
            .GetByRole(
                AriaRole.Link,
                new() { Name = say.Workshop("new_recommendation"), Exact = true }
            )
            .ClickAsync();
        await visitor.ArrivesAtAsync("/recommendations/new");
        var code = await visitor.Field(say.Entry("field.code")).InputValueAsync();
        await visitor
            .Field(say.Entry("field.theme"))
            .SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visitor.FillAsync(say.Entry("field.title_fr"), title);
        await visitor.FillAsync(say.Entry("field.text_fr"), $"Texte adopté : {title}.");
        await visitor.FillAsync(say.Optional(say.Entry("field.title_en")), title);
        await visitor.PressAsync(say.Record("form.save"));
        await visitor.ArrivesAtAsync($"/recommendations/{code}");
        await visitor.SeesTextAsync(say.Record("saved.entered"));
        return code;
    }

    /// <summary>The button that stands out on the record.</summary>
    public Task OpenMainAsync(string code, string action) => OpenAsync(code, action, behind: null);

    /// <summary>One of the deeds behind the button for the others.</summary>
    public Task OpenOtherAsync(string code, string action) =>
        OpenAsync(code, action, say.Record("actions"));

    public async Task SaveAsync(string code, string? button = null)
    {
        await Form.GetByRole(
                AriaRole.Button,
                new() { Name = button ?? say.Record("form.save"), Exact = true }
            )
            .ClickAsync();
        if (dialogs)
        {
            await Assertions.Expect(Form).ToBeHiddenAsync();
            return;
        }
        await visitor.ArrivesAtAsync($"/recommendations/{code}");
        await visitor.SeesTextAsync(say.Record("saved"));
    }

    public Task FillAsync(string label, string text) =>
        Form.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public async Task PublishAsync(string code)
    {
        await OpenMainAsync(code, say.Record("action.publish_recommendation"));
        await SaveAsync(code, say.Record("publish.button"));
    }

    /// <summary>Makes an organisation the lead, with the first ones offered beside it, and gives their codes.</summary>
    public async Task<IReadOnlyList<string>> AssignAsync(string code, string lead, int supporting)
    {
        await OpenOtherAsync(code, say.Record("action.assign_owner"));
        await Form.GetByLabel(say.Record("owner.lead"), new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Value = lead });
        var chosen = new List<string>();
        foreach (var box in await Form.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            if (chosen.Count == supporting)
            {
                break;
            }
            if (await box.GetAttributeAsync("value") is { } organisation && organisation != lead)
            {
                await box.CheckAsync();
                chosen.Add(organisation);
            }
        }
        await SaveAsync(code);
        return chosen;
    }

    public async Task SetDueDateAsync(string code, DateOnly day, string? reason = null)
    {
        await OpenOtherAsync(
            code,
            say.Record(reason is null ? "action.set_due_date" : "action.move_due_date")
        );
        await FillAsync(say.Record("due.date"), Iso(day));
        if (reason is not null)
        {
            await FillAsync(say.Record("due.reason"), reason);
        }
        await SaveAsync(code);
    }

    public async Task StartWorkAsync(string code, string update, int percent)
    {
        await OpenMainAsync(code, say.Record("action.change_status"));
        await Form.GetByRole(
                AriaRole.Link,
                new() { Name = say.Word("status.in_progress"), Exact = true }
            )
            .ClickAsync();
        await FillAsync(say.Record("status.update_text"), update);
        await FillAsync(
            say.Optional(say.Record("status.percent")),
            percent.ToString(CultureInfo.InvariantCulture)
        );
        await SaveAsync(code);
    }

    /// <summary>The record or the row shows this status.</summary>
    public Task SeesStatusAsync(string code, string status) =>
        Assertions
            .Expect(visitor.Row(code).Locator($"[data-status='{status}']").First)
            .ToBeVisibleAsync();

    public static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="action">What the link says.</param>
    /// <param name="behind">The button to press first.</param>
    private async Task OpenAsync(string code, string action, string? behind)
    {
        if (visitor.Place.Split('?')[0] != $"/recommendations/{code}")
        {
            await visitor.GoAsync($"/recommendations/{code}");
        }
        var record = visitor.Row(code);
        if (behind is not null)
        {
            await record.GetByText(behind, new() { Exact = true }).ClickAsync();
        }
        await record.GetByRole(AriaRole.Link, new() { Name = action, Exact = true }).ClickAsync();
        if (dialogs)
        {
            await Assertions.Expect(Form).ToBeVisibleAsync();
        }
        else
        {
            await visitor.Page.WaitForURLAsync(url =>
                new Uri(url).AbsolutePath.StartsWith(
                    $"/recommendations/{code}/",
                    StringComparison.Ordinal
                )
            );
        }
    }
}
