using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Live;
using Tracker.Tests.Given;
using Tracker.Web.Live;

namespace Tracker.Tests.Live;

public sealed class An_open_page_learns_of_changes(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Of_its_own_rows_only_and_of_a_hundred_in_a_second_with_three_renders_at_most()
    {
        var reader = await host.ActorAsync("coordinator");
        await using var page = new PageInCircuit(host, reader.Id);
        var changes = page.Services.GetRequiredService<ChangeBus>();
        var refreshed = 0;
        var news = page.Render<LiveNews>(p =>
            p.Add(n => n.Shown, ["KAY-2020-01", "KAY-2020-02"])
                .Add(n => n.Refresh, EventCallback.Factory.Create(this, () => refreshed++))
        );
        var first = news.RenderCount;
        Assert.Equal("0", news.Find("[data-news]").GetAttribute("data-news"));

        Tell("KAY-2020-09");
        host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(first, news.RenderCount);

        for (var i = 0; i < 100; i++)
        {
            Tell(i % 2 == 0 ? "KAY-2020-01" : "KAY-2020-02");
            host.Time.Advance(TimeSpan.FromMilliseconds(10));
        }
        host.Time.Advance(TimeSpan.FromSeconds(2));

        await news.WaitForAssertionAsync(() =>
            Assert.Equal("2", news.Find("[data-news]").GetAttribute("data-news"))
        );
        Assert.InRange(news.RenderCount - first, 1, 3);
        await news.Find("button").ClickAsync(new());
        Assert.Equal(1, refreshed);
        Assert.Equal("0", news.Find("[data-news]").GetAttribute("data-news"));

        void Tell(string code) =>
            changes.Tell(new Change(changes.Told + 1, Guid.CreateVersion7(), [code]));
    }

    [Fact]
    public async Task A_write_is_told_with_the_codes_it_touched_and_one_that_failed_is_not()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var heard = new List<Change>();
        using var listening = tracker.Of<ChangeBus>().Listen(heard.Add);
        var coordinator = await tracker.CoordinatorAsync();
        var other = await tracker.FocalPointAsync("ANPE");
        heard.Clear();

        Ends.Done(await tracker.DueAsync(coordinator, "KAY-2020-03", new DateOnly(2021, 6, 30)));
        Ends.Refused(
            Core.Refusal.LeadOnly,
            await tracker.DueAsync(other, "KAY-2020-03", new DateOnly(2021, 7, 31))
        );
        var change = Assert.Single(heard);
        Assert.Equal(["KAY-2020-03"], change.Codes);
        Assert.Equal(coordinator.Id, change.ActorId);
    }
}
