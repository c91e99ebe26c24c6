using System.IO.Compression;
using System.Text;
using Tracker.Core.Access;
using Tracker.Data.Publishing;
using Tracker.Tests.Given;

namespace Tracker.Tests.Publishing;

/// <summary>Forty canaries in the fields that donors and the public must not read; pages, files and errors are crawled.</summary>
public sealed class What_is_internal_never_leaves(WebHost host, ITestOutputHelper output)
    : IClassFixture<WebHost>
{
    private const int MostPages = 150;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_a_donor_by_a_link_and_as_nobody_no_canary_is_met_and_a_coordinator_meets_some()
    {
        var canaries = new Canaries();
        await canaries.PlantAsync(host, Cancellation);
        Assert.True(canaries.Planted.Count >= 40, $"Only {canaries.Planted.Count} were planted.");
        var shares = host.Of<ShareCommands>();
        var token = Ends.Made(
            await shares.MakeAsync(
                await host.ActorAsync("coordinator"),
                "KAY-2020",
                "Comité",
                new DateOnly(2021, 3, 1),
                Cancellation
            )
        );
        Ends.Done(await shares.TurnPublicPagesAsync(Actor.Worker, true, Cancellation));
        string[] everywhere =
        [
            "/",
            "/?by=place",
            "/recommendations",
            "/recommendations?q=canari",
            "/recommendations/KAY-2020-01",
            "/recommendations/KAY-2020-91",
            "/recommendations/KAY-2020-92",
            "/recommendations/export.xlsx",
            "/recommendations/export.csv",
            "/changes?from=2020-12-01&to=2021-01-08",
            "/views",
            "/workshops/KAY-2020",
            "/public",
            "/public/KAY-2020",
            "/public/KAY-2020/data.csv",
            "/public/KAY-2020/data.json",
            "/public/feed.atom",
            "/public/KAY-2020/feed.atom",
            $"/shared/{token}",
            $"/shared/{token}/data.json",
            "/shared/forged",
            "/nowhere",
        ];
        foreach (var account in new[] { null, "donor", "analyst" })
        {
            using var visitor = account is null
                ? host.Visitor()
                : await host.SignedInAsync(account);
            var (read, met) = await CrawlAsync(visitor, everywhere, canaries.Planted);
            output.WriteLine(
                $"{account ?? "nobody"}: {read} answers read, {met.Count} canaries met."
            );
            Assert.True(read >= everywhere.Length, $"Only {read} answers were read.");
            Assert.Empty(met);
        }
        using var coordinator = await host.SignedInAsync("coordinator");
        var (_, found) = await CrawlAsync(coordinator, everywhere, canaries.Planted);
        Assert.True(found.Count > 10, $"The crawl would have met {found.Count} only.");
    }

    private static async Task<(int Read, List<string> Met)> CrawlAsync(
        Visitor visitor,
        IEnumerable<string> start,
        IReadOnlyList<string> canaries
    )
    {
        var open = new Queue<string>(start);
        var seen = open.ToHashSet(StringComparer.Ordinal);
        var met = new List<string>();
        var read = 0;
        while (open.TryDequeue(out var address) && read < MostPages)
        {
            using var answer = await visitor.GetAsync(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
            var said = Text(bytes) + answer.Headers + answer.Content.Headers;
            read++;
            met.AddRange(
                canaries
                    .Where(c => said.Contains(c, StringComparison.OrdinalIgnoreCase))
                    .Select(c => $"{c} at {address}")
            );
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }
            var page = await Visitor.ReadAsync(answer);
            foreach (
                var link in page.QuerySelectorAll("main a[href^='/']")
                    .Select(a => a.GetAttribute("href")!.Split('#')[0])
                    .Where(l => !l.StartsWith("/account", StringComparison.Ordinal))
            )
            {
                if (seen.Add(link))
                {
                    open.Enqueue(link);
                }
            }
        }
        return (read, met);
    }

    /// <summary>A workbook is read part by part.</summary>
    private static string Text(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }
        return text.ToString();
    }
}
