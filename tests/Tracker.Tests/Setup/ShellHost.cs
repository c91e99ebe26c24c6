using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tracker.Web.Setup;
using Xunit;

namespace Tracker.Tests.Setup;

/// <summary>The shell alone, over the test server: no data, no accounts, three endpoints that end badly.</summary>
public class ShellHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    protected virtual string Environment => Environments.Development;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Tracker.Web",
                EnvironmentName = Environment,
            }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AddTrackerShell();
        _app = builder.Build();
        _app.UseTrackerShell();
        _app.MapGet("/ends/{status:int}", (int status) => Results.StatusCode(status));
        _app.MapGet("/ends/failure", string () => throw new InvalidOperationException("secret"));
        _app.MapPost("/ends/failure", string () => throw new InvalidOperationException("secret"))
            .DisableAntiforgery();
        _app.MapPost("/ends/{status:int}", (int status) => Results.StatusCode(status));
        await _app.StartAsync();
    }

    public HttpClient Browser()
    {
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same without what Development adds: the framework's own English sentences, the reference sheet.</summary>
public sealed class ProductionShellHost : ShellHost
{
    protected override string Environment => Environments.Production;
}
