using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Words;
using Tracker.Tests.Given;
using Tracker.Tests.Shared;
using Tracker.Web.Workshops;

namespace Tracker.Tests.Workshops;

public sealed class Workshops_are_entered_and_read : PageTest
{
    [Theory]
    [InlineData(Language.Fr, "16/12/2020", "atelier")]
    [InlineData(Language.En, "16/12/2020", "workshop")]
    public async Task The_list_leads_to_the_recommendations_of_each(
        Language language,
        string day,
        string type
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.CoordinatorAsync(), language);

        var page = Render<WorkshopListPage>();

        var row = page.WaitForElement("tr[data-workshop=KAY-2020]");
        Assert.Contains(day, row.TextContent, StringComparison.Ordinal);
        Assert.Equal(type, row.QuerySelector(".tag")!.TextContent);
        Assert.Equal(
            "16",
            row.QuerySelector("a[href='/recommendations?workshop=KAY-2020']")!.TextContent
        );
        Assert.Equal(
            "0",
            row.QuerySelector(
                "a[href='/recommendations?workshop=KAY-2020&publication=draft']"
            )!.TextContent
        );
    }

    [Fact]
    public async Task A_focal_point_reads_a_workshop_and_is_offered_nothing_to_enter()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.FocalPointAsync("DGME"));

        var page = Render<WorkshopPage>(p => p.Add(w => w.Code, "KAY-2020"));

        page.WaitForElement("tr[data-code=KAY-2020-16]");
        Assert.Equal(16, page.FindAll("tr[data-code]").Count);
        Assert.Empty(page.FindAll(".btn"));
        var correction = Render<WorkshopCorrectionPage>(p => p.Add(w => w.Code, "KAY-2020"));
        correction.WaitForElement("[role=alert]");
        Assert.Empty(correction.FindAll("form"));
    }

    [Fact]
    public async Task A_workshop_is_entered_once_its_days_are_in_order()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.CoordinatorAsync());
        var page = Render<NewWorkshopPage>();
        page.WaitForElement("#code").Change("bko-2021");
        page.Find("#name-fr").Change("Forum de suivi");
        page.Find("#starts-on").Change("2021-01-06");
        page.Find("#ends-on").Change("2021-01-05");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("#ends-on[aria-invalid]")));
        Assert.Equal("Forum de suivi", page.Find("#name-fr").GetAttribute("value"));
        page.Find("#ends-on").Change("2021-01-06");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.EndsWith(
                "/workshops/BKO-2021?saved=create_workshop",
                Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
        var made = Render<WorkshopPage>(p => p.Add(w => w.Code, "BKO-2021"));
        Assert.Contains(
            "Forum de suivi",
            made.WaitForElement("h1").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_code_once_given_is_not_offered_for_correction()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Opens(tracker, await tracker.CoordinatorAsync(), Language.En);

        var page = Render<WorkshopCorrectionPage>(p => p.Add(w => w.Code, "KAY-2020"));

        page.WaitForElement("#name-fr");
        Assert.Empty(page.FindAll("#code"));
        Assert.True(page.Find("#organisers details").HasAttribute("open"));
        Assert.Equal(
            ["MMEIA", "OIM-ML"],
            page.FindAll("#organisers input[checked]")
                .Select(i => i.GetAttribute("value")!)
                .Order(StringComparer.Ordinal)
        );
    }
}
