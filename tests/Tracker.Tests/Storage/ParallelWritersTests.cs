using Tracker.Core;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Storage;

public sealed class ParallelWritersTests
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Of_twenty_changes_of_one_version_exactly_one_is_saved(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        const string Code = "KAY-2020-05";
        var lead = await tracker.FocalPointAsync("MEFP");
        var read = await tracker.VersionAsync(Code);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() =>
                        tracker.ChangeAsync(
                            lead,
                            Code,
                            new StatusChange
                            {
                                To = ImplementationStatus.InProgress,
                                UpdateText = $"Version {i}",
                                Percent = i,
                            },
                            read
                        )
                    )
                )
        );
        var winner = Assert.Single(outcomes, o => o is Outcome.Done);
        Assert.Equal(19, outcomes.Count(o => o is Outcome.Conflict c && c.Version == read + 1));
        var record = await tracker.RecordAsync(Code);
        Assert.Equal(read + 1, record.Version);
        var update = Assert.Single(record.Updates);
        Assert.Equal($"Version {Array.IndexOf(outcomes, winner)}", update.Text);
        Assert.Equal(update.Percent, record.Percent);
        Assert.Empty(await tracker.BreaksAsync());
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Ten_writers_on_ten_records_lose_nothing(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        var codes = Enumerable.Range(1, 10).Select(i => $"KAY-2020-{i:00}").ToList();
        await Task.WhenAll(
            codes.Select(code =>
                Task.Run(async () =>
                {
                    for (var day = 1; day <= 5; day++)
                    {
                        Ends.Done(
                            await tracker.DueAsync(coordinator, code, new(2021, 6, day), "Budget")
                        );
                    }
                })
            )
        );
        foreach (var code in codes)
        {
            var record = await tracker.RecordAsync(code);
            Assert.Equal(new DateOnly(2021, 6, 5), record.DueDate);
            Assert.Equal([4, 3, 2, 1], record.FormerDueDates.Select(f => f.Day.Day));
        }
        Assert.Empty(await tracker.BreaksAsync());
    }
}
