using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Writing;

/// <summary>What a file that is taken back gives back, and when it stays.</summary>
public sealed class A_file_is_taken_back : IAsyncLifetime
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
    public async Task A_declaration_sent_back_by_a_file_counts_for_nothing_once_the_file_is_taken_back()
    {
        await _tracker.StateAsync(
            r =>
            {
                r.Assign("DGME");
                r.Acceptance = Acceptance.Accepted;
                r.MoveTo(ImplementationStatus.Implemented, new DateOnly(2022, 6, 30));
            },
            "KAY-2020-03"
        );
        var batch = await _tracker.AppliedAsync(
            _coordinator,
            HandMade.Preview(
                await _tracker.ChangeAsync(
                    _coordinator,
                    "KAY-2020-03",
                    v => v with { Status = ImplementationStatus.InProgress },
                    ImportField.Status
                )
            )
        );
        await using (var context = _tracker.Of<Contexts>().Open())
        {
            Assert.False((await context.Verifications.SingleAsync(Cancellation)).Withdrawn);
        }
        Ends.Done(await _tracker.UndoAsync(_coordinator, batch));
        await using (var context = _tracker.Of<Contexts>().Open())
        {
            Assert.True((await context.Verifications.SingleAsync(Cancellation)).Withdrawn);
        }
    }

    [Fact]
    public async Task A_row_that_was_corrected_since_keeps_the_file_from_being_taken_back()
    {
        var batch = await _tracker.AppliedAsync(
            _coordinator,
            HandMade.Preview(HandMade.Record(1, ImportAction.Create, HandMade.New("KAY-2020-90")))
        );
        await _tracker.StateAsync(r => r.TitleFr = "Guichet des familles", "KAY-2020-90");
        Ends.Refused(Refusal.ChangedSince, await _tracker.UndoAsync(_coordinator, batch));
        Assert.Contains(await _tracker.RowsAsync(), r => r.Code == "KAY-2020-90");
    }
}
