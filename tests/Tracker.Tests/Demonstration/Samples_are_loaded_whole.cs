using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Dashboard;
using Tracker.Data.Demonstration;
using Tracker.Data.History;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Demonstration;

public sealed class Samples_are_loaded_whole
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_chain_holds_and_twice_adds_nothing(Database database)
    {
        await using var tracker = await Samples.ReadyAsync(database);
        Assert.Equal(new Outcome.Done("150"), await tracker.AddSamplesAsync(150));
        Assert.Equal(16 + 150, (await tracker.RowsAsync()).Count);
        Assert.Empty(await tracker.BreaksAsync());
        var before = await LinesAsync(tracker);

        Assert.Equal(new Outcome.Done("0"), await tracker.AddSamplesAsync(150));

        Assert.Equal(before, await LinesAsync(tracker));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_rows()
    {
        var found = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var tracker = await Samples.ReadyAsync();
            Ends.Done(await tracker.AddSamplesAsync(60, history: 3_000));
            var rows = (await tracker.RowsAsync()).Where(r => r.Code[0] == 'E');
            found.Add(
                string.Join(
                    '\n',
                    rows.Select(r => $"{r.Id} {r.Code} {r.TitleFr} {r.Status} {r.DueDate}").Order()
                )
            );
        }
        Assert.Equal(found[0], found[1]);
    }

    [Fact]
    public async Task Periods_leave_no_gap_and_end_as_the_row_stands()
    {
        await using var tracker = await Samples.ReadyAsync();
        Ends.Done(await tracker.AddSamplesAsync(100));
        await using var context = tracker.Of<Contexts>().Open();
        var rows = await context
            .Recommendations.AsNoTracking()
            .Include(r => r.Workshop)
            .Include(r => r.Periods)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(116, rows.Count);
        foreach (var row in rows)
        {
            var periods = row.Periods.OrderBy(p => p.From).ToList();
            Assert.Equal(row.Workshop!.EndsOn, periods[0].From);
            Assert.Null(periods[^1].To);
            Assert.True(periods[^1].Matches(row), row.Code);
            foreach (var (one, next) in periods.Zip(periods.Skip(1)))
            {
                Assert.Equal(one.To, next.From);
                Assert.True(one.From < one.To, row.Code);
            }
        }
        Assert.True(rows.Max(r => r.Periods.Count) > 4);
    }

    [Fact]
    public async Task History_reaches_the_number_asked_for_and_tells_the_story()
    {
        await using var tracker = await Samples.ReadyAsync();
        Ends.Done(await tracker.AddSamplesAsync(80, history: 2_500));

        Assert.Equal(2_500, await LinesAsync(tracker));
        Assert.Empty(await tracker.BreaksAsync());
        var verified = (await tracker.RowsAsync()).First(r =>
            r.Status == ImplementationStatus.Verified
        );
        var acts = await tracker
            .Of<HistoryQueries>()
            .OfRecommendationAsync(
                Actor.Worker,
                verified.Code,
                TestContext.Current.CancellationToken
            );
        Assert.Contains(acts[0].Changes, c => c is { Field: "status", After: "verified" });
        Assert.Equal(Deed.LoadDemonstration, acts[^1].Deed);
        Assert.Equal(acts.OrderByDescending(a => a.At).Select(a => a.At), acts.Select(a => a.At));
    }

    [Fact]
    public async Task A_sample_can_be_found_and_changed_like_any_other()
    {
        await using var tracker = await Samples.ReadyAsync();
        Ends.Done(await tracker.AddSamplesAsync(40));
        var coordinator = await tracker.CoordinatorAsync();
        var item = (await tracker.RowsAsync()).First(r =>
            r is { LeadCode: not null, Publication: Publication.Published } && r.Code[0] == 'E'
        );

        var page = await tracker.ListAsync("q=" + item.Code);
        Ends.Done(await tracker.AssignAsync(coordinator, item.Code, "EX-ONG"));

        Assert.Equal([item.Code], page.Rows.Select(r => r.Code));
        Assert.Contains(item.Code, await FoundAsync(tracker, "q=" + item.Code + " ong"));
        Assert.Empty(await tracker.BreaksAsync());
    }

    [Fact]
    public async Task More_of_the_same_seed_is_added_to_what_is_there()
    {
        await using var tracker = await Samples.ReadyAsync();
        Ends.Done(await tracker.AddSamplesAsync(60));
        var outcome = Assert.IsType<Outcome.Done>(await tracker.AddSamplesAsync(200));
        Assert.InRange(int.Parse(outcome.Code, null), 100, 160);
        Assert.Empty(await tracker.BreaksAsync());
    }

    [Fact]
    public async Task Another_seed_too_little_history_and_others_than_administrators_are_refused()
    {
        await using var tracker = await Samples.ReadyAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Assert.Equal(
            new Outcome.Refused(Refusal.AdministratorOnly),
            await tracker.AddSamplesAsync(20, actor: coordinator)
        );
        Assert.Equal("History", FieldOf(await tracker.AddSamplesAsync(20, history: 5)));
        Assert.Equal("Recommendations", FieldOf(await tracker.AddSamplesAsync(0)));
        Ends.Done(await tracker.AddSamplesAsync(20, seed: 3));
        Assert.Equal("Seed", FieldOf(await tracker.AddSamplesAsync(20, seed: 4)));
    }

    private static async Task<IEnumerable<string>> FoundAsync(TestTracker tracker, string query) =>
        (await tracker.ListAsync(query)).Rows.Select(r => r.Code);

    private static string FieldOf(Outcome outcome) =>
        Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults).Field;

    private static async Task<long> LinesAsync(TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        return await context.HistoryLines.LongCountAsync(TestContext.Current.CancellationToken);
    }
}
