using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>
/// Somebody in front of a browser. They find things as people do, by role and accessible name; where that is not
/// enough, by the marks of the public surface (<c>data-code</c>, <c>data-figure</c>). Never by CSS.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly TimeSpan CircuitPatience = TimeSpan.FromMinutes(1);

    private readonly PublishedServer server;
    private readonly IBrowserContext context;
    private readonly Circuit circuit;
    private readonly Problems problems;

    private Visitor(PublishedServer server, IPage page, Problems problems, bool scripts)
    {
        this.server = server;
        this.problems = problems;
        Page = page;
        context = page.Context;
        circuit = new Circuit(page, scripts);
    }

    /// <summary>For what has no words here yet.</summary>
    public IPage Page { get; }

    /// <summary>Where the visitor is: path and query.</summary>
    public string Place => new Uri(Page.Url).PathAndQuery;

    internal static async Task<Visitor> OpenAsync(
        IBrowserContext context,
        PublishedServer server,
        bool scripts
    )
    {
        var watched = await Problems.WatchAsync(context, server.Address);
        return new Visitor(server, await context.NewPageAsync(), watched, scripts);
    }

    /// <summary>Opens an address and waits until the page can be used. Gives the status code.</summary>
    public async Task<int> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(server.At(path).ToString());
        await circuit.SettleAsync(CircuitPatience);
        return answer?.Status ?? 0;
    }

    /// <summary>Waits until a link or a form has led to this path, whatever its query, and the page can be used.</summary>
    public async Task ArrivesAtAsync(string path)
    {
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);
        await circuit.SettleAsync(CircuitPatience);
    }

    /// <summary>The language is chosen in the address, and kept for the pages that follow.</summary>
    public Task SpeakAsync(string language) => GoAsync($"/account/login?lang={language}");

    /// <summary>The sign-in form has fixed field names in every language.</summary>
    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/account/login");
        await Page.Locator("[name='Input.Email']").FillAsync(email);
        await Page.Locator("[name='Input.Password']").FillAsync(password);
        await Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/account/login");
        await circuit.SettleAsync(CircuitPatience);
    }

    /// <summary>Signs in as one of the demonstration accounts: <c>coordinator</c>, <c>dgme</c>...</summary>
    public Task SignInAsAsync(string demoAccount) =>
        SignInAsync($"{demoAccount}@demo.example", PublishedServer.DemoPassword);

    /// <summary>A thing by its role and its whole accessible name.</summary>
    public ILocator The(AriaRole role, string name) =>
        Page.GetByRole(role, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public ILocator Row(string code) => Page.Locator($"[data-code='{code}']");

    public ILocator Figure(string name) => Page.Locator($"[data-figure='{name}']");

    public Task FollowAsync(string link) => The(AriaRole.Link, link).ClickAsync();

    public Task PressAsync(string button) => The(AriaRole.Button, button).ClickAsync();

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    public Task ChooseAsync(string label, string option) =>
        Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task SeesAsync(AriaRole role, string name) =>
        Assertions.Expect(The(role, name)).ToBeVisibleAsync();

    public Task SeesTextAsync(string text) =>
        Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>The raw value behind a figure on screen.</summary>
    public async Task<string> ReadFigureAsync(string name) =>
        await Figure(name).First.GetAttributeAsync("data-value")
        ?? throw new InvalidOperationException($"The figure {name} carries no data-value.");

    /// <summary>Codes of the records in view, in their order.</summary>
    public async Task<IReadOnlyList<string>> ReadCodesAsync() =>
        await Page.Locator("[data-code]")
            .EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.code)");

    /// <summary>Does what starts a download, and gives the file.</summary>
    public async Task<DownloadedFile> DownloadAsync(Func<Task> start)
    {
        var download = await Page.RunAndWaitForDownloadAsync(start);
        return new DownloadedFile(download.SuggestedFilename, await download.PathAsync());
    }

    /// <summary>No error, no policy violation, no request to another host so far.</summary>
    public void SawNoProblem() =>
        Assert.True(problems.Seen.Count == 0, string.Join('\n', problems.Seen));

    /// <summary>The same, but for answers of this status, which the journey itself provoked.</summary>
    public void SawNoProblemBut(int status)
    {
        var others = problems.Seen.Where(p =>
            !p.Contains($"status of {status}", StringComparison.Ordinal)
        );
        Assert.Empty(others);
    }

    internal async Task<string> SaveAsync(FailureRecord record)
    {
        await record.SaveAsync(Page, problems.Seen);
        return await FailureRecord.SayAsync(Page, problems.Seen);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}

/// <param name="Name">As the server offers it.</param>
/// <param name="Path">Kept until the visitor leaves.</param>
public sealed record DownloadedFile(string Name, string Path);
