using System.Text.RegularExpressions;
using Bunit;
using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;
using Tracker.Web.Dashboard;
using Tracker.Web.Recommendations;
using TestContext = Xunit.TestContext;

namespace Tracker.Tests.Recommendations;

public sealed partial class Nothing_is_asked_twice(WebHost host) : IClassFixture<WebHost>
{
    /// <summary>Tickets, not rows: the rows wait on the server.</summary>
    private const int MostBytes = 2 * 1024;

    private static readonly string[] Shown =
    [
        "Recommendations",
        "Themes",
        "Organisations",
        "OrganisationNames",
        "Workshops",
        "Places",
        "Frameworks",
        "FrameworkEntries",
        "ProgressUpdates",
        "History",
    ];

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_response_of_the_list_asks_little()
    {
        using var visitor = await host.SignedInAsync("coordinator");
        await visitor.PageAsync("/recommendations");
        using var counted = new CountedQueries(host.DatabaseFile);

        await visitor.PageAsync("/recommendations?theme=DIA");

        Assert.InRange(counted.Of("Recommendations").Count(), 1, 4);
        Assert.InRange(counted.Asked.Count, 2, 10);
    }

    [Fact]
    public async Task The_list_opens_its_circuit_with_the_rows_it_was_handed()
    {
        var account = (await host.ActorAsync("coordinator")).Id;
        const string Address = "/recommendations?theme=DIA";
        await using var first = new PageInCircuit(host, account);
        var prerendered = await first.OpenAsync<ListPage>(Address);
        var state = await first.HandOverAsync();
        using var counted = new CountedQueries(host.DatabaseFile);

        await using var second = new PageInCircuit(host, account);
        var live = await second.OpenAsync<ListPage>(Address, state);

        Assert.Equal(4, live.Rows().Length);
        Assert.Equal(Plain(prerendered.Markup), Plain(live.Markup));
        Assert.Empty(counted.Of("Recommendations"));
        await second.OpenAsync<ListPage>("/recommendations?theme=DAT");
        Assert.NotEmpty(counted.Of("Recommendations"));
    }

    [Fact]
    public async Task A_circuit_that_finds_nothing_asks_once_more()
    {
        var account = (await host.ActorAsync("coordinator")).Id;
        const string Address = "/recommendations?theme=DIA";
        await using var first = new PageInCircuit(host, account);
        var prerendered = await first.OpenAsync<ListPage>(Address);
        var state = await first.HandOverAsync();
        state.LoseWhatWaits();
        using var counted = new CountedQueries(host.DatabaseFile);

        await using var second = new PageInCircuit(host, account);
        var live = await second.OpenAsync<ListPage>(Address, state);

        Assert.Equal(Plain(prerendered.Markup), Plain(live.Markup));
        Assert.NotEmpty(counted.Of("Recommendations"));
    }

    [Fact]
    public async Task The_record_opens_its_circuit_with_what_it_was_handed()
    {
        var account = (await host.ActorAsync("coordinator")).Id;
        const string Address = "/recommendations/KAY-2020-09?theme=DAT&n=1";
        await using var first = new PageInCircuit(host, account);
        var prerendered = await first.OpenAsync<RecordPage>(
            Address,
            parameters: p => p.Add(r => r.Code, "KAY-2020-09")
        );
        var state = await first.HandOverAsync();
        using var counted = new CountedQueries(host.DatabaseFile);

        await using var second = new PageInCircuit(host, account);
        var live = await second.OpenAsync<RecordPage>(
            Address,
            state,
            p => p.Add(r => r.Code, "KAY-2020-09")
        );

        Assert.Equal(Plain(prerendered.Markup), Plain(live.Markup));
        Assert.Empty(counted.Of(Shown));
        Assert.InRange(state.Size, 1, MostBytes);
    }

    [Fact]
    public async Task The_dashboard_opens_its_circuit_with_the_figures_it_was_handed()
    {
        var account = (await host.ActorAsync("coordinator")).Id;
        await using var first = new PageInCircuit(host, account);
        var prerendered = await first.OpenAsync<DashboardPage>("/");
        var state = await first.HandOverAsync();
        using var counted = new CountedQueries(host.DatabaseFile);

        await using var second = new PageInCircuit(host, account);
        var live = await second.OpenAsync<DashboardPage>("/", state);

        Assert.Equal(Plain(prerendered.Markup), Plain(live.Markup));
        Assert.Empty(counted.Of("Recommendations"));
        Assert.InRange(state.Size, 1, MostBytes);
    }

    [Fact]
    public async Task A_page_of_a_hundred_rows_hands_over_a_ticket_and_no_row()
    {
        await FillAsync(upTo: 100);
        using var visitor = await host.SignedInAsync("coordinator");
        string[] addresses =
        [
            "/recommendations?size=100",
            "/recommendations/KAY-2020-09?size=100&n=9",
            "/",
        ];
        foreach (var address in addresses)
        {
            using var answer = await visitor.GetAsync(address);
            var html = await answer.Content.ReadAsStringAsync(Patience);

            var state = Assert.Single(State().Matches(html)).Groups["it"].Value;
            Assert.InRange(state.Length, 100, MostBytes);
        }
        var list = await visitor.PageAsync(addresses[0]);
        Assert.Equal(100, list.QuerySelectorAll("tr[data-code]").Length);
    }

    private async Task FillAsync(int upTo)
    {
        var coordinator = await host.ActorAsync("coordinator");
        var commands = host.Of<RecommendationCommands>();
        for (var i = 17; i <= upTo; i++)
        {
            var code = RecommendationCode.Compose("KAY-2020", i);
            var entry = new RecommendationEntry
            {
                WorkshopCode = "KAY-2020",
                Code = code,
                Kind = RecommendationKind.Explicit,
                Title = new Bilingual($"Former les agents du guichet {i * 37} de {i * 91}", $"{i}"),
                Text = new Bilingual("Former les agents des guichets.", null),
                ThemeCode = "GOV",
                ProposedLead = "DGME",
            };
            Assert.IsType<Outcome.Done>(await commands.EnterAsync(coordinator, entry, Patience));
            var draft = await host.Of<RecordQueries>().FindAsync(coordinator, code, Patience);
            Assert.IsType<Outcome.Done>(
                await commands.PublishAsync(coordinator, code, draft!.Version, Patience)
            );
        }
    }

    /// <summary>Without the marks that a live page carries for its event handlers.</summary>
    private static string Plain(string markup) => Handlers().Replace(markup, "");

    [GeneratedRegex(
        "<!--Blazor-Server-Component-State:(?<it>[^-]*)-->",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex State();

    [GeneratedRegex(
        " blazor:[\\w:]+=\"[^\"]*\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Handlers();
}
