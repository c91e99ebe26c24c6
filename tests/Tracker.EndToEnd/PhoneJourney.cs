using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class PhoneJourney(JourneySuite suite) : Journey(suite)
{
    private const string Code = "KAY-2020-01";

    private static readonly string[] Pages =
    [
        "/",
        "/recommendations",
        $"/recommendations/{Code}",
        $"/recommendations/{Code}/status?to=in_progress",
        $"/recommendations/{Code}/owner",
        $"/recommendations/new?workshop={Deeds.Kayes}",
        $"/workshops/{Deeds.Kayes}",
        "/workshops",
    ];

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_narrow_phone()
    {
        var visitor = await OpenAsync(viewport: Phone);
        var wide = new List<string>();
        await visitor.GoAsync("/account/login");
        await MeasureAsync(visitor, wide);
        await visitor.SignInAsAsync("coordinator");
        foreach (var page in Pages)
        {
            Assert.Equal(200, await visitor.GoAsync(page));
            await MeasureAsync(visitor, wide);
        }

        Assert.Empty(wide);
        visitor.SawNoProblem();
    }

    [Fact]
    public async Task The_menu_opens_and_closes_without_scripts()
    {
        var say = Spoken.In("fr");
        var visitor = await OpenAsync(scripts: false, viewport: Phone);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations");
        var menu = visitor.The(AriaRole.Navigation, say.Shell("navigation"));
        await Assertions.Expect(menu).ToBeHiddenAsync();

        await visitor.FollowAsync(say.Shell("menu"));
        await Assertions.Expect(menu).ToBeVisibleAsync();
        await visitor.FollowAsync(say.Shell("close_menu"));
        await Assertions.Expect(menu).ToBeHiddenAsync();

        await visitor.FollowAsync(say.Shell("menu"));
        await visitor.FollowAsync(say.Shell("navigation.workshops"));
        await visitor.ArrivesAtAsync("/workshops");
        await Assertions.Expect(menu).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_menu_is_shut_over_the_list_it_led_to()
    {
        var say = Spoken.In("fr");
        var server = await StartServerAsync(new ServerSettings());
        await server.RunVerbAsync("demo-data", "--recommendations", "60");
        var visitor = await OpenAsync(viewport: Phone, server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations?page=2");
        var later = await visitor.ReadCodesAsync();
        var menu = visitor.The(AriaRole.Navigation, say.Shell("navigation"));

        await visitor.FollowAsync(say.Shell("menu"));
        await menu.GetByRole(
                AriaRole.Link,
                new() { Name = say.Shell("navigation.recommendations"), Exact = true }
            )
            .ClickAsync();
        await Assertions.Expect(visitor.Row(later[0])).ToHaveCountAsync(0);

        await Assertions.Expect(menu).ToBeHiddenAsync();
        Assert.Equal("/recommendations", visitor.Place);
    }

    private static async Task MeasureAsync(Visitor visitor, List<string> wide)
    {
        var width = await visitor.Page.EvaluateAsync<int>(
            "() => document.scrollingElement.scrollWidth"
        );
        if (width > Phone.Width)
        {
            wide.Add($"{visitor.Place} is {width} wide.");
        }
    }
}
