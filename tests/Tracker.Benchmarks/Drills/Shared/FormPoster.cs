using System.Net;
using System.Text.RegularExpressions;

namespace Tracker.Benchmarks.Drills;

/// <summary>
/// Somebody with a browser without scripts: reads a form, sends it, knows it for saved when the answer leads on. What is
/// in the air when the server dies ends in an exception.
/// </summary>
internal sealed partial class FormPoster : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly HttpClient http;

    private FormPoster(Uri address) =>
        http = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                CookieContainer = new CookieContainer(),
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            }
        )
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };

    /// <param name="account">A demonstration account, by what stands before its @.</param>
    public static async Task<FormPoster> SignInAsync(
        Uri address,
        string account,
        string password,
        CancellationToken stop
    )
    {
        var poster = new FormPoster(address);
        var page = await poster.ReadAsync("/account/login", stop);
        var isIn = await poster.PostAsync(
            "/account/login",
            page,
            new() { ["Input.Email"] = $"{account}@demo.example", ["Input.Password"] = password },
            stop
        );
        return isIn ? poster : throw new InvalidOperationException($"{account} could not sign in.");
    }

    /// <summary>The page; a page that was not answered 200 has no words.</summary>
    public async Task<string> ReadAsync(string path, CancellationToken stop)
    {
        using var answer = await http.GetAsync(path, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.StatusCode == HttpStatusCode.OK ? text : "";
    }

    /// <summary>Sends the hidden fields as the page has them, and these.</summary>
    /// <returns>Whether it was acknowledged as saved.</returns>
    public async Task<bool> PostAsync(
        string path,
        string page,
        Dictionary<string, string> fields,
        CancellationToken stop
    )
    {
        using var form = new FormUrlEncodedContent(WithHidden(page, fields));
        using var answer = await http.PostAsync(path, form, stop);
        return answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther
            && answer.Headers.Location?.ToString().Contains("/account/", StringComparison.Ordinal)
                != true;
    }

    /// <summary>Unsaved text, as <c>js/drafts.js</c> sends it.</summary>
    /// <returns>Whether the server says that it has it.</returns>
    public async Task<bool> KeepDraftAsync(
        string form,
        string page,
        Dictionary<string, string> fields,
        CancellationToken stop
    )
    {
        fields["form"] = form;
        using var content = new FormUrlEncodedContent(WithHidden(page, fields));
        using var answer = await http.PostAsync("/drafts", content, stop);
        return answer.StatusCode == HttpStatusCode.NoContent;
    }

    /// <summary>What the script of the evidence page sends: an announcement, or a part.</summary>
    public async Task<string> SendAsync(
        string path,
        string page,
        HttpContent content,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("RequestVerificationToken", Hidden(page)[Token]);
        using var answer = await http.SendAsync(request, stop);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(stop) : "";
    }

    public void Dispose() => http.Dispose();

    /// <summary>Of the form of the page; that of the header has the same token.</summary>
    private static Dictionary<string, string> Hidden(string page)
    {
        var hidden = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match field in HiddenField().Matches(page))
        {
            hidden[field.Groups["name"].Value] = WebUtility.HtmlDecode(field.Groups["value"].Value);
        }
        return hidden;
    }

    private static Dictionary<string, string> WithHidden(
        string page,
        Dictionary<string, string> fields
    )
    {
        var all = Hidden(page)
            .Where(f => f.Key == Token || f.Key.StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }
        return all;
    }

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HiddenField();
}
