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

    private const string Stranger = """
        Code;Atelier;Date de l’atelier;Thématique;Recommandation;Responsable;Partenaires;Échéance;Région;État d’avancement;Taux;Observations
        SEG-2022-01;Atelier de Ségou;24/06/2022;Retour;Ouvrir un guichet d’accueil à la gare de Ségou.;Comité local inconnu;OIM;03/04/2023;Gao/Kidal;Réalisé;120%;Rappeler le 76 00 00 00
        SEG-2022-02;;;;Former les agents du guichet à l’écoute.;D.G.M.E;;31/02/2023;Toumbouctou;Abandonné;50%;
        KAY-2020-02;;;Gouvernance;Un texte tout à fait différent de celui qui existe déjà.;DGME;;T3 2023;Kayes;En cours;0,5;
        ;Atelier sans date;;Thème inconnu;;;;;;Peut-être;;
        """;

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
        $"/recommendations/{Code}/related",
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

    /// <summary>With questions of every kind: an owner nobody knows, two readings of a date, a status that asks for a reason.</summary>
    [Fact]
    public async Task The_preview_of_a_file_has_no_barrier()
    {
        var barriers = new List<string>();
        var visitor = await OpenAsync();
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/import");
        await visitor
            .Page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "plan-de-suivi.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(Stranger),
                }
            );
        await visitor.Page.Locator("main form button.main").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/import/*-*");
        await ExamineAsync(visitor, barriers);

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
