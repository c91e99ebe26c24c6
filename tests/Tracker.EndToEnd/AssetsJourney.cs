using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>On a slow line a style sheet is fetched once, small, and never asked for again.</summary>
public sealed class AssetsJourney(JourneySuite suite) : Journey(suite)
{
    private static readonly string[] Pages =
    [
        "/",
        "/recommendations",
        "/recommendations/KAY-2020-01",
        "/recommendations/KAY-2020-01/owner",
        "/recommendations/new",
        "/workshops",
        "/workshops/KAY-2020",
        "/account/login",
        "/no/such/page",
    ];

    [Fact]
    public async Task Every_asset_of_every_page_comes_compressed_and_is_kept_for_good()
    {
        var visitor = await OpenAsync();
        await visitor.SignInAsAsync("coordinator");
        var assets = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            await visitor.GoAsync(page);
            assets.UnionWith(
                await visitor.Page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll('link[href]:not([rel=canonical]), script[src], img[src]')]
                      .map(e => new URL(e.href || e.src).pathname)
                    """
                )
            );
        }

        Assert.True(assets.Count >= 6, string.Join('\n', assets));
        Assert.Empty(await BreachesAsync(assets, "br"));
    }

    [Fact]
    public async Task A_live_page_asks_for_little_and_opens_one_socket()
    {
        var visitor = await OpenAsync();
        await visitor.SignInAsAsync("coordinator");
        var sockets = 0;
        var asked = new ConcurrentQueue<string>();
        visitor.Page.WebSocket += (_, _) => Interlocked.Increment(ref sockets);
        visitor.Page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);

        await visitor.GoAsync("/recommendations");

        Assert.Equal(1, sockets);
        Assert.DoesNotContain(asked, a => a.StartsWith("/_blazor", StringComparison.Ordinal));
        Assert.InRange(asked.Distinct().Count(), 5, 8);
    }

    [Fact]
    public async Task A_page_turn_is_two_batches_and_its_rows_one_piece()
    {
        var server = await StartServerAsync(new ServerSettings());
        await server.RunVerbAsync("demo-data", "--recommendations", "60");
        var visitor = await OpenAsync(server: server);
        await visitor.SignInAsAsync("coordinator");
        var received = new ConcurrentQueue<byte[]>();
        visitor.Page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) => received.Enqueue(frame.Binary ?? []);
        await visitor.GoAsync("/recommendations");
        var before = await visitor.ReadCodesAsync();
        received.Clear();

        await visitor
            .The(AriaRole.Navigation, Spoken.In("fr").List("pages"))
            .GetByRole(AriaRole.Link, new() { Name = Spoken.In("fr").List("page.next") })
            .ClickAsync();
        await Assertions.Expect(visitor.Row(before[0])).ToHaveCountAsync(0);

        var frames = received.ToList();
        Assert.Equal(25, (await visitor.ReadCodesAsync()).Count);
        Assert.Equal(2, frames.Sum(Batches));
        // Cell by cell, as frames, they were over 80 kB before compression.
        Assert.InRange(frames.Sum(f => f.Length), 20_000, 60_000);
    }

    private static int Batches(byte[] frame)
    {
        var mark = "JS.RenderBatch"u8;
        var count = 0;
        for (var at = 0; frame.AsSpan(at).IndexOf(mark) is >= 0 and var next; count++)
        {
            at += next + mark.Length;
        }
        return count;
    }

    [Fact]
    public async Task An_asset_that_is_raw_or_asked_for_again_is_caught()
    {
        const string package = "/_content/MudBlazor/MudBlazor.min.css";

        Assert.Equal([$"{package} is not kept"], await BreachesAsync([package], "br"));
        Assert.Equal(
            [$"{package} is not compressed", $"{package} is not kept"],
            await BreachesAsync([package], "identity")
        );
    }

    private async Task<IReadOnlyList<string>> BreachesAsync(
        IEnumerable<string> assets,
        string encoding
    )
    {
        var breaches = new List<string>();
        foreach (var asset in assets)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, Server.At(asset));
            question.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await Server.Http.SendAsync(
                question,
                HttpCompletionOption.ResponseHeadersRead,
                TestContext.Current.CancellationToken
            );
            if (!answer.IsSuccessStatusCode)
            {
                breaches.Add($"{asset} was answered {(int)answer.StatusCode}");
            }
            if (!answer.Content.Headers.ContentEncoding.Contains("br"))
            {
                breaches.Add($"{asset} is not compressed");
            }
            if (answer.Headers.CacheControl?.Extensions.Any(e => e.Name == "immutable") != true)
            {
                breaches.Add($"{asset} is not kept");
            }
        }
        return breaches;
    }
}
