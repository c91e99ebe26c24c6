using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Data.Import;
using Tracker.Tests.Given;

namespace Tracker.Tests.Stories;

/// <summary>Story 7: the dirty sample is understood, confirmed, applied, sent again, and taken back.</summary>
public sealed class A_dirty_file_comes_in
{
    private static readonly DateOnly Today = new(2023, 5, 2);

    private static readonly ImportAnswers WithReason = new(
        new Dictionary<int, IReadOnlyDictionary<ImportField, string>>
        {
            [27] = new Dictionary<ImportField, string>
            {
                [ImportField.StatusReason] = "Le site prévu a reçu une autre destination.",
            },
        }
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Six_workshops_and_fifty_four_recommendations_and_nothing_new_the_second_time(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        foreach (var name in new[] { ImportSamples.Comma, ImportSamples.Excel })
        {
            var first = await tracker.UnderstoodAsync(coordinator, name, WithReason);
            var expected = await ImportSamples.ExpectedAsync();
            if (name == ImportSamples.Comma)
            {
                Assert.Equal(
                    expected.Select(e => e.Line),
                    first.Records.Select(ImportSamples.LineOf)
                );
                Ends.Done(await tracker.ApplyAsync(coordinator, name, first, WithReason));
            }
            var lists = await tracker.Of<ImportQueries>().ListsAsync(coordinator, Cancellation);
            Assert.Equal((6, 54), (lists.Workshops.Count, lists.Recommendations.Count));

            var again = await tracker.UnderstoodAsync(coordinator, name, WithReason);
            Assert.Equal(
                0,
                again.Of(ImportAction.Create) + again.Of(ImportAction.CreateWithWarning)
            );
            Assert.Equal(0, again.Of(ImportAction.Update));
            Assert.Equal(
                (39, 4, 5),
                (
                    again.Of(ImportAction.Unchanged),
                    again.Of(ImportAction.HeldBack),
                    again.Of(ImportAction.Skip)
                )
            );
            Assert.Equal(
                [new FieldFault("Rows", Fault.NothingChosen)],
                Assert
                    .IsType<Outcome.Invalid>(
                        await tracker.ApplyAsync(coordinator, name, again, WithReason)
                    )
                    .Faults
            );
        }

        var list = await tracker.ListAsync("");
        Assert.Equal(54, list.Total);
        var figures = await tracker.FiguresAsync("");
        Assert.Equal(54, figures.Counts.Total);
        Assert.Equal(3, (await tracker.ListAsync("status=implemented")).Total);
        Assert.Equal(3, (await tracker.ListAsync("status=implemented&without_evidence=1")).Total);
        Assert.Equal(1, (await tracker.ListAsync("status=no_longer_applicable")).Total);
        Assert.Equal(0, (await tracker.ListAsync("status=verified")).Total);
        // Found so, not moved so: they count as entries.
        Assert.DoesNotContain(
            figures.Flow,
            q => q.Flow.Kinds.Keys.Any(k => k != Core.Dashboard.FlowKind.New)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_whole_file_is_taken_back_while_nobody_has_changed_its_rows(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        var before = await tracker.Of<ImportQueries>().ListsAsync(coordinator, Cancellation);
        var batch = await AppliedAsync(tracker, coordinator);
        var line = Assert.Single(
            await tracker.Of<ImportQueries>().BatchesAsync(coordinator, Cancellation)
        );
        Assert.Equal((38, 1, 4), (line.Created, line.Updated, line.HeldBack));
        Assert.True(line.MayBeUndone);

        tracker.ItIsNow(Today.AddDays(29));
        Ends.Done(await tracker.Of<ImportCommands>().UndoAsync(coordinator, batch, Cancellation));
        var after = await tracker.Of<ImportQueries>().ListsAsync(coordinator, Cancellation);
        Assert.Equal(before.Workshops, after.Workshops);
        Assert.Equal(before.Recommendations.Select(Spelt), after.Recommendations.Select(Spelt));
        Assert.Equal(0, (await tracker.ListAsync("q=Zégoua")).Total);
        Assert.Equal(
            Refusal.NothingToUndo,
            Assert
                .IsType<Outcome.Refused>(
                    await tracker.Of<ImportCommands>().UndoAsync(coordinator, batch, Cancellation)
                )
                .Reason
        );
        // And the same file brings the same again.
        await AppliedAsync(tracker, coordinator);
        Assert.Equal(54, (await tracker.ListAsync("")).Total);
    }

    [Fact]
    public async Task What_somebody_changed_since_or_wrote_beside_it_keeps_the_file_from_being_taken_back()
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        var batch = await AppliedAsync(tracker, coordinator);
        tracker.Time.Advance(TimeSpan.FromMinutes(1));
        Ends.Done(
            await tracker
                .Of<Data.Comments.CommentCommands>()
                .WriteAsync(
                    coordinator,
                    "SIK-2021-02",
                    "Vu avec la DPF.",
                    Core.Words.Language.Fr,
                    null,
                    Cancellation
                )
        );
        await RefusedAsync(tracker, coordinator, batch, Refusal.ChangedSince);
    }

    [Fact]
    public async Task After_thirty_days_a_file_stays()
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        var batch = await AppliedAsync(tracker, coordinator);
        tracker.ItIsNow(Today.AddDays(31));
        await RefusedAsync(tracker, coordinator, batch, Refusal.NothingToUndo);
    }

    [Fact]
    public async Task What_changed_between_preview_and_confirmation_is_a_conflict_and_nothing_is_written()
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        var seen = await tracker.UnderstoodAsync(coordinator, ImportSamples.Comma, WithReason);
        Ends.Done(await tracker.EnterAsync(coordinator, Entries.Recommendation()));
        Ends.Done(
            await tracker
                .Of<Data.Workshops.WorkshopCommands>()
                .CreateAsync(coordinator, Entries.Workshop("SIK-2021"), Cancellation)
        );
        Ends.Done(
            await tracker.EnterAsync(
                coordinator,
                Entries.Recommendation() with
                {
                    WorkshopCode = "SIK-2021",
                    Code = "SIK-2021-01",
                }
            )
        );
        Assert.IsType<Outcome.Conflict>(
            await tracker.ApplyAsync(coordinator, ImportSamples.Comma, seen, WithReason)
        );
        Assert.Equal(
            2,
            (await tracker.Of<ImportQueries>().ListsAsync(coordinator, Cancellation))
                .Workshops
                .Count
        );
    }

