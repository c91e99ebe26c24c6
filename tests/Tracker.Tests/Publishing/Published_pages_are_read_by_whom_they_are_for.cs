using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Access;
using Tracker.Data.Dashboard;
using Tracker.Data.Publishing;
using Tracker.Tests.Given;

namespace Tracker.Tests.Publishing;

public sealed class Published_pages_are_read_by_whom_they_are_for(WebHost host)
    : IClassFixture<WebHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Off_at_first_on_when_an_administrator_says_so_and_off_again()
    {
        using var nobody = host.Visitor();
        await TurnAsync(on: false);
        foreach (var page in new[] { "/public", "/public/KAY-2020" })
        {
            using var answer = await nobody.GetAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(
                "/account/login",
                answer.Headers.Location!.ToString(),
                StringComparison.Ordinal
            );
        }
        await NotFoundAsync(nobody, "/public/KAY-2020/data.csv", "/public/feed.atom");

        await TurnAsync(on: true);
        var open = await nobody.PageAsync("/public/KAY-2020");
        Assert.Equal("KAY-2020", open.QuerySelector("h1")!.GetAttribute("data-workshop"));
        Assert.Empty(open.QuerySelectorAll("script"));
        Assert.Empty(open.QuerySelectorAll("main form, main button"));
        Assert.True(open.QuerySelectorAll("tr[data-code]").Length >= 16);
        Assert.NotNull(
            (await nobody.PageAsync("/public")).QuerySelector("[data-workshop=KAY-2020]")
        );

        await TurnAsync(on: false);
        using var shut = await nobody.GetAsync("/public/KAY-2020");
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
    }

    [Fact]
    public async Task A_donor_reads_what_they_paid_for_and_the_figures_are_those_of_the_dashboard()
    {
        await TurnAsync(on: false);
        using var donor = await host.SignedInAsync("donor");

        var page = await donor.PageAsync("/public/KAY-2020");
        var figures = await host.Of<DashboardQueries>()
            .FiguresAsync(
                Actor.Worker,
                Asking.Reading("workshop=KAY-2020"),
                cancellation: Cancellation
            );

        foreach (
            var (key, rate) in new[]
            {
                ("verified_rate", figures.Measures.Verified),
                ("declared_rate", figures.Measures.Declared),
                ("overdue_rate", figures.Measures.Overdue),
            }
        )
        {
            var figure = page.QuerySelector($"[data-figure={key}]")!;
            Assert.Equal($"{rate.Numerator}", figure.GetAttribute("data-numerator"));
            Assert.Equal($"{rate.Denominator}", figure.GetAttribute("data-denominator"));
        }
        Assert.Contains(
            $"{figures.Counts.Total} recommandations",
            page.QuerySelector("[data-memo=fr]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "followed",
            page.QuerySelector("[data-memo=en]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_link_opens_until_its_last_day_and_one_ended_taken_back_or_forged_is_the_same_page()
    {
        await TurnAsync(on: false);
        var last = new DateOnly(2021, 1, 31);
        using var nobody = host.Visitor();
        var coordinator = await ActorAsync("coordinator");
        var shares = host.Of<ShareCommands>();
        var token = Ends.Made(
            await shares.MakeAsync(coordinator, "KAY-2020", "Comité", last, Cancellation)
        );
        var revoked = Ends.Made(
            await shares.MakeAsync(coordinator, "KAY-2020", "Erreur", last, Cancellation)
        );
        var links = await host.Of<ShareQueries>()
            .OfWorkshopAsync(coordinator, "KAY-2020", Cancellation);
        Ends.Done(
            await shares.RevokeAsync(
                coordinator,
                links.Single(l => l.Purpose == "Erreur").Id,
                Cancellation
            )
        );

        var page = await nobody.PageAsync($"/shared/{token}");
        Assert.True(page.QuerySelectorAll("tr[data-code]").Length >= 16);
        using (var data = await nobody.GetAsync($"/shared/{token}/data.csv"))
        {
            Assert.Equal(HttpStatusCode.OK, data.StatusCode);
            Assert.Contains(
                "no-store",
                data.Headers.CacheControl!.ToString(),
                StringComparison.Ordinal
            );
        }
        var forged = await EndOfAsync(nobody, token[..^2] + "AA");
        Assert.Equal(forged, await EndOfAsync(nobody, revoked));
        host.Time.SetUtcNow(new DateTimeOffset(2021, 1, 31, 23, 0, 0, default));
        Assert.NotEmpty(
            (await nobody.PageAsync($"/shared/{token}")).QuerySelectorAll("tr[data-code]")
        );
        host.Time.SetUtcNow(new DateTimeOffset(2021, 2, 1, 0, 1, 0, default));
        Assert.Equal(forged, await EndOfAsync(nobody, token));
        await NotFoundAsync(nobody, $"/shared/{token}/data.json", $"/shared/{revoked}/data.csv");
    }

    [Fact]
    public async Task Open_data_and_feed_are_whole_and_well_formed()
    {
        await TurnAsync(on: true);
        using var nobody = host.Visitor();

        using var json = await nobody.GetAsync("/public/KAY-2020/data.json");
        using var document = JsonDocument.Parse(
            await json.Content.ReadAsByteArrayAsync(Cancellation)
        );
        Assert.True(document.RootElement.GetProperty("recommendations").GetArrayLength() >= 16);
        Assert.Equal(
            document
                .RootElement.GetProperty("recommendations")[0]
                .EnumerateObject()
                .Select(p => p.Name),
            document
                .RootElement.GetProperty("columns")
                .EnumerateArray()
                .Select(c => c.GetProperty("name").GetString())
        );
        using var csv = await nobody.GetAsync("/public/KAY-2020/data.csv");
        var lines = await csv.Content.ReadAsStringAsync(Cancellation);
        Assert.StartsWith(
            "code,kind,title_fr",
            lines.TrimStart('\uFEFF'),
            StringComparison.Ordinal
        );
        using var feed = await nobody.GetAsync("/public/feed.atom");
        var atom = XDocument.Parse(await feed.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("feed", atom.Root!.Name.LocalName);
        Assert.NotEmpty(
            (await nobody.PageAsync("/public/dictionary")).QuerySelectorAll("tbody tr")
        );
    }

    [Fact]
    public async Task An_unchanged_page_comes_from_memory_and_a_changed_one_is_right_within_a_second()
    {
        await TurnAsync(on: true);
        using var nobody = host.Visitor();
        using var first = await nobody.GetAsync("/public/KAY-2020");
        using var second = await nobody.GetAsync("/public/KAY-2020");
        Assert.NotNull(first.Headers.ETag);
        var policy = second.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);

        var coordinator = await ActorAsync("coordinator");
        var code = Ends.Made(
            await host.Of<Data.Recommendations.RecommendationCommands>()
                .EnterAsync(coordinator, Entries.Recommendation(), Cancellation)
        );
        var version = (
            await host.Of<Data.Recommendations.RecordQueries>()
                .FindAsync(coordinator, code, Cancellation)
        )!.Version;
        Ends.Done(
            await host.Of<Data.Recommendations.RecommendationCommands>()
                .PublishAsync(coordinator, code, version, Cancellation)
        );
        var until = Environment.TickCount64 + 1000;
        var rows = 0;
        while (rows != 17 && Environment.TickCount64 < until)
        {
            rows = (await nobody.PageAsync("/public/KAY-2020"))
                .QuerySelectorAll("tr[data-code]")
                .Length;
        }
        Assert.Equal(17, rows);
    }

    private static async Task<string> EndOfAsync(Visitor visitor, string token)
    {
        using var answer = await visitor.GetAsync($"/shared/{token}");
        var page = await Visitor.ReadAsync(answer);
        return $"{answer.StatusCode} {page.QuerySelector("main")!.TextContent.Trim()}";
    }

    private static async Task NotFoundAsync(Visitor visitor, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            using var answer = await visitor.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
    }

    private async Task TurnAsync(bool on) =>
        Ends.Done(
            await host.Of<ShareCommands>().TurnPublicPagesAsync(Actor.Worker, on, Cancellation)
        );

    private Task<Actor> ActorAsync(string email) => host.ActorAsync(email);
}
