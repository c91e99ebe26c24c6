using Bunit;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Words;
using Tracker.Tests.Given;
using Tracker.Tests.Shared;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Evidence;

public sealed class The_record_shows_its_evidence : PageTest
{
    /// <summary>Led by MEFP.</summary>
    private const string Code = "KAY-2020-05";

    [Theory]
    [InlineData(
        Language.Fr,
        "Pièces justificatives",
        "décret ou arrêté",
        "interne",
        "Joindre une pièce"
    )]
    [InlineData(Language.En, "Evidence", "decree or order", "internal", "Attach evidence")]
    public async Task In_the_words_of_its_reader(
        Language language,
        string heading,
        string kind,
        string visibility,
        string attach
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        await tracker.AttachFileAsync(lead, Code, "décret.pdf", MadeFiles.Pdf());
        Opens(tracker, lead, language);

        var section = Section();

        Assert.Equal(heading, section.QuerySelector("h2")!.TextContent);
        foreach (var word in new[] { kind, visibility, "décret.pdf", "MEFP", lead.Name })
        {
            Assert.Contains(word, section.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(attach, section.QuerySelector("a.btn")!.TextContent);
        Assert.StartsWith(
            "/evidence/",
            section.QuerySelector("a[download]")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task As_much_as_a_record_carries_along_and_a_link_to_the_rest()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        for (var piece = 0; piece < 23; piece++)
        {
            await tracker.AttachLinkAsync(lead, Code);
        }
        Opens(tracker, lead);

        var section = Section();

        Assert.Equal(20, section.QuerySelectorAll("[data-evidence]").Length);
        Assert.Contains("3 autres pièces", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_a_donor_only_what_is_shared_without_names_and_without_acts()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        await tracker.AttachLinkAsync(lead, Code, Showing.Entry("Interne à nous"));
        Opens(tracker, await tracker.PersonAsync(Role.DonorViewer, "FFU"));
        Assert.DoesNotContain("Interne à nous", Page().Markup, StringComparison.Ordinal);

        await tracker.AttachLinkAsync(
            lead,
            Code,
            Showing.Entry("Pour tous", EvidenceVisibility.Shared)
        );
        var page = Page();

        Assert.Contains("Pour tous", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Interne à nous", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(lead.Name, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-labelledby=h-evidence] a.btn"));
    }

    private IRenderedComponent<RecordPage> Page()
    {
        var page = Render<RecordPage>(p => p.Add(r => r.Code, Code));
        page.WaitForElement("h1");
        return page;
    }

    private AngleSharp.Dom.IElement Section() => Page().Find("[aria-labelledby=h-evidence]");
}