    [Fact]
    public async Task No_longer_applicable_without_its_reason_writes_nothing()
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        var preview = await tracker.UnderstoodAsync(
            coordinator,
            ImportSamples.Comma,
            ImportAnswers.None
        );
        Assert.Equal(
            [new FieldFault("GAO-2022-04", Fault.ReasonRequired)],
            Assert
                .IsType<Outcome.Invalid>(
                    await tracker.ApplyAsync(
                        coordinator,
                        ImportSamples.Comma,
                        preview,
                        ImportAnswers.None
                    )
                )
                .Faults
        );
        Assert.Equal(16, (await tracker.ListAsync("")).Total);
    }

    [Fact]
    public async Task Only_the_coordination_imports()
    {
        await using var tracker = await TestTracker.KayesAsync();
        tracker.ItIsNow(Today);
        var coordinator = await tracker.CoordinatorAsync();
        var preview = await tracker.UnderstoodAsync(coordinator, ImportSamples.Comma, WithReason);
        var focal = await tracker.FocalPointAsync("MEFP");
        Assert.IsType<Outcome.Refused>(
            await tracker.ApplyAsync(focal, ImportSamples.Comma, preview, WithReason)
        );
        Assert.Empty(
            (await tracker.Of<ImportQueries>().ListsAsync(focal, Cancellation)).Recommendations
        );
    }

    private static async Task<Guid> AppliedAsync(TestTracker tracker, Actor coordinator)
    {
        var preview = await tracker.UnderstoodAsync(coordinator, ImportSamples.Comma, WithReason);
        return Guid.Parse(
            Assert
                .IsType<Outcome.Done>(
                    await tracker.ApplyAsync(coordinator, ImportSamples.Comma, preview, WithReason)
                )
                .Code
        );
    }

    private static async Task RefusedAsync(
        TestTracker tracker,
        Actor coordinator,
        Guid batch,
        Refusal reason
    ) =>
        Assert.Equal(
            reason,
            Assert
                .IsType<Outcome.Refused>(
                    await tracker.Of<ImportCommands>().UndoAsync(coordinator, batch, Cancellation)
                )
                .Reason
        );

    private static string Spelt(ImportedBefore item) =>
        $"{item.Code} {item.Title} {item.Text} {item.Theme} {item.Lead} {item.DueDate} {item.Status} {item.Percent} {string.Join(';', item.Supporting.Order())} {string.Join(';', item.Places.Order())} {string.Join(';', item.FrameworkEntries.Order())}";
}
