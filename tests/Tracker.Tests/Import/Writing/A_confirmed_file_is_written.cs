using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Writing;

/// <summary>What a confirmed file leaves behind, row by row.</summary>
public sealed class A_confirmed_file_is_written : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2023, 5, 2);

    private TestTracker _tracker = null!;
    private Actor _coordinator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tracker = await TestTracker.KayesAsync();
        _tracker.ItIsNow(Today);
        _coordinator = await _tracker.CoordinatorAsync();
    }

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task A_new_record_stands_as_it_was_found()
    {
        var heard = new DateOnly(2022, 6, 30);
        await _tracker.AppliedAsync(
            _coordinator,
            HandMade.Preview(
                HandMade.Record(
                    1,
                    ImportAction.Create,
                    HandMade.New("KAY-2020-90") with
                    {
                        Status = ImplementationStatus.Implemented,
                        Percent = 100,
                        UpdatedOn = heard,
                        Remarks = "Selon le point focal.",
                    }
                )
            )
        );
        var item = await _tracker.RowAsync("KAY-2020-90");
        Assert.True(item.RecordedAsFound);
        Assert.Equal(
            (Publication.Published, Today, Acceptance.UnderConsideration),
            (item.Publication, item.PublishedOn, item.Acceptance)
        );
        Assert.Equal(
            (ImplementationStatus.Implemented, heard, heard, 100),
            (item.Status, item.StatusSince, item.LastUpdateOn, item.Percent)
        );
        Assert.Equal(("DGME", LeadStanding.Proposed), (item.LeadCode, item.LeadStanding));
        var ended = item.Workshop!.EndsOn;
        Assert.Equal(
            ("MSDS", ended),
            (item.Supporting[0].OrganisationCode, item.Supporting[0].From)
        );
        Assert.Equal(("ML-1", ended), (item.Places[0].PlaceCode, item.Places[0].From));
        Assert.Equal(1, (await _tracker.ListAsync("without_evidence=1&status=implemented")).Total);
        Assert.All(
            (await _tracker.FiguresAsync()).Flow.SelectMany(q => q.Flow.Kinds.Keys),
            kind => Assert.Equal(FlowKind.New, kind)
        );
        await using var context = _tracker.Of<Contexts>().Open();
        var remark = await context.Comments.SingleAsync(Cancellation);
        Assert.Equal("Selon le point focal.", remark.Text);
        Assert.Empty(await context.ProgressUpdates.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_held_back_is_kept_with_its_cells_and_its_reasons()
    {
        var batch = await _tracker.AppliedAsync(
            _coordinator,
            HandMade.Preview(
                HandMade.Record(1, ImportAction.Create, HandMade.New("KAY-2020-90")),
                HandMade.Record(
                    2,
                    ImportAction.HeldBack,
                    HandMade.New("KAY-2020-91"),
                    new ImportReason(
                        ImportReasonKind.DateImpossible,
                        ImportField.DueDate,
                        "30/02/2022"
                    )
                )
            )
        );
        Assert.DoesNotContain(await _tracker.RowsAsync(), r => r.Code == "KAY-2020-91");
        await using var context = _tracker.Of<Contexts>().Open();
        var rows = await context
            .ImportRows.Where(r => r.BatchId == batch)
            .OrderBy(r => r.RecordNo)
            .ToListAsync(Cancellation);
        Assert.Equal([1L, null], rows.Select(r => r.VersionAfter));
        Assert.Equal(1L, (await _tracker.RowAsync("KAY-2020-90")).Version);
        Assert.Equal(
            ["KAY-2020-91", "DIA", "Ouvrir un guichet d’accueil à la gare."],
            JsonSerializer.Deserialize<string[]>(rows[1].Cells!)!
        );
        Assert.Equal(
            [new ImportReason(ImportReasonKind.DateImpossible, ImportField.DueDate, "30/02/2022")],
            JsonSerializer.Deserialize<ImportReason[]>(rows[1].Reasons!)!
        );
    }

    [Fact]
    public async Task An_import_never_verifies()
    {
        var lines = await _tracker.LineCountAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _tracker.ApplyAsync(
                _coordinator,
                HandMade.Preview(
                    HandMade.Record(
                        1,
                        ImportAction.Create,
                        HandMade.New("KAY-2020-90") with
                        {
                            Status = ImplementationStatus.Verified,
                        }
                    )
                )
            )
        );
        Assert.Equal(lines, await _tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_workshop_in_the_future_ends_the_whole_and_is_named()
    {
        var lines = await _tracker.LineCountAsync();
        var outcome = await _tracker.ApplyAsync(
            _coordinator,
            HandMade.Preview(
                [new ProposedWorkshop("REN-2031", "Rencontre", null, null, null)],
                HandMade.Record(1, ImportAction.Create, HandMade.New("REN-2031-01", "REN-2031"))
            )
        );
        Assert.All(
            Assert.IsType<Outcome.Invalid>(outcome).Faults,
            f => Assert.StartsWith("REN-2031 ", f.Field, StringComparison.Ordinal)
        );
        Assert.Equal(lines, await _tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_corrected_text_leaves_the_quotation_of_its_source()
    {
        await _tracker.StateAsync(r => r.SourceQuote = "Page 12 du rapport", "KAY-2020-03");
        var batch = await _tracker.AppliedAsync(
            _coordinator,
            HandMade.Preview(
                await _tracker.ChangeAsync(
                    _coordinator,
                    "KAY-2020-03",
                    v => v with { Text = new Bilingual("Réunir les services.", v.Text.En) },
                    ImportField.Text
                )
            )
        );
        var item = await _tracker.RowAsync("KAY-2020-03");
        Assert.Equal(
            ("Réunir les services.", "Page 12 du rapport"),
            (item.TextFr, item.SourceQuote)
        );
        Ends.Done(await _tracker.UndoAsync(_coordinator, batch));
        Assert.Equal("Page 12 du rapport", (await _tracker.RowAsync("KAY-2020-03")).SourceQuote);
    }

    [Fact]
    public async Task A_move_that_lacks_what_it_asks_for_ends_the_whole_and_names_the_record()
    {
        var lines = await _tracker.LineCountAsync();
        var outcome = await _tracker.ApplyAsync(
            _coordinator,
            HandMade.Preview(
                HandMade.Record(7, ImportAction.Create, HandMade.New("KAY-2020-90")),
                await _tracker.ChangeAsync(
                    _coordinator,
                    "KAY-2020-03",
                    v => v with { Status = ImplementationStatus.Implemented },
                    ImportField.Status
                )
            )
        );
        // What is there already shows evidence before it is declared done.
        Assert.StartsWith(
            "KAY-2020-03 ",
            Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults).Field,
            StringComparison.Ordinal
        );
        Assert.Equal(lines, await _tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_verb_that_is_refused_ends_the_whole()
    {
        await _tracker.StateAsync(r => r.Publication = Publication.Archived, "KAY-2020-03");
        var lines = await _tracker.LineCountAsync();
        Assert.Equal(
            new Outcome.Refused(Refusal.Archived) { Of = "KAY-2020-03" },
            await _tracker.ApplyAsync(
                _coordinator,
                HandMade.Preview(
                    HandMade.Record(7, ImportAction.Create, HandMade.New("KAY-2020-90")),
                    await _tracker.ChangeAsync(
                        _coordinator,
                        "KAY-2020-03",
                        v => v with { DueDate = new DateOnly(2024, 1, 31) },
                        ImportField.DueDate
                    )
                )
            )
        );
        Assert.Equal(lines, await _tracker.LineCountAsync());
    }

    [Fact]
    public async Task A_percentage_of_what_is_closed_is_refused_as_on_the_screens()
    {
        await _tracker.StateAsync(
            r =>
            {
                r.Assign("DGME");
                r.Acceptance = Acceptance.Accepted;
                r.MoveTo(ImplementationStatus.Verified, Today);
                r.Percent = 100;
            },
            "KAY-2020-03"
        );
        Assert.Equal(
            new Outcome.Refused(Refusal.Closed) { Of = "KAY-2020-03" },
            await _tracker.ApplyAsync(
                _coordinator,
                HandMade.Preview(
                    await _tracker.ChangeAsync(
                        _coordinator,
                        "KAY-2020-03",
                        v => v with { Percent = 40 },
                        ImportField.Percent
                    )
                )
            )
        );
        Assert.Equal(100, (await _tracker.RowAsync("KAY-2020-03")).Percent);
    }

    [Fact]
    public async Task A_remark_beside_a_change_that_asks_for_no_words_is_kept_as_a_comment()
    {
        await _tracker.AppliedAsync(
            _coordinator,
            HandMade.Preview(
                await _tracker.ChangeAsync(
                    _coordinator,
                    "KAY-2020-03",
                    v => v with { Places = ["ML-1"], Remarks = "Vu avec la région." },
                    ImportField.Places
                )
            )
        );
        await using var context = _tracker.Of<Contexts>().Open();
        Assert.Equal("Vu avec la région.", (await context.Comments.SingleAsync(Cancellation)).Text);
    }

    [Fact]
    public void A_long_remark_is_parted_between_whole_signs_and_loses_nothing()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\U0001F600", 3000));
        var parts = Data.Import.ImportRemarks.Parts(text).ToList();
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1])));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 2000));
    }
}
