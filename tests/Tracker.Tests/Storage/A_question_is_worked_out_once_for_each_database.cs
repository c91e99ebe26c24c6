using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Data.History;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Storage;

/// <summary>What every page asks is compiled, and a compiled question knows one model only.</summary>
public sealed class A_question_is_worked_out_once_for_each_database
{
    [Fact]
    public async Task Two_kinds_of_database_in_one_process_are_each_asked_in_their_own_words()
    {
        await using var tracker = await TestTracker.KayesAsync();
        using var server = new UnansweredServer();

        for (var twice = 0; twice < 2; twice++)
        {
            await using (var context = tracker.Of<Contexts>().Open())
            {
                Assert.True(await context.EndOfHistoryAsync(Token) > 0);
            }
            await using (var context = server.Of<Contexts>().Open())
            {
                Assert.Equal(0, await context.EndOfHistoryAsync(Token));
            }
            Assert.Null(await server.Of<AccountActors>().FindAsync(Guid.CreateVersion7(), Token));
            var reader = new Actor(Guid.CreateVersion7(), "Analyste", Role.Analyst, ["INSTAT"]);
            Assert.Null(await server.Of<LastFilterQueries>().OfAsync(reader, Token));
        }

        Assert.Equal(6, server.Asked.Count);
        Assert.All(server.Asked, q => Assert.Contains("FROM [", q.Sql, StringComparison.Ordinal));
        Assert.Contains(
            server.Asked,
            q => q.Sql.Contains("ORDER BY [m].[OrganisationCode]", StringComparison.Ordinal)
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
