using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tracker.Tests.Given;

/// <summary>A browser without scripts: follows links, fills forms, keeps cookies, goes nowhere by itself.</summary>
public sealed class Visitor : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly HttpClient _client;

    public Visitor(HttpClient client)
    {
        _client = client;
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GetAsync(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), Patience);

    /// <summary>What no browser would send by itself.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _client.SendAsync(request, Patience);

    public async Task<IHtmlDocument> PageAsync(
        string address,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var answer = await GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Patience));

    public async Task<HttpResponseMessage> PostAsync(
        string address,
        params IEnumerable<(string Name, string Value)> fields
    )
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
        );
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form, Patience);
    }

    /// <summary>
    /// Posts the documented fields of the form on a page, as it stands or changed. The field that names Blazor's
    /// handler is left out: scripts that post do not know it.
    /// </summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string address,
        params (string Name, string Value)[] changes
    ) => await PostAsync(address, Filled(await PageAsync(address), changes));

    /// <summary>The fields a browser would send for the form in main, some of them changed.</summary>
    public static IEnumerable<(string Name, string Value)> Filled(
        IHtmlDocument page,
        params (string Name, string Value)[] changes
    )
    {
        var form = page.QuerySelector("main form[method=post]");
        Assert.NotNull(form);
        return form.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Select(field => (Name: field.GetAttribute("name")!, Value: ValueOf(field)))
            .Where(field => field.Value is not null && field.Name != "_handler")
            .Where(field => changes.All(c => c.Name != field.Name))
            .Select(field => (field.Name, field.Value!))
            .Concat(changes);
    }

    public async Task<HttpResponseMessage> SignInAsync(
        string email,
        string password,
        string? returnUrl = null
    )
    {
        var address = returnUrl is null
            ? "/account/login"
            : "/account/login?returnUrl=" + Uri.EscapeDataString(returnUrl);
        var token = await TokenAsync(address);
        return await PostAsync(
            address,
            ("Input.Email", email),
            ("Input.Password", password),
            (Token, token)
        );
    }

    /// <summary>The antiforgery token of the form on a page.</summary>
    public async Task<string> TokenAsync(string address)
    {
        var page = await PageAsync(address);
        var field = page.QuerySelector($"main form[method=post] input[name={Token}]");
        Assert.NotNull(field);
        return field.GetAttribute("value")!;
    }

    public void Dispose() => _client.Dispose();

    private static string? ValueOf(IElement field) =>
        field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement text => text.Value,
            _ => null,
        };
}
