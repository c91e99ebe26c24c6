using System.Globalization;
using AngleSharp.Dom;
using Tracker.Tests.Given;

namespace Tracker.Tests.Dashboard;

/// <summary>The latest workshops by name, the earlier ones together, and a sum of them all.</summary>
public sealed class Many_workshops_end_in_one_row(WebHost host) : IClassFixture<WebHost>
{
    private static readonly string[] Columns = ["rows", "not_started", "verified", "overdue"];

    [Fact]
    public async Task The_sum_is_that_of_all_workshops_and_each_number_leads_to_its_rows()
    {
        host.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 9, 30, 0, default));
        await host.AddSamplesAsync(300);
        using var visitor = await host.SignedInAsync("coordinator");

        var page = await visitor.PageAsync("/");
        var rows = page.QuerySelectorAll("#by-workshop tbody tr").ToList();
        var others = rows.Single(r => r.GetAttribute("data-row") == "others");
        var all = rows.Single(r => r.GetAttribute("data-row") == "all");

        Assert.Equal(14, rows.Count);
        Assert.Matches(@"^\d+ autres$", others.QuerySelector("th")!.TextContent.Trim());
        Assert.Equal(Number(page, "rows"), Number(all, "rows"));
        foreach (var column in Columns)
        {
            Assert.Equal(
                rows.Where(r => r != all).Sum(r => Number(r, column)),
                Number(all, column)
            );
            var list = await visitor.PageAsync(
                Cell(others, column).Closest("a")!.GetAttribute("href")!
            );
            Assert.Equal((column, Number(others, column)), (column, Number(list, "rows")));
        }
    }

    private static IElement Cell(IParentNode place, string figure) =>
        place.QuerySelector($"[data-figure={figure}]")!;

    private static int Number(IParentNode place, string figure) =>
        int.Parse(Cell(place, figure).GetAttribute("data-value")!, CultureInfo.InvariantCulture);
}
