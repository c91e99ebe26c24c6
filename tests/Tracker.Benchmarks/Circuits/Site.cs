using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Circuits;

/// <summary>What a prerendered page holds for the hub: what adds its live parts, and its state.</summary>
internal sealed record LivePage(int Parts, string Operations, string State);

/// <summary>The server as circuits see it. It is on this machine or nothing is opened: this is a load, and no other bears it.</summary>
internal sealed partial class Site : IDisposable
{
    private readonly HttpMessageInvoker sockets;
    private readonly HttpClient http;
    private long received;

    public Site(PublishedServer server, string path)
    {
        if (!IPAddress.TryParse(server.Address.Host, out var host) || !IPAddress.IsLoopback(host))
        {
            throw new InvalidOperationException($"{server.Address} is not on this machine.");
        }
        Page = server.At(path);
        sockets = new HttpMessageInvoker(Handler());
        http = new HttpClient(Handler()) { BaseAddress = server.Address };
    }

    public Uri Page { get; }

    public Uri Base => new(Page, "/");

    public HttpMessageInvoker Sockets => sockets;

    /// <summary>Bytes that came over the sockets of circuits, as they travelled.</summary>
    public long Received => Interlocked.Read(ref received);

    public async Task<LivePage> OpenAsync(Reader reader, CancellationToken stop)
    {
        using var answer = await SendAsync(HttpMethod.Get, Page, reader, content: null, stop);
        answer.EnsureSuccessStatusCode();
        var html = await answer.Content.ReadAsStringAsync(stop);
        var operations = new JsonArray();
        foreach (
            var marker in Marker()
                .Matches(html)
                .Select(m => JsonNode.Parse(m.Groups["json"].Value)!)
        )
        {
            if ((string?)marker["type"] == "server")
            {
                marker["uniqueId"] = operations.Count;
                operations.Add(
                    new JsonObject
                    {
                        ["type"] = "add",
                        ["ssrComponentId"] = operations.Count + 1,
                        ["marker"] = marker,
                    }
                );
            }
        }
        return new LivePage(
            operations.Count,
            new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(),
            State().Match(html).Groups["state"].Value
        );
    }

    public async Task<string> NegotiateAsync(Reader reader, CancellationToken stop)
    {
        var address = new Uri(Base, "_blazor/negotiate?negotiateVersion=1");
        using var answer = await SendAsync(HttpMethod.Post, address, reader, content: null, stop);
        answer.EnsureSuccessStatusCode();
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))!;
        return (string)told["connectionToken"]!;
    }

    /// <summary>Says, as a browser does when a page is left, that the circuit will not come back.</summary>
    public async Task LeaveAsync(string circuit, Reader reader, CancellationToken stop)
    {
        using var form = new MultipartFormDataContent();
        using var id = new StringContent(circuit);
        form.Add(id, "circuitId");
        var address = new Uri(Base, "_blazor/disconnect");
        using var answer = await SendAsync(HttpMethod.Post, address, reader, form, stop);
    }

    public void Dispose()
    {
        sockets.Dispose();
        http.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        Uri address,
        Reader reader,
        HttpContent? content,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Cookie", reader.Cookies);
        return await http.SendAsync(request, stop);
    }

    private SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
                return new CountedStream(socket, this);
            },
        };

    private sealed class CountedStream(Socket socket, Site site)
        : NetworkStream(socket, ownsSocket: true)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Interlocked.Add(ref site.received, read);
            return read;
        }
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{\"type\".*?\\})-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(
        "<!--Blazor-Server-Component-State:(?<state>[^>]*?)-->",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex State();
}
