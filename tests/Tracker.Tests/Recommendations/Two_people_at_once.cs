using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>A stale save goes through where it touches nothing that others changed; where it does, both sides are shown.</summary>
public sealed class Two_people_at_once
{
    private const string Code = "KAY-2020-05";

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task What_does_not_collide_is_merged(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var (mefp, coordinator) = (
            await tracker.FocalPointAsync("MEFP"),
            await tracker.CoordinatorAsync()
        );
        var read = await tracker.VersionAsync(Code);
        Ends.Done(
            await tracker.DueAsync(coordinator, Code, new DateOnly(2021, 12, 31), version: read)
        );
        Ends.Done(await tracker.AnswerAsync(mefp, Code, Acceptance.Accepted, version: read));
        Ends.Done(
            await tracker.ChangeAsync(
                mefp,
                Code,
                new StatusChange
                {
                    To = ImplementationStatus.InProgress,
                    UpdateText = "Cadre installé",
                    Percent = 10,
                },
                read
            )
        );
        Ends.Done(
            await tracker.PostAsync(mefp, Code, new UpdateEntry { Text = "Suite" }, version: read)
        );
        var record = await tracker.RecordAsync(Code);
        Assert.Equal(
            (
                new DateOnly(2021, 12, 31),
                Acceptance.Accepted,
                ImplementationStatus.InProgress,
                10,
                2
            ),
            (record.DueDate, record.Acceptance, record.Status, record.Percent, record.Updates.Count)
        );
    }

    [Fact]
    public async Task What_collides_is_shown_with_what_both_began_from_and_nothing_is_written()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var (mefp, coordinator) = (
            await tracker.FocalPointAsync("MEFP"),
            await tracker.CoordinatorAsync()
        );
        Ends.Done(await tracker.DueAsync(coordinator, Code, new DateOnly(2021, 6, 30)));
        var read = await tracker.VersionAsync(Code);
        Ends.Done(
            await tracker.DueAsync(
                coordinator,
                Code,
                new DateOnly(2021, 12, 31),
                "Remaniement",
                read
            )
        );
        Ends.Done(await tracker.AnswerAsync(mefp, Code, Acceptance.Accepted));
        var lines = await tracker.LineCountAsync();
        var late = await tracker.DueAsync(mefp, Code, new DateOnly(2021, 9, 30), "Budget", read);
        var field = Assert.Single(Assert.IsType<Outcome.Conflict>(late).Fields);
        Assert.Equal(
            ("due_date", "2021-06-30", "2021-09-30", "2021-12-31"),
            (field.Field, field.Base, field.Yours, field.Current)
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_percentage_left_as_it_was_follows_the_one_set_meanwhile()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var mefp = await tracker.FocalPointAsync("MEFP");
        Ends.Done(
            await tracker.PostAsync(mefp, Code, new UpdateEntry { Text = "a", Percent = 20 })
        );
        var read = await tracker.VersionAsync(Code);
        Ends.Done(
            await tracker.PostAsync(mefp, Code, new UpdateEntry { Text = "b", Percent = 60 })
        );
        Ends.Done(
            await tracker.PostAsync(
                mefp,
                Code,
                new UpdateEntry { Text = "c", Percent = 20 },
                version: read
            )
        );
        Assert.Equal(60, (await tracker.RecordAsync(Code)).Percent);
        var lines = await tracker.LineCountAsync();
        var late = await tracker.PostAsync(
            mefp,
            Code,
            new UpdateEntry { Text = "d", Percent = 30 },
            version: read
        );
        var field = Assert.Single(Assert.IsType<Outcome.Conflict>(late).Fields);
        Assert.Equal(
            ("percent", "20", "30", "60"),
            (field.Field, field.Base, field.Yours, field.Current)
        );
        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Fact]
    public async Task Two_corrections_of_different_texts_are_both_kept()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        var read = await tracker.VersionAsync("KAY-2020-17");
        var entry = Entries.Recommendation();
        Ends.Done(
            await tracker.CorrectAsync(
                coordinator,
                "KAY-2020-17",
                entry with
                {
                    Title = new Bilingual("Titre revu", entry.Title.En),
                },
                read
            )
        );
        Ends.Done(
            await tracker.CorrectAsync(
                coordinator,
                "KAY-2020-17",
                entry with
                {
                    SourceQuote = "Citation retrouvée",
                },
                read
            )
        );
        var record = await tracker.RecordAsync("KAY-2020-17");
        Assert.Equal(("Titre revu", "Citation retrouvée"), (record.Title.Fr, record.SourceQuote));
        var late = await tracker.CorrectAsync(
            coordinator,
            "KAY-2020-17",
            entry with
            {
                Title = new Bilingual("Autre titre", entry.Title.En),
            },
            read
        );
        Assert.Equal(
            ["title_fr"],
            Assert.IsType<Outcome.Conflict>(late).Fields.Select(f => f.Field)
        );
    }

    [Fact]
    public async Task Where_the_history_does_not_reach_back_everything_that_differs_collides()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.DueAsync(coordinator, Code, new DateOnly(2021, 6, 30)));
        Ends.Conflict(
            await tracker.DueAsync(coordinator, Code, new DateOnly(2021, 7, 31), "x", version: 0),
            await tracker.VersionAsync(Code),
            "due_date: 2021-07-31 / 2021-06-30"
        );
    }
}
