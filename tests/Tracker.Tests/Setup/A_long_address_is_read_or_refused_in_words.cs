using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Tracker.Web.Setup;

namespace Tracker.Tests.Setup;

/// <summary>Over the real server: the limit of a request line is its own, and the test server has none.</summary>
public sealed class A_long_address_is_read_or_refused_in_words : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    [Fact]
    public async Task Ten_thousand_pictographs_are_read()
    {
        using var answer = await AskAsync(
            Uri.EscapeDataString(string.Concat(Enumerable.Repeat("🙂", 5_000)))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Without_end_is_refused_by_a_page()
    {
        using var answer = await AskAsync(new string('a', LongAddress.Longest));
        var page = WebUtility.HtmlDecode(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        Assert.Contains("Adresse trop longue", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    private Task<HttpResponseMessage> AskAsync(string value) =>
        _client.GetAsync(
            new Uri($"{_app.Urls.First()}/shell/components?q={value}"),
            TestContext.Current.CancellationToken
        );

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Tracker.Web",
                EnvironmentName = "Development",
            }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddTrackerShell();
        _app = builder.Build();
        _app.UseTrackerShell();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
