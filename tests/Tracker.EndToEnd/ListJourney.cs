using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class ListJourney(JourneySuite suite) : Journey(suite)
{
    private static readonly Spoken Say = Spoken.In("fr");

    [Fact]
    public async Task The_list_is_filtered_searched_sorted_and_leafed_through_without_scripts()
    {
        var visitor = await OpenAsync("fr", scripts: false);
        await visitor.SignInAsAsync("analyst");
        await visitor.GoAsync($"/recommendations?workshop={Deeds.Kayes}");
        var all = await visitor.ReadCodesAsync();

        // A panel: one status.
        var form = visitor.Page.GetByRole(AriaRole.Search);
        await form.GetByText(Say.List("filter.status"), new() { Exact = true }).First.ClickAsync();
        // The number beside the value is part of its label.
        await form.GetByLabel(Say.Word("status.not_started")).CheckAsync();
        await visitor.PressAsync(Say.List("filter.apply"));
        await WaitForAsync(visitor, "status=not_started");
        var open = await visitor.ReadCodesAsync();
        Assert.Equal(open.Count.ToString(Say.Culture), await visitor.ReadFigureAsync("rows"));
        await Assertions
            .Expect(visitor.Page.Locator("tr [data-status='not_started']"))
            .ToHaveCountAsync(open.Count);

        // A search, beside the panel's filter, in small letters and without the accents of the text.
        await visitor.FillAsync(Say.List("search"), "cedeao");
        await visitor.PressAsync(Say.List("filter.submit"));
        await WaitForAsync(visitor, "q=cedeao");
        Assert.Contains("status=not_started", visitor.Place, StringComparison.Ordinal);
        var found = await visitor.ReadCodesAsync();
        Assert.InRange(found.Count, 1, all.Count - 1);
        Assert.Empty(found.Except(all));

        // Take the search away again.
        var words = Say.List("filter.named", Say.List("filter.q"), "cedeao");
        await visitor.FollowAsync(Say.List("filter.remove.label", words));
        await visitor.Page.WaitForURLAsync(url => !url.Contains("q=", StringComparison.Ordinal));
        Assert.Equal(open, await visitor.ReadCodesAsync());

        // Sort by title, then the other way round.
        await visitor.FollowAsync(Say.List("column.recommendation"));
        await WaitForAsync(visitor, "sort=title");
        var sorted = await visitor.ReadCodesAsync();
        Assert.Equal(open.Order(), sorted.Order());
        await visitor.FollowAsync(Say.List("column.recommendation"));
        await WaitForAsync(visitor, "dir=desc");
        Assert.Equal(sorted.Reverse(), await visitor.ReadCodesAsync());

        // Leaf through the records in that order, and come back to it.
        var back = visitor.Place;
        var (first, second) = (sorted[^1], sorted[^2]);
        await visitor.Row(first).GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.ArrivesAtAsync($"/recommendations/{first}");
        await visitor.FollowAsync(Say.Record("neighbours.next", second));
        await visitor.ArrivesAtAsync($"/recommendations/{second}");
        await visitor.FollowAsync(Say.Record("neighbours.previous", first));
        await visitor.ArrivesAtAsync($"/recommendations/{first}");
        await visitor
            .The(AriaRole.Navigation, Say.Record("trail"))
            .GetByRole(AriaRole.Link, new() { Name = Say.Record("list"), Exact = true })
            .ClickAsync();
        await visitor.ArrivesAtAsync("/recommendations");
        Assert.Equal(back, visitor.Place);
        visitor.SawNoProblem();
    }

    private static Task WaitForAsync(Visitor visitor, string inAddress) =>
        visitor.Page.WaitForURLAsync(url => url.Contains(inAddress, StringComparison.Ordinal));
}
