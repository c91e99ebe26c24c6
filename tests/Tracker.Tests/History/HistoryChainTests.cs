using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.History;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.History;

public sealed class HistoryChainTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_chain_is_whole_after_any_run_of_deeds(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var before = await tracker.LineCountAsync();
        var deeds = new RandomDeeds(tracker, new Random(21));
        await deeds.RunAsync(80);
        Assert.True(
            deeds.Ended["Done"] > 20 && deeds.Ended.Count > 1,
            "A run without both says little."
        );
        Assert.True(await tracker.LineCountAsync() > before + 20);
        Assert.Empty(await tracker.BreaksAsync());
    }

    /// <summary>Whatever column somebody edits behind the program's back, also one that is added later.</summary>
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_change_of_any_stored_field_breaks_the_chain(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await new RandomDeeds(tracker, new Random(22)).RunAsync(15);
        Assert.Empty(await tracker.BreaksAsync());
        var tried = 0;
        foreach (
            var type in new[] { typeof(HistoryLine), typeof(HistoryText), typeof(HistoryHead) }
        )
        {
            foreach (var field in await FieldsAsync(tracker, type))
            {
                var kept = await TamperAsync(tracker, type, field, Other);
                Assert.True(
                    (await tracker.BreaksAsync()).Count > 0,
                    $"{type.Name}.{field} is not covered."
                );
                await TamperAsync(tracker, type, field, _ => kept);
                Assert.Empty(await tracker.BreaksAsync());
                tried++;
            }
        }
        Assert.True(tried >= 16, $"Only {tried} fields were found.");
    }

    [Theory]
    [InlineData(
        "DELETE FROM \"HistoryTexts\" WHERE \"Sequence\" = 7; DELETE FROM \"HistoryLines\" WHERE \"Sequence\" = 7"
    )]
    [InlineData("UPDATE \"HistoryTexts\" SET \"After\" = 'x' WHERE \"Sequence\" = 7")]
    [InlineData("UPDATE \"HistoryTexts\" SET \"Before\" = '' WHERE \"Sequence\" = 7")]
    [InlineData("UPDATE \"HistoryLines\" SET \"Subject\" = 'DIA' WHERE \"Sequence\" = 7")]
    public async Task Removing_or_rewriting_a_line_shows(string statement)
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Empty(await tracker.BreaksAsync());
        Assert.True(await tracker.ExecuteAsync(statement) > 0);
        Assert.NotEmpty(await tracker.BreaksAsync());
    }

    [Fact]
    public async Task Cutting_off_the_end_shows_at_the_head()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var last = (await tracker.LinesAsync())[^1].Sequence.ToString(CultureInfo.InvariantCulture);
        await tracker.ExecuteAsync("DELETE FROM \"HistoryTexts\" WHERE \"Sequence\" = " + last);
        await tracker.ExecuteAsync("DELETE FROM \"HistoryLines\" WHERE \"Sequence\" = " + last);
        Assert.NotEmpty(await tracker.BreaksAsync());
    }

    /// <summary>The database refuses the save: neither the change nor its history is left.</summary>
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_save_that_fails_leaves_neither_change_nor_history(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var lines = await tracker.LineCountAsync();
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            tracker
                .Of<Store>()
                .WriteAsync(
                    Actor.Worker,
                    Deed.CorrectWorkshop,
                    async (write, token) =>
                    {
                        var workshop = await write.Context.Workshops.SingleAsync(token);
                        workshop.Venue = "Ailleurs";
                        write.Context.Add(
                            new WorkshopFunder
                            {
                                WorkshopId = workshop.Id,
                                Workshop = workshop,
                                OrganisationCode = "NOBODY",
                            }
                        );
                        return new Outcome.Done("");
                    },
                    Cancellation
                )
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
        await using var context = tracker.Of<Contexts>().Open();
        Assert.NotEqual("Ailleurs", (await context.Workshops.SingleAsync(Cancellation)).Venue);
        Assert.Empty(await tracker.BreaksAsync());
        // And the next writer finds the chain free.
        await tracker.StateAsync(r => r.Percent = 5, "KAY-2020-01");
        Assert.Empty(await tracker.BreaksAsync());
    }

    [Fact]
    public async Task A_deed_that_ends_otherwise_leaves_what_it_touched_as_it_was()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lines = await tracker.LineCountAsync();
        var outcome = await tracker
            .Of<Store>()
            .WriteAsync(
                Actor.Worker,
                Deed.CorrectWorkshop,
                async (write, token) =>
                {
                    (await write.Context.Workshops.SingleAsync(token)).Venue = "Ailleurs";
                    return new Outcome.NotFound();
                },
                Cancellation
            );
        Ends.NotFound(outcome);
        Assert.Equal(lines, await tracker.LineCountAsync());
        await using var context = tracker.Of<Contexts>().Open();
        Assert.NotEqual("Ailleurs", (await context.Workshops.SingleAsync(Cancellation)).Venue);
    }

    [Fact]
    public async Task The_lines_of_one_deed_share_its_act_its_instant_and_its_actor()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var before = await tracker.LineCountAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        var lines = (await tracker.LinesAsync()).Skip(before).ToList();
        Assert.True(lines.Count > 5);
        var line = Assert.Single(lines.Select(l => (l.ActId, l.At, l.ActorId, l.Deed)).Distinct());
        Assert.Equal(
            (tracker.Clock.Now, coordinator.Id, "enter_recommendation"),
            (line.At, line.ActorId, line.Deed)
        );
        Assert.All(
            lines,
            l => Assert.Equal(("recommendation", "KAY-2020-17"), (l.Kind, l.Subject))
        );
    }

    [Fact]
    public async Task Nothing_recorded_is_ever_deleted()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            tracker
                .Of<Store>()
                .WriteAsync(
                    Actor.Worker,
                    Deed.CorrectRecommendation,
                    async (write, token) =>
                    {
                        write.Context.Remove(await write.Context.Themes.FirstAsync(token));
                        return new Outcome.Done("");
                    },
                    Cancellation
                )
        );
        await using var context = tracker.Of<Contexts>().Open();
        Assert.Equal(12, await context.Themes.CountAsync(Cancellation));
    }

    private static async Task<List<string>> FieldsAsync(TestTracker tracker, Type type)
    {
        await using var context = tracker.Of<Contexts>().Open();
        return
        [
            .. context
                .Model.FindEntityType(type)!
                .GetProperties()
                .Where(p => !p.IsPrimaryKey())
                .Select(p => p.Name),
        ];
    }

    /// <summary>The history rows are no recorded rows themselves: nothing in the program guards against this but the chain.</summary>
    private static async Task<object?> TamperAsync(
        TestTracker tracker,
        Type type,
        string field,
        Func<PropertyEntry, object?> with
    )
    {
        await using var context = tracker.Of<Contexts>().Open();
        object row =
            type == typeof(HistoryHead) ? await context.HistoryHeads.SingleAsync(Cancellation)
            : type == typeof(HistoryText)
                ? await context.HistoryTexts.SingleAsync(t => t.Sequence == 7, Cancellation)
            : await context.HistoryLines.SingleAsync(l => l.Sequence == 7, Cancellation);
        var property = context.Entry(row).Property(field);
        var kept = property.CurrentValue;
        property.CurrentValue = with(property);
        await context.SaveChangesAsync(Cancellation);
        return kept;
    }

    private static object? Other(PropertyEntry property) =>
        property.Metadata.ClrType switch
        {
            var t when t == typeof(Guid) => Guid.CreateVersion7(),
            var t when t == typeof(DateTime) => ((DateTime)property.CurrentValue!).AddTicks(1),
            var t when t == typeof(long) || t == typeof(long?) => (
                (long?)property.CurrentValue ?? 0
            ) + 1,
            var t when t == typeof(byte[]) => new byte[] { 1, 2, 3 },
            _ => property.CurrentValue + "x",
        };
}
