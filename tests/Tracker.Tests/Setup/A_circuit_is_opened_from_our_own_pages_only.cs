using System.Net;
using Xunit;

namespace Tracker.Tests.Setup;

public sealed class A_circuit_is_opened_from_our_own_pages_only(ShellHost host)
    : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Judged_by_origin(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/_blazor/negotiate?negotiateVersion=1"
        );
        request.Headers.Add("Origin", origin);

        using var answer = await host.Browser()
            .SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>No circuit waits under this name: whoever is let through is told so.</summary>
    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.NotFound)]
    public async Task A_socket_is_judged_alike_and_one_of_no_browser_is_let_through(
        string? origin,
        HttpStatusCode expected
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=x");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Connection", "Upgrade");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await host.Browser()
            .SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>circuit.js does not ask; what a package brings to be loaded before a circuit must be named there.</summary>
    [Fact]
    public async Task Nothing_is_to_be_loaded_before_it()
    {
        using var answer = await host.Browser()
            .GetAsync("/_blazor/initializers", TestContext.Current.CancellationToken);

        Assert.Equal(
            "[]",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }
}
