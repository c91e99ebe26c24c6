using System.Globalization;
using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>
/// Somebody who has a keyboard and nothing else. Each stop on the way of the Tab key must show where it is, and what
/// is looked for must lie on that way.
/// </summary>
internal sealed class Keyboard(Visitor visitor)
{
    /// <summary>More stops than any page has.</summary>
    private const int LongestWay = 250;

    /// <summary>
    /// What stands at the stop, where nothing shows that the focus is there; else nothing. The page itself and a heading
    /// that was given the focus are no stops.
    /// </summary>
    private const string Unseen = """
        () => {
          const at = document.activeElement, box = at.getBoundingClientRect();
          const style = getComputedStyle(at);
          const rings = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          return at.tabIndex < 0 || rings || box.width * box.height < 2 ? null : at.outerHTML.slice(0, 200);
        }
        """;

    /// <summary>Tabs on until the thing has the focus.</summary>
    public async Task ReachAsync(ILocator thing)
    {
        await Assertions.Expect(thing).ToBeVisibleAsync();
        for (var stop = 0; stop < LongestWay; stop++)
        {
            if (await HasFocusAsync(thing))
            {
                return;
            }
            await PressAsync("Tab");
            Assert.Null(await visitor.Page.EvaluateAsync<string?>(Unseen));
        }
        Assert.Fail($"{thing} is not on the way of the Tab key on {visitor.Place}.");
    }

    /// <summary>Follows a link, presses a button, opens a panel.</summary>
    public async Task ChooseAsync(ILocator thing)
    {
        await ReachAsync(thing);
        await PressAsync("Enter");
    }

    public async Task TickAsync(ILocator box)
    {
        await ReachAsync(box);
        await PressAsync("Space");
        await Assertions.Expect(box).ToBeCheckedAsync();
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Whether the day or the month comes first is the browser's choice: of this day both read alike.</summary>
    public static DateOnly PlainDay(int year) => new(year, 5, 5);

    /// <param name="day">One that reads alike in either order.</param>
    public async Task TypeDayAsync(ILocator field, DateOnly day)
    {
        await TypeAsync(field, day.ToString("ddMMyyyy", CultureInfo.InvariantCulture));
        await Assertions.Expect(field).ToHaveValueAsync(Deeds.Iso(day));
    }

    /// <summary>Moves a list of choices on by one.</summary>
    public async Task NextChoiceAsync(ILocator list)
    {
        await ReachAsync(list);
        await PressAsync("ArrowDown");
    }

    public Task PressAsync(string key) => visitor.Page.Keyboard.PressAsync(key);

    private static Task<bool> HasFocusAsync(ILocator thing) =>
        thing.EvaluateAsync<bool>("thing => thing === document.activeElement");
}
