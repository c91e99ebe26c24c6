using System.Net;
using Tracker.Tests.Given;

namespace Tracker.Tests.Setup;

public sealed class The_whole_program_guards_its_answers(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/recommendations", HttpStatusCode.OK)]
    [InlineData("/recommendations/KAY-2020-01", HttpStatusCode.OK)]
    [InlineData("/recommendations/export.csv", HttpStatusCode.OK)]
    [InlineData("/recommendations/export.xlsx", HttpStatusCode.OK)]
    [InlineData("/recommendations/KAY-2020-99", HttpStatusCode.NotFound)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/recommendations/KAY-2020-01/owner", HttpStatusCode.Forbidden)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    public async Task Read(string address, HttpStatusCode status)
    {
        using var visitor = await host.SignedInAsync("dgia");
        using var answer = await visitor.GetAsync(address);

        Guarded(answer, status);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/account/login", HttpStatusCode.OK)]
    [InlineData("/keys", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Read_by_strangers(string address, HttpStatusCode status)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.GetAsync(address);

        Guarded(answer, status);
    }

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/account/logout")]
    [InlineData("/recommendations/KAY-2020-06/due")]
    public async Task Sent_without_a_token(string address)
    {
        using var visitor = await host.SignedInAsync("dgia");
        using var answer = await visitor.PostAsync(address, ("Input.DueDate", "2021-12-31"));

        Guarded(answer, HttpStatusCode.BadRequest);
    }

    private static void Guarded(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(
            "default-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        string[] others =
        [
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
        ];
        Assert.All(others, name => Assert.True(answer.Headers.Contains(name), name));
    }
}

public sealed class In_production(ProductionHost host) : IClassFixture<ProductionHost>
{
    [Fact]
    public async Task There_are_no_demonstration_accounts_and_no_workshop()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SignInAsync("coordinator@demo.example", WebHost.Password);
        var page = await Visitor.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("main [role=alert]"));
        Assert.Single(page.QuerySelectorAll("main form"));
        var seen = await host.Of<Tracker.Data.Dashboard.DashboardQueries>()
            .FiguresAsync(
                Tracker.Core.Access.Actor.Worker,
                new(Tracker.Core.Recommendations.RecommendationFilter.Everything, []),
                cancellation: TestContext.Current.CancellationToken
            );
        Assert.Equal(0, seen.Counts.Total);
    }
}
