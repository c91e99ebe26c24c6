using System.Globalization;
using AngleSharp.Dom;
using Tracker.Core;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Dashboard;

public sealed class Every_figure_leads_to_its_rows(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Each_number_is_the_number_of_rows_behind_its_link()
    {
        await UnassignAsync("KAY-2020-15");
        await StartAsync("KAY-2020-01", dueOn: new DateOnly(2021, 1, 20));
        host.Time.SetUtcNow(new DateTimeOffset(2021, 6, 1, 9, 30, 0, default));
        using var visitor = await host.SignedInAsync("coordinator");

        var page = await visitor.PageAsync("/");
        var figures = page.QuerySelectorAll("main [data-figure]:not([data-denominator])")
            .Select(figure =>
                (
                    Count: int.Parse(
                        figure.GetAttribute("data-value")!,
                        CultureInfo.InvariantCulture
                    ),
                    Href: figure.Closest("a")?.GetAttribute("href")
                )
            )
            .ToList();

        Assert.True(figures.Count > 100, $"Only {figures.Count} figures were found.");
        Assert.Contains(figures, f => f is { Count: 1, Href: "/recommendations?overdue=1" });
        Assert.Contains(figures, f => f is { Count: 1, Href: "/recommendations?lead=none" });
        foreach (var (count, href) in figures.Distinct())
        {
            Assert.NotNull(href);
            var list = await visitor.PageAsync(href);
            Assert.Equal((href, count), (href, Total(list)));
            Assert.Equal((href, count), (href, list.QuerySelectorAll("tr[data-code]").Length));
        }
    }

    [Fact]
    public async Task Leads_stand_in_the_order_of_their_names()
    {
        using var visitor = await host.SignedInAsync("dgme");

        var page = await visitor.PageAsync("/");
        var names = page.QuerySelectorAll("#by-lead tbody tr:not([data-row=all], [data-row=none])")
            .Select(row => Folding.Fold(row.QuerySelector("th")!.TextContent.Trim()))
            .ToList();

        Assert.True(names.Count > 8);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Each_number_says_what_it_counts_to_readers_who_hear_it_alone(string language)
    {
        using var visitor = await host.SignedInAsync("analyst");

        var page = await visitor.PageAsync($"/?lang={language}");
        var names = page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("aria-label"));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.All(names, name => Assert.Matches(@"^\S.+, \S.+:.?\d+$", name));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.All(
            page.QuerySelectorAll("main table"),
            table => Assert.NotNull(table.QuerySelector("caption"))
        );
    }

    private static int Total(IParentNode list) =>
        int.Parse(
            list.QuerySelector("[data-figure=rows]")!.GetAttribute("data-value")!,
            CultureInfo.InvariantCulture
        );

    private async Task UnassignAsync(string code)
    {
        var coordinator = await host.ActorAsync("coordinator");
        var record = await host.Of<RecordQueries>().FindAsync(coordinator, code);
        Assert.IsType<Outcome.Done>(
            await host.Of<OwnerCommands>()
                .AssignAsync(coordinator, code, record!.Version, new OwnerChange(null, []))
        );
    }

    private async Task StartAsync(string code, DateOnly dueOn)
    {
        var coordinator = await host.ActorAsync("coordinator");
        var record = await host.Of<RecordQueries>().FindAsync(coordinator, code);
        Assert.IsType<Outcome.Done>(
            await host.Of<OwnerCommands>()
                .SetDueDateAsync(coordinator, code, record!.Version, dueOn, null)
        );
        record = await host.Of<RecordQueries>().FindAsync(coordinator, code);
        var change = new StatusChange
        {
            To = ImplementationStatus.InProgress,
            UpdateText = "Les travaux ont commencé.",
        };
        Assert.IsType<Outcome.Done>(
            await host.Of<StatusCommands>()
                .ChangeAsync(coordinator, code, record!.Version, change, Language.Fr)
        );
    }
}
