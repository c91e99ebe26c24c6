using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>
/// Every page, as the roles that see it differently see it, under the eyes of axe: at three widths, in light and dark.
/// What depends on the light is contrast alone, so the dark looks at that.
/// </summary>
public sealed class AccessibilityJourney(JourneySuite suite) : Journey(suite)
{
    private const string Code = "KAY-2020-02";

    private static readonly int[] Widths = [320, 768, 1280];

    /// <summary>What passed is counted, not described: that is most of the work.</summary>
    private static readonly AxeRunOptions Everything = new()
    {
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions ContrastAlone = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] },
    };

    private static readonly string[] Open =
    [
        "/account/login",
        "/account/login?lang=en",
        "/keys?lang=fr",
        "/no/such/page",
        "/error/500",
        "/shared/forged",
    ];

    private static readonly string[] Coordinating =
    [
        "/",
        "/my",
        "/recommendations",
        "/recommendations?q=zzz&status=verified",
        "/recommendations?publication=draft",
        $"/recommendations/{Code}",
        $"/recommendations/{Code}/status",
        $"/recommendations/{Code}/status?to=deferred",
        $"/recommendations/{Code}/owner",
        $"/recommendations/{Code}/due",
        $"/recommendations/{Code}/update",
        $"/recommendations/{Code}/answer",
        $"/recommendations/{Code}/milestones",
        $"/recommendations/{Code}/comment",
        $"/recommendations/{Code}/evidence",
        $"/recommendations/{Code}/archive",
        "/verification",
        $"/recommendations/{Code}/edit",
        $"/recommendations/new?workshop={Deeds.Kayes}",
        "/workshops",
        "/workshops/new",
        $"/workshops/{Deeds.Kayes}",
        $"/workshops/{Deeds.Kayes}/edit",
        "/recommendations/KAY-2020-99",
        "/?by=place&as_of=2021-01-31",
        $"/recommendations/{Code}?as_of=2021-01-31",
        "/changes?from=2020-12-01",
        "/comparison?left.theme=DIA&right.theme=DAT",
        "/views?save=%2Frecommendations",
        $"/workshops/{Deeds.Kayes}/share",
        "/import",
        "/public",
        "/public/dictionary",
        $"/public/{Deeds.Kayes}",
    ];

    private static readonly string[] Administering =
    [
        "/admin/causes",
        "/admin/causes?cause=other",
        "/admin/settings",
    ];

    /// <summary>In sight, but refused; and the list of somebody who only reads.</summary>
    private static readonly string[] Reading =
    [
        "/my",
        "/my?lang=en",
        "/admin/causes",
        $"/recommendations/{Code}/owner",
        $"/recommendations/{Code}",
        "/workshops/new",
        "/recommendations?lang=en",
    ];

    [Fact]
    public async Task No_page_has_a_barrier_or_scrolls_sideways()
    {
        var barriers = new List<string>();
        await VisitAsync(barriers, role: null, Open);
        await VisitAsync(barriers, "coordinator", Coordinating);
        await VisitAsync(barriers, "anpe", Reading);
        await VisitAsync(barriers, "admin", Administering);

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    [Fact]
    public async Task Nothing_that_opens_over_a_page_has_a_barrier()
    {
        var say = Spoken.In("fr");
        var barriers = new List<string>();
        var visitor = await OpenAsync();
        await visitor.SignInAsAsync("coordinator");

        await visitor.GoAsync("/recommendations");
        await visitor.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visitor.The(AriaRole.Dialog, say.Keys("title"))).ToBeVisibleAsync();
        await ExamineAsync(visitor, barriers);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor
            .Page.GetByRole(AriaRole.Search)
            .GetByText(say.List("filter.theme"), new() { Exact = true })
            .First.ClickAsync();
        await ExamineAsync(visitor, barriers);
        foreach (var action in new[] { "assign_owner", "set_due_date", "archive_recommendation" })
        {
            await visitor.GoAsync($"/recommendations/{Code}");
            await new Deeds(visitor, say, dialogs: true).OpenOtherAsync(
                Code,
                say.Record($"action.{action}")
            );
            await ExamineAsync(visitor, barriers);
        }

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    private async Task VisitAsync(List<string> barriers, string? role, string[] pages)
    {
        var visitor = await OpenAsync();
        if (role is not null)
        {
            await visitor.SignInAsAsync(role);
        }
        foreach (var page in pages)
        {
            await visitor.GoAsync(page);
            await ExamineAsync(visitor, barriers);
        }
    }

    private static async Task ExamineAsync(Visitor visitor, List<string> barriers)
    {
        foreach (var width in Widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, Desk.Height);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            Note(visitor, barriers, $"{width}", await visitor.Page.RunAxe(Everything));
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Note(visitor, barriers, $"{width} dark", await visitor.Page.RunAxe(ContrastAlone));
            var needed = await visitor.Page.EvaluateAsync<int>(
                "() => document.scrollingElement.scrollWidth"
            );
            if (needed > width)
            {
                barriers.Add($"{visitor.Place} is {needed} wide at {width}.");
            }
        }
    }

    private static void Note(
        Visitor visitor,
        List<string> barriers,
        string circumstances,
        AxeResult result
    )
    {
        Assert.NotEmpty(result.Passes);
        barriers.AddRange(
            from violation in result.Violations
            from node in violation.Nodes
            select $"{visitor.Place} ({circumstances}): {violation.Id} ({violation.Help}) at {node.Html}"
        );
    }
}
