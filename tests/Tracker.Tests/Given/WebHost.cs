using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Web.Setup;

namespace Tracker.Tests.Given;

/// <summary>
/// The real program over a test server: its own data directory, the settings of a trial, a time the test sets. It
/// starts as it does for people, so the schema, the domain pack and the demonstration accounts are there.
/// </summary>
public class WebHost : IAsyncLifetime
{
    public const string Password = "a-password-of-the-tests";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tracker-web-");
    private readonly Program _program;

    public WebHost() => _program = new Program(this);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 1, 8, 9, 30, 0, default));

    public string DatabaseFile => Path.Combine(_folder.FullName, "tracker.db");

    protected virtual string Environment => "Development";

    protected virtual IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("Tracker:Demo:Password", Password)];

    public T Of<T>()
        where T : notnull => _program.Services.GetRequiredService<T>();

    /// <summary>Somebody with a browser of their own, not signed in.</summary>
    public Visitor Visitor() =>
        new(_program.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>Somebody signed in with a demonstration account, by what stands before its @.</summary>
    public async Task<Visitor> SignedInAsync(string account)
    {
        var visitor = Visitor();
        using var answer = await visitor.SignInAsync($"{account}@demo.example", Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    /// <summary>The same account as commands see it.</summary>
    public async Task<Actor> ActorAsync(string account)
    {
        await using var scope = _program.Services.CreateAsyncScope();
        var users =
            scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
        var found = await users.FindByEmailAsync($"{account}@demo.example");
        return (await Of<AccountActors>().FindAsync(found!.Id))!;
    }

    public ValueTask InitializeAsync()
    {
        _ = _program.Server;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class Program(WebHost host) : WebApplicationFactory<TrackerSettings>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // The program fixes its content root beside its own files; the factory would have moved it to the sources.
            builder.UseContentRoot(AppContext.BaseDirectory);
            builder.UseEnvironment(host.Environment);
            builder.UseSetting("Tracker:DataDirectory", host._folder.FullName);
            foreach (var (key, value) in host.Settings)
            {
                builder.UseSetting(key, value);
            }
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services =>
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(host.Time))
            );
        }
    }
}

/// <summary>The program as it starts for real use: no demonstration accounts, no Kayes.</summary>
public sealed class ProductionHost : WebHost
{
    protected override string Environment => "Production";

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [];
}
