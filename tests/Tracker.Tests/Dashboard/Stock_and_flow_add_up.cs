using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Dashboard;
using Tracker.Data.Exports;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Dashboard;

/// <summary>For random histories, filters and days: what the glossary says of stock and flow, and one number everywhere.</summary>
public sealed class Stock_and_flow_add_up(ITestOutputHelper output)
{
    private static readonly DateOnly First = new(2020, 12, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task After_random_deeds_of_months_for_any_filter_and_any_two_days(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await LiveAsync(tracker);
        var today = tracker.Of<Core.ProgrammeClock>().Today;
        var random = new Random(7);
        var kinds = new Dictionary<FlowKind, int>();
        for (var round = 0; round < 150; round++)
        {
            var filter = Filter(random);
            var (from, to) = TwoDays(random, today);

            var changes = await tracker
                .Of<ChangeQueries>()
                .BetweenAsync(
                    Actor.Worker,
                    new FilterReading(filter, []),
                    from,
                    to,
                    cancellation: Cancellation
                );

            var flow = changes.Flow!;
            var said = $"{FilterAddress.Write(filter)} {from:O} {to:O}";
            Assert.Equal((said, changes.Before.Stock), (said, flow.Start));
            Assert.Equal((said, changes.After.Stock), (said, flow.End));
            Assert.Equal((said, flow.End), (said, flow.Start + flow.Entries - flow.Exits));
            foreach (var (kind, count) in flow.Kinds)
            {
                kinds[kind] = kinds.GetValueOrDefault(kind) + count;
            }
        }
        output.WriteLine(
            string.Join(", ", kinds.OrderBy(k => k.Key).Select(k => $"{k.Key} {k.Value}"))
        );
        Assert.Equal(Enum.GetValues<FlowKind>().Order(), kinds.Keys.Order());
    }

    /// <summary>Each stored period against the one before it, in another way than the figures go.</summary>
    [Fact]
    public async Task What_entered_and_left_is_what_the_stored_periods_changed()
    {
        await using var tracker = await TestTracker.KayesAsync();
        await LiveAsync(tracker);

        var flows = (await tracker.FiguresAsync()).Flow;

        var counted = flows.SelectMany(q =>
            q.Flow.Kinds.Select(k => $"{q.Quarter} {k.Key} {k.Value}")
        );
        var changed = (await ChangesOfStockAsync(tracker))
            .Where(c => c.On >= flows[0].Flow.From)
            .GroupBy(c => (Core.Progress.Quarter.Of(c.On), c.Kind))
            .Select(g => $"{g.Key.Item1} {g.Key.Kind} {g.Count()}");
        Assert.Equal(changed.Order(), counted.Order());
        Assert.True(flows.Sum(q => q.Flow.Entries + q.Flow.Exits) > 20);
        Assert.All(
            flows.Zip(flows.Skip(1)),
            pair => Assert.Equal(pair.First.Flow.End, pair.Second.Flow.Start)
        );
    }

    private static async Task<List<(DateOnly On, FlowKind Kind)>> ChangesOfStockAsync(
        TestTracker tracker
    )
    {
        await using var context = tracker.Of<Contexts>().Open();
        var periods = await context.Periods.AsNoTracking().ToListAsync(Cancellation);
        var changes = new List<(DateOnly, FlowKind)>();
        foreach (var life in periods.GroupBy(p => p.RecommendationId))
        {
            var before = StockState.NotYet;
            foreach (var period in life.OrderBy(p => p.From))
            {
                var after = FlowRules.StateOf(period.Publication, period.Acceptance, period.Status);
                if (FlowRules.Between(before, after) is { } kind)
                {
                    changes.Add((period.From, kind));
                }
                before = after;
            }
        }
        return changes;
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Dashboard_list_and_export_say_the_same_for_any_day(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await LiveAsync(tracker);
        var today = tracker.Of<Core.ProgrammeClock>().Today;
        var random = new Random(11);
        var compared = 0;
        for (var round = 0; round < 80; round++)
        {
            var (day, _) = TwoDays(random, today);
            var filter = Filter(random) with { AsOf = round % 4 == 0 ? null : day, Size = 100 };
            var said = FilterAddress.Write(filter);

            var figures = await tracker.FiguresAsync(said);
            var page = await tracker.ListAsync(said);
            var exported = new List<string>();
            await foreach (
                var row in tracker
                    .Of<ExportQueries>()
                    .RowsAsync(Actor.Worker, filter, Language.Fr, Cancellation)
            )
            {
                exported.Add(
                    $"{row.Code} {row.Status} {row.Acceptance} {row.LeadCode} {row.Flags}"
                );
            }

            var measures = Measures.Of(page.Rows.Select(ToFigure), figures.Day);
            Assert.Equal((said, measures), (said, figures.Measures));
            Assert.Equal((said, page.Total), (said, figures.Counts.Total));
            Assert.Equal(
                page.Rows.Select(r =>
                    $"{r.Code} {r.Status} {r.Acceptance} {r.Lead?.Code} {r.Flags}"
                ),
                exported
            );
            Assert.Equal(
                (said, page.Rows.Count(r => r.Flags.HasFlag(Flags.Stale))),
                (said, figures.Stale.Total)
            );
            Assert.Equal((said, figures.Overdue.Total), (said, figures.Overdue.Bands.Sum()));
            compared += page.Rows.Count;
        }
        Assert.True(compared > 120, $"Only {compared} rows were compared.");
    }

    private static FigureRow ToFigure(RecommendationRow row) =>
        new()
        {
            Theme = row.ThemeCode,
            Acceptance = row.Acceptance,
            Status = row.Status,
            StatusSince = row.StatusSince,
            DueDate = row.DueDate,
            ReviewDate = row.ReviewDate,
            LastUpdateOn = row.LastUpdateOn,
            PublishedOn = row.PublishedOn,
        };

    /// <summary>Months of work, with recommendations that come late, go, and move between themes and places.</summary>
    private static async Task LiveAsync(TestTracker tracker)
    {
        var coordinator = await tracker.CoordinatorAsync();
        foreach (var seed in Enumerable.Range(61, 6))
        {
            await tracker.StateAsync(
                item =>
                {
                    item.Status = ImplementationStatus.InProgress;
                    item.Acceptance = Acceptance.Accepted;
                    item.LeadCode ??= "MEFP";
                    item.ThemeCode = seed % 2 == 0 ? "DIA" : "GOV";
                },
                RandomDeeds.Codes
            );
            await new RandomDeeds(tracker, new Random(seed)).RunAsync(30);
            var code = $"KAY-2020-{seed}";
            Ends.Done(
                await tracker.EnterAsync(
                    coordinator,
                    Entries.Recommendation() with
                    {
                        Code = code,
                        Places = ["ML-1"],
                    }
                )
            );
            Ends.Done(await tracker.PublishAsync(coordinator, code));
        }
        foreach (
            var (code, reason) in new[] { ("KAY-2020-61", "Doublon"), ("KAY-2020-62", "Fusion") }
        )
        {
            tracker.ItIsNow(tracker.Of<Core.ProgrammeClock>().Today.AddDays(9));
            Ends.Done(await tracker.ArchiveAsync(coordinator, code, reason));
        }
        await tracker.StateAsync(
            item =>
            {
                item.Status = ImplementationStatus.InProgress;
                item.Acceptance = Acceptance.NotAccepted;
            },
            "KAY-2020-63"
        );
        tracker.ItIsNow(tracker.Of<Core.ProgrammeClock>().Today.AddDays(9));
        await tracker.StateAsync(item => item.Acceptance = Acceptance.Accepted, "KAY-2020-63");
        tracker.ItIsNow(tracker.Of<Core.ProgrammeClock>().Today.AddDays(9));
        await tracker.StateAsync(
            item => item.Status = ImplementationStatus.Verified,
            "KAY-2020-63",
            "KAY-2020-64"
        );
        tracker.ItIsNow(tracker.Of<Core.ProgrammeClock>().Today.AddDays(9));
        await tracker.StateAsync(
            item => item.Status = ImplementationStatus.InProgress,
            "KAY-2020-64"
        );
        tracker.ItIsNow(tracker.Of<Core.ProgrammeClock>().Today.AddDays(9));
    }

    private static (DateOnly From, DateOnly To) TwoDays(Random random, DateOnly today)
    {
        var days = today.DayNumber - First.DayNumber;
        var (one, other) = (random.Next(days + 1), random.Next(days + 1));
        return (First.AddDays(Math.Min(one, other)), First.AddDays(Math.Max(one, other)));
    }

    private static RecommendationFilter Filter(Random random)
    {
        return new RecommendationFilter
        {
            Search = random.Next(8) == 0 ? "migration" : null,
            Statuses = Some(Enum.GetValues<ImplementationStatus>()),
            Acceptances = Some(Enum.GetValues<Acceptance>()),
            Kinds = Some(Enum.GetValues<RecommendationKind>()),
            Themes = Some("DIA", "GOV", "EMP"),
            Leads = Some("MEFP", "MEF", "DGME", RecommendationFilter.NoLead),
            Places = Some("ML-1", "ML"),
            Supporting = Some("ANPE", "MEF"),
            Workshops = Some("KAY-2020"),
            Flags = random.Next(4) == 0 ? (Flags)(1 << random.Next(5)) : Flags.None,
            DueAfter = random.Next(8) == 0 ? new DateOnly(2021, 3, 1) : null,
            UpdatedAfter = random.Next(8) == 0 ? new DateOnly(2021, 3, 1) : null,
            WithDueDate = random.Next(8) == 0,
        };

        T[] Some<T>(params T[] values) =>
            random.Next(4) > 0 ? [] : [.. values.Where(_ => random.Next(2) == 0)];
    }
}
