using Tracker.Tests.Given;

namespace Tracker.Tests.Stories;

/// <summary>Story 1: what the fresh pack shows, in both languages.</summary>
public sealed class First_opening(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task The_pack_is_counted_by_theme_and_kind_and_the_language_keeps_the_filter()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var figures = await tracker.FiguresAsync();
        Assert.Equal(16, figures.Counts.Total);
        Assert.Equal(
            "DAT 3, DIA 4, EMP 2, GOV 2, INT 2, PRO 1, PRV 2",
            string.Join(
                ", ",
                figures.ByTheme.Select(t => $"{t.Of!.Code} {t.Total}").Order(StringComparer.Ordinal)
            )
        );
        Assert.Equal(
            16,
            figures.Counts.ByStatus[Core.Recommendations.ImplementationStatus.NotStarted]
        );
        Assert.Equal(
            (0, 0),
            (figures.Measures.Acceptance.Numerator, figures.Measures.Acceptance.Denominator)
        );
        Assert.Equal(
            "KAY-2020 16",
            string.Join(", ", figures.ByWorkshop.Select(w => $"{w.Of!.Code} {w.Total}"))
        );
        Assert.Equal(11, (await tracker.FiguresAsync("kind=explicit")).Counts.Total);

        using var visitor = await host.SignedInAsync("coordinator");
        var french = await visitor.PageAsync("/?theme=DIA");
        var english = await visitor.PageAsync(
            french.QuerySelector(".lang a[hreflang=en]")!.GetAttribute("href")!
        );

        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("4", english.QuerySelector("[data-figure=rows]")!.GetAttribute("data-value"));
        Assert.DoesNotContain("NaN", english.Body!.TextContent, StringComparison.Ordinal);
    }
}
