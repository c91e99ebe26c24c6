using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Recommendations;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;
using Tracker.Tests.Shared;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Recommendations;

public sealed class A_rapporteur_enters_recommendations : PageTest
{
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task The_number_after_the_highest_one_is_proposed()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.CoordinatorAsync());

        var page = At("/recommendations/new?workshop=KAY-2020");

        Assert.Equal("KAY-2020-17", page.WaitForElement("#code").GetAttribute("value"));
        Assert.Equal("KAY-2020", page.Find("#workshop option[selected]").GetAttribute("value"));
        Assert.True(page.Find("#title-fr").HasAttribute("autofocus"));
    }

    [Fact]
    public async Task Among_several_workshops_one_is_chosen_first_without_scripts()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.CoordinatorAsync();
        await AnotherWorkshopAsync(tracker, actor);
        Opens(tracker, actor);

        var page = At("/recommendations/new");

        page.WaitForElement("select[name=workshop]");
        var form = page.Find("main form, form");
        Assert.Equal("/recommendations/new", form.GetAttribute("action"));
        Assert.NotEqual("post", form.GetAttribute("method"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.CoordinatorAsync());
        var page = At("/recommendations/new?workshop=KAY-2020");
        page.WaitForElement("#code").Change("KAY-2020-05");
        page.Find("#text-fr").Change("Une phrase.");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("#code[aria-invalid]")));
        Assert.NotNull(page.Find("#title-fr[aria-invalid]"));
        Assert.NotNull(page.Find("#theme[aria-invalid]"));
        Assert.Contains(
            "KAY-2020-05",
            page.Find("#code-error").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("KAY-2020-05", page.Find("#code").GetAttribute("value"));
        Assert.Equal("Une phrase.", page.Find("#text-fr").GetAttribute("value"));
        Assert.EndsWith(
            "/recommendations/new?workshop=KAY-2020#title-fr",
            page.Find("[role=alert] a[href$=title-fr]").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_next_form_keeps_workshop_and_theme_and_proposes_the_next_code()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.CoordinatorAsync());
        var page = At("/recommendations/new?workshop=KAY-2020");
        page.WaitForElement("#code");
        var theme = page.FindAll("#theme option")[2].GetAttribute("value")!;
        page.Find("#theme").Change(theme);
        page.Find("#title-fr").Change("Un guichet");
        page.Find("#text-fr").Change("Ouvrir un guichet\r\nà Kayes.");
        page.Find("button[name='Input.Next']").Click();
        await SentAsync(page, "entered=KAY-2020-17");

        var next = Render<EntryPage>();

        Assert.Equal("KAY-2020-18", next.WaitForElement("#code").GetAttribute("value"));
        Assert.Equal(theme, next.Find("#theme option[selected]").GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(next.Find("#title-fr").GetAttribute("value")));
        Assert.Equal(
            "/recommendations/KAY-2020-17",
            next.Find("[role=status] a").GetAttribute("href")
        );
        var entered = await tracker
            .Of<RecordQueries>()
            .FindAsync(await tracker.CoordinatorAsync(), "KAY-2020-17", Stop);
        Assert.Equal(Publication.Draft, entered!.Publication);
        Assert.Equal("Ouvrir un guichet\nà Kayes.", entered.Text.Fr);
    }

    [Fact]
    public async Task A_proposal_taken_meanwhile_gives_way_to_the_next_one()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.CoordinatorAsync();
        Opens(tracker, actor);
        var page = At("/recommendations/new?workshop=KAY-2020");
        var theme = page.WaitForElement("#theme option:nth-child(2)").GetAttribute("value")!;
        await EnterAsync(tracker, actor, "KAY-2020-17", theme);
        page.Find("#theme").Change(theme);
        page.Find("#title-fr").Change("Un guichet");
        page.Find("#text-fr").Change("Ouvrir un guichet.");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Equal("KAY-2020-18", page.Find("#code").GetAttribute("value"))
        );
        Assert.Contains(
            "KAY-2020-17",
            page.Find("#code-error").TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Language.Fr, "Cette action est réservée à la coordination OIM.")]
    [InlineData(Language.En, null)]
    public async Task A_focal_point_is_told_who_enters(Language language, string? sentence)
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.FocalPointAsync("DGME"), language);

        var page = At("/recommendations/new?workshop=KAY-2020");

        var alert = page.WaitForElement("[role=alert]").TextContent.Trim();
        Assert.Equal(
            sentence ?? Web.Text.Words.WordFor(Refusal.CoordinationOnly, Language.En),
            alert
        );
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task A_correction_fixes_the_code_and_a_late_one_sees_both_values()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var actor = await tracker.CoordinatorAsync();
        Opens(tracker, actor, Language.En);
        var form = Render<EntryForm>(p => p.Add(f => f.Code, "KAY-2020-05"));
        form.WaitForElement("#title-fr");
        Assert.Empty(form.FindAll("#code, #workshop, #proposed-lead"));
        await RetitleAsync(tracker, actor, "Le titre d’une autre");
        form.Find("#title-fr").Change("Mon titre");

        await form.Find("form").SubmitAsync();

        var row = form.WaitForElement("[data-conflict=title_fr]").TextContent;
        Assert.Contains("Mon titre", row, StringComparison.Ordinal);
        Assert.Contains("Le titre d’une autre", row, StringComparison.Ordinal);
        Assert.Equal("Mon titre", form.Find("#title-fr").GetAttribute("value"));
        Assert.Empty(form.FindAll("[data-conflict=text_fr]"));
    }

    private IRenderedComponent<EntryPage> At(string address)
    {
        Navigation.NavigateTo(address);
        return Render<EntryPage>();
    }

    /// <summary>A click on a button sends its form; here it is sent by hand where the renderer does not.</summary>
    private async Task SentAsync(IRenderedComponent<EntryPage> page, string address)
    {
        if (!Navigation.Uri.Contains(address, StringComparison.Ordinal))
        {
            await page.Find("form").SubmitAsync();
        }
        page.WaitForAssertion(() =>
            Assert.Contains(address, Navigation.Uri, StringComparison.Ordinal)
        );
    }

    private static async Task EnterAsync(
        TestTracker tracker,
        Actor actor,
        string code,
        string theme
    ) =>
        Assert.IsType<Outcome.Done>(
            await tracker
                .Of<RecommendationCommands>()
                .EnterAsync(
                    actor,
                    new RecommendationEntry
                    {
                        WorkshopCode = "KAY-2020",
                        Code = code,
                        Kind = RecommendationKind.Explicit,
                        Title = new Bilingual("Avant", null),
                        Text = new Bilingual("Avant.", null),
                        ThemeCode = theme,
                    },
                    Stop
                )
        );

    private static async Task RetitleAsync(TestTracker tracker, Actor actor, string title)
    {
        var record = await tracker.Of<RecordQueries>().FindAsync(actor, "KAY-2020-05", Stop);
        var input = EntryInput.Of(record!);
        input.TitleFr = title;
        Assert.IsType<Outcome.Done>(
            await tracker
                .Of<RecommendationCommands>()
                .CorrectAsync(actor, record!.Code, record.Version, input.Read(), Stop)
        );
    }

    private static async Task AnotherWorkshopAsync(TestTracker tracker, Actor actor) =>
        Assert.IsType<Outcome.Done>(
            await tracker
                .Of<WorkshopCommands>()
                .CreateAsync(
                    actor,
                    new WorkshopEntry
                    {
                        Code = "BKO-2021",
                        Name = new Bilingual("Forum", null),
                        Type = EventType.Forum,
                        StartsOn = new DateOnly(2021, 1, 5),
                        EndsOn = new DateOnly(2021, 1, 6),
                    },
                    Stop
                )
        );
}
