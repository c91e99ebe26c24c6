using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Causes;
using Tracker.Data.Comments;
using Tracker.Data.Dashboard;
using Tracker.Data.Evidence;
using Tracker.Data.Exports;
using Tracker.Data.History;
using Tracker.Data.Lists;
using Tracker.Data.Milestones;
using Tracker.Data.MyWork;
using Tracker.Data.Recommendations;
using Tracker.Data.Workshops;
using Tracker.Tests.Architecture;
using Tracker.Tests.Given;

namespace Tracker.Tests.Storage;

/// <summary>
/// No server is asked: the statements are made as for one and read by its own parser. What only running shows (plans,
/// locks, collations) stays unproved without TRACKER_TEST_SQLSERVER.
/// </summary>
public sealed class Every_question_is_one_sql_server_would_read
{
    private static readonly Actor[] Readers =
    [
        Actor.Worker,
        new(Guid.CreateVersion7(), "Analyste", Role.Analyst, ["INSTAT"]),
        new(Guid.CreateVersion7(), "Bailleur", Role.DonorViewer, ["FFU", "IDF"]),
        Actor.Anonymous,
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_the_list_its_counts_its_neighbours_and_its_export_for_sixty_filters()
    {
        using var server = new UnansweredServer();
        var random = new Random(60);
        foreach (var sort in Enum.GetValues<SortKey>())
        {
            await AskAsync(server, new RecommendationFilter { Sort = sort }, random);
        }
        for (var round = 0; round < 60; round++)
        {
            await AskAsync(server, RandomFilters.Next(random), random);
        }

        Assert.True(server.Asked.Count > 400, $"Only {server.Asked.Count} questions were asked.");
        string[] conditions = ["OFFSET", "GROUP BY", " LIKE ", "[RecommendationPlaces]", " IN ("];
        Assert.All(
            conditions,
            part =>
                Assert.Contains(server.Asked, q => q.Sql.Contains(part, StringComparison.Ordinal))
        );
        Assert.Empty(Refused(server));
    }

    private static async Task AskForFiguresAsync(UnansweredServer server, Actor reader)
    {
        var random = new Random(5);
        for (var round = 0; round < 12; round++)
        {
            var reading = new FilterReading(RandomFilters.Next(random), []);
            foreach (var by in Enum.GetValues<Breakdown>())
            {
                await server.Of<DashboardQueries>().FiguresAsync(reader, reading, by, Cancellation);
            }
            await server
                .Of<ChangeQueries>()
                .BetweenAsync(
                    reader,
                    reading,
                    new DateOnly(2021, 1, 1),
                    new DateOnly(2021, 4, 1),
                    round % 2 == 0 ? null : FlowKind.New,
                    Cancellation
                );
        }
    }

    [Fact]
    public async Task Of_the_dashboard_the_workshops_the_records_and_the_lists()
    {
        using var server = new UnansweredServer();
        foreach (var reader in Readers)
        {
            await AskForFiguresAsync(server, reader);
            await server.Of<WorkshopQueries>().ListAsync(reader, Cancellation);
            await server.Of<WorkshopQueries>().FindAsync(reader, "KAY-2020", Cancellation);
            await server.Of<RecordQueries>().FindAsync(reader, "KAY-2020-01", Cancellation);
            await server
                .Of<HistoryQueries>()
                .OfRecommendationAsync(reader, "KAY-2020-01", Cancellation);
            await server
                .Of<EvidenceQueries>()
                .OfRecommendationAsync(reader, "KAY-2020-01", Cancellation);
            await server
                .Of<EvidenceQueries>()
                .OpenAsync(reader, Guid.CreateVersion7(), Cancellation);
            await server.Of<UploadQueries>().FindAsync(reader, Guid.CreateVersion7(), Cancellation);
            await server.Of<UploadCommands>().SweepAsync(reader, Cancellation);
            await server.Of<ListQueries>().LeadsAsync(reader, Cancellation);
            await server
                .Of<RecommendationQueries>()
                .NextCodeAsync(reader, "KAY-2020", Cancellation);
        }

        Assert.True(server.Asked.Count > 30, $"Only {server.Asked.Count} questions were asked.");
        Assert.Empty(Refused(server));
    }

    [Fact]
    public async Task Of_ones_own_work_the_milestones_the_comments_and_the_causes()
    {
        using var server = new UnansweredServer();
        Actor[] working =
        [
            new(Guid.CreateVersion7(), "Point focal", Role.FocalPoint, ["MEFP", "ANPE"]),
            new(Guid.CreateVersion7(), "Coordination", Role.IomCoordinator, ["OIM-ML"]),
            new(Guid.CreateVersion7(), "Administration", Role.Admin, ["PRIM"]),
        ];
        foreach (var reader in Readers.Concat(working))
        {
            await server.Of<MyWorkQueries>().OfAsync(reader, Cancellation);
            await server.Of<MilestoneQueries>().OfAsync(reader, "KAY-2020-01", Cancellation);
            await server.Of<CommentQueries>().OfAsync(reader, "KAY-2020-01", Cancellation);
            await server.Of<CauseQueries>().OfferedAsync(reader, Cancellation);
            await server.Of<CauseQueries>().AllAsync(reader, Cancellation);
        }

        Assert.True(server.Asked.Count > 30, $"Only {server.Asked.Count} questions were asked.");
        Assert.Empty(Refused(server));
    }

    /// <summary>An address holds a hundred values at most; an export asks for five hundred rows at a time.</summary>
    [Fact]
    public async Task With_as_many_values_as_an_address_can_hold()
    {
        using var server = new UnansweredServer();
        var many = Enumerable.Range(0, 100).Select(i => $"LEAD{i}").ToList();
        var filter = new RecommendationFilter
        {
            Leads = many,
            Supporting = many,
            Funders = many,
            Themes = many,
            Workshops = many,
            Search = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"{i % 10}")),
        };

