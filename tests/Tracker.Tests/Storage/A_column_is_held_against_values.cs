using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Storage;

/// <summary>However many values a condition names, it keeps the rows a list of them would.</summary>
public sealed class A_column_is_held_against_values
{
    private static readonly ImplementationStatus[] Statuses =
        Enum.GetValues<ImplementationStatus>();

    [Fact]
    public async Task None_one_few_or_many()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await using var context = tracker.Of<Contexts>().Open();
        var all = await context.Recommendations.ToListAsync(Token);
        for (var count = 0; count <= Statuses.Length; count++)
        {
            var values = Statuses[..count];
            Assert.Equal(
                all.Where(r => values.Contains(r.Status)).Select(r => r.Code).Order(),
                await CodesAsync(context, OneOf.Values((Recommendation r) => r.Status, values))
            );
        }
    }

    [Fact]
    public async Task A_value_that_is_missing_among_few_and_among_many()
    {
        await using var tracker = await Samples.ReadyAsync(Database.Sqlite);
        Ends.Done(await tracker.AddSamplesAsync(60));
        await using var context = tracker.Of<Contexts>().Open();
        var all = await context.Recommendations.ToListAsync(Token);
        var days = all.Select(r => r.DueDate).OfType<DateOnly>().Distinct().Order().ToList();
        Assert.NotEmpty(days);
        Assert.Contains(all, r => r.DueDate is null);
        List<DateOnly?> many =
        [
            null,
            .. days.Select(d => (DateOnly?)d),
            .. Enumerable.Range(1, 5).Select(n => (DateOnly?)days[^1].AddDays(n)),
        ];
        foreach (var values in new[] { many[..1], many[..2], many })
        {
            Assert.Equal(
                all.Where(r => values.Contains(r.DueDate)).Select(r => r.Code).Order(),
                await CodesAsync(context, OneOf.Values((Recommendation r) => r.DueDate, values))
            );
        }
    }

    /// <summary>Two filters of one shape are one statement: that is what comparing one by one is for.</summary>
    [Fact]
    public async Task Few_values_of_another_filter_are_the_same_statement()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await using var context = tracker.Of<Contexts>().Open();

        Assert.Equal(Statement("GOV"), Statement("EMP"));
        Assert.Equal(Statement("GOV", "EMP"), Statement("DIA", "PRV"));
        Assert.NotEqual(Statement("GOV"), Statement("GOV", "EMP"));
        Assert.DoesNotContain("GOV", Statement("GOV"), StringComparison.Ordinal);

        string Statement(params string[] themes)
        {
            using var command = context
                .Recommendations.Where(OneOf.Values((Recommendation r) => r.ThemeCode, themes))
                .CreateDbCommand();
            return command.CommandText;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<List<string>> CodesAsync(
        TrackerContext context,
        System.Linq.Expressions.Expression<Func<Recommendation, bool>> condition
    ) =>
        await context
            .Recommendations.Where(condition)
            .Select(r => r.Code)
            .OrderBy(c => c)
            .ToListAsync(Token);
}
