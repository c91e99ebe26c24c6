using System.Net;
using System.Text.RegularExpressions;

namespace Tracker.Benchmarks.Harness;

/// <summary>Somebody signed in over HTTP, without a browser. What arrives is counted as it came over the wire.</summary>
internal sealed partial class Reader : IDisposable
{
    /// <summary>By it a browser says that it has the style sheets. Somebody who comes for the first time has none.</summary>
    public const string StyleCookie = "tracker-style";

    private readonly HttpClient http;
    private readonly CookieContainer cookies = new();

    private Reader(PublishedServer server, string compression)
    {
        Address = server.Address;
        http = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                CookieContainer = cookies,
                MaxConnectionsPerServer = 64,
            }
        )
        {
            BaseAddress = server.Address,
        };
        if (compression.Length > 0)
        {
            http.DefaultRequestHeaders.Add("Accept-Encoding", compression);
        }
        http.DefaultRequestHeaders.Add("Accept-Language", "fr");
    }

    public Uri Address { get; }

    public string Cookies => cookies.GetCookieHeader(Address);

    /// <param name="account">One of the demonstration accounts: <c>coordinator</c>, <c>dgme</c>...</param>
    /// <param name="compression">What the reader's browser understands; empty for nothing.</param>
    public static async Task<Reader> SignInAsync(
        PublishedServer server,
        string account,
        CancellationToken stop,
        string compression = "br"
    )
    {
        var reader = new Reader(server, compression);
        using var plain = new Reader(server, "");
        using var page = await plain.http.GetAsync("/account/login", stop);
        var token = Token().Match(await page.Content.ReadAsStringAsync(stop)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Input.Email"] = $"{account}@demo.example",
                ["Input.Password"] = PublishedServer.DemoPassword,
                ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token),
            }
        );
        using var answer = await plain.http.PostAsync("/account/login", form, stop);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Found))
        {
            throw new InvalidOperationException(
                $"The sign-in of {account} was answered {(int)answer.StatusCode}, not with a redirect."
            );
        }
        foreach (var cookie in plain.cookies.GetAllCookies().Where(c => c.Name != StyleCookie))
        {
            reader.cookies.Add(cookie);
        }
        return reader;
    }

    /// <summary>Reads a page to its end and gives its bytes on the wire, headers left out.</summary>
    public async Task<int> ReadAsync(string path, CancellationToken stop) =>
        (await BytesAsync(path, stop)).Length;

    /// <exception cref="InvalidOperationException">It was not answered 200.</exception>
    public async Task<byte[]> BytesAsync(string path, CancellationToken stop)
    {
        using var answer = await OpenAsync(path, stop);
        return await answer.Content.ReadAsByteArrayAsync(stop);
    }

    /// <summary>The answer as soon as its head has come.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken stop)
    {
        var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stop);
        return answer.StatusCode == HttpStatusCode.OK
            ? answer
            : throw new InvalidOperationException(
                $"{path} was answered {(int)answer.StatusCode} {answer.Headers.Location}"
            );
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
