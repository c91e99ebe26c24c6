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

    /// <summary>On a slow line a sheet costs a trip there and back before anything is shown.</summary>
    [Fact]
    public async Task A_new_browser_is_dressed_by_its_first_page_and_keeps_the_sheets_for_the_next()
    {
        var visitor = await OpenAsync();
        await visitor.GoAsync("/account/login");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(await SheetsAsync(visitor));
        var paper = await PaperAsync(visitor);

        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations");

        var sheets = await SheetsAsync(visitor);
        Assert.Equal(2, sheets.Count);
        Assert.All(sheets, bytes => Assert.Equal(0, bytes));
        Assert.Equal(await PaperAsync(visitor), paper);
    }

    /// <summary>Bytes the page's sheets cost on the wire; what the browser has kept costs none.</summary>
    private static async Task<IReadOnlyList<int>> SheetsAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync<int[]>(
            """
            () => [...document.querySelectorAll('link[rel=stylesheet]')]
              .map(l => performance.getEntriesByName(l.href)[0]?.transferSize ?? -1)
            """
        );

    private static async Task<string> PaperAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync<string>(
            "() => getComputedStyle(document.body).backgroundColor"
        );

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
    public async Task A_page_turn_is_two_batches_and_says_nothing_twice()
    {
        var server = await StartServerAsync(new ServerSettings());
        await server.RunVerbAsync("demo-data", "--recommendations", "60");
        var visitor = await OpenAsync(server: server);
        await visitor.SignInAsAsync("coordinator");
        var received = new ConcurrentQueue<byte[]>();
        visitor.Page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) => received.Enqueue(frame.Binary ?? []);
        await visitor.GoAsync("/recommendations");
        await TurnAsync(visitor, "page.next");
        received.Clear();

        await TurnAsync(visitor, "page.previous");

        var frames = received.ToList();
        Assert.Equal(25, (await visitor.ReadCodesAsync()).Count);
        Assert.Equal(2, frames.Sum(Batches));
        // Before compression; cell by cell they were over 80 kB, as markup in one piece 40.
        Assert.InRange(frames.Sum(f => f.Length), 5_000, 12_000);
        // Both pages were seen: what they have in common was said, and is not said again.
        Assert.DoesNotContain(frames, f => f.AsSpan().IndexOf("<td "u8) >= 0);
    }

    [Fact]
    public async Task Rows_put_together_in_the_browser_are_those_of_the_address()
    {
        var server = await StartServerAsync(new ServerSettings());
        await server.RunVerbAsync("demo-data", "--recommendations", "60");
        var visitor = await OpenAsync(server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/recommendations?sort=title");
        await TurnAsync(visitor, "page.next");
        await TurnAsync(visitor, "page.next");

        // What only stands in rows of the first answer: the value of a box, the links of a menu.
        var rows = await visitor.Page.EvaluateAsync<string[][]>(
            """
            async () => {
              const plain = page => [...page.querySelectorAll('main tr[data-code]')].map(tr => {
                const row = tr.cloneNode(true);
                row.querySelectorAll('details div').forEach(e => e.remove());
                row.querySelectorAll('input').forEach(e => e.removeAttribute('value'));
                row.querySelectorAll('details').forEach(e => e.removeAttribute('data-can'));
                return row.outerHTML.replace(/\s+/g, ' ').replace(/> | </g, s => s.trim());
              });
              const answer = await (await fetch(location.href)).text();
              return [plain(document), plain(new DOMParser().parseFromString(answer, 'text/html'))];
            }
            """
        );

        Assert.NotEmpty(rows[0]);
        Assert.Equal(rows[1], rows[0]);
    }

    /// <summary>What opens a message is kept for the length of it on both sides: 40 kB for each page would else be kept.</summary>
    [Fact]
    public async Task A_socket_keeps_no_window_of_what_was_said()
    {
        var visitor = await OpenAsync();
        await visitor.SignInAsAsync("coordinator");
        var agreed = new TaskCompletionSource<string>();
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        session.Event("Network.webSocketHandshakeResponseReceived").OnEvent += (_, e) =>
            agreed.TrySetResult($"{e}");
        await session.SendAsync("Network.enable");

        await visitor.GoAsync("/recommendations");

        var handshake = await agreed.Task;
        Assert.Contains("permessage-deflate", handshake, StringComparison.Ordinal);
        Assert.Contains("client_no_context_takeover", handshake, StringComparison.Ordinal);
        Assert.Contains("server_no_context_takeover", handshake, StringComparison.Ordinal);
    }

    private static async Task TurnAsync(Visitor visitor, string link)
    {
        var before = await visitor.ReadCodesAsync();
        await visitor
            .The(AriaRole.Navigation, Spoken.In("fr").List("pages"))
            .GetByRole(AriaRole.Link, new() { Name = Spoken.In("fr").List(link) })
            .ClickAsync();
        await Assertions.Expect(visitor.Row(before[0])).ToHaveCountAsync(0);
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