        await AskAsync(server, filter, new Random(1));

        Assert.Empty(Refused(server));
    }

    [Fact]
    public void A_list_longer_than_the_parameters_of_a_statement_is_handed_over_otherwise()
    {
        using var context = Models.SqlServer();
        var ids = Enumerable.Range(0, 5_000).Select(_ => Guid.CreateVersion7()).ToList();

        var sql = context
            .SearchDocuments.Where(d => ids.Contains(d.RecommendationId))
            .ToQueryString();

        Assert.Empty(ServerSql.Refusals(sql));
        Assert.True(sql.Split("DECLARE ").Length - 1 < ServerSql.MostParameters);
    }

    [Theory]
    [InlineData("SELECT FROM t")]
    [InlineData("SELECT a FROM t ORDER BY a, b, a DESC")]
    [InlineData("SELECT a FROM (SELECT a FROM t ORDER BY a) AS s")]
    [InlineData("SELECT SUM(CASE WHEN EXISTS (SELECT 1 FROM u) THEN 1 ELSE 0 END) FROM t")]
    [InlineData("SELECT COUNT(*) FROM t GROUP BY (SELECT MAX(b) FROM u)")]
    public void A_statement_it_would_refuse_is_caught(string sql) =>
        Assert.NotEmpty(ServerSql.Refusals(sql));

    [Theory]
    [InlineData("SELECT a FROM (SELECT TOP(5) a FROM t ORDER BY a) AS s ORDER BY a")]
    [InlineData("SELECT a FROM t ORDER BY a, b OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY")]
    public void A_proper_statement_is_let_pass(string sql) => Assert.Empty(ServerSql.Refusals(sql));

    private static async Task AskAsync(
        UnansweredServer server,
        RecommendationFilter filter,
        Random random
    )
    {
        var reader = Readers[random.Next(Readers.Length)];
        var language = random.Next(2) == 0 ? Language.Fr : Language.En;
        var list = server.Of<RecommendationQueries>();
        await list.ListAsync(reader, new FilterReading(filter, []), language, Cancellation);
        await list.TallyAsync(reader, filter, Cancellation);
        await list.NeighboursAsync(reader, filter, "KAY-2020-01", 60, language, Cancellation);
        await foreach (
            var row in server.Of<ExportQueries>().RowsAsync(reader, filter, language, Cancellation)
        )
        {
            Assert.Fail($"No row was given, and {row.Code} was read.");
        }
    }

    private static List<string> Refused(UnansweredServer server) =>
        [
            .. server
                .Asked.DistinctBy(q => q.Sql)
                .SelectMany(q =>
                    ServerSql
                        .Refusals(q.Sql)
                        .Concat(
                            q.Parameters > ServerSql.MostParameters ? ["too many parameters"] : []
                        )
                        .Select(refusal => $"{refusal} in {q.Sql}")
                ),
        ];
}
