using Microsoft.AspNetCore.Components;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Web.Access;

namespace Tracker.Web.Shared.Forms;

/// <summary>
/// A form for one deed. The same component stands on a page that works without scripts, where the browser posts it,
/// and in a dialog of an open circuit.
/// </summary>
public abstract class DeedForm : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>Called with the code of the thing once the deed is done.</summary>
    [Parameter]
    public EventCallback<string> Done { get; set; }

    /// <summary>Set by a dialog: closes it. On a page, cancelling is a link.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    /// <summary>Where cancelling leads on a page.</summary>
    [Parameter]
    public string Back { get; set; } = "/";

    /// <summary>Tells the page that the deed was refused, so that its answer says so too.</summary>
    [Parameter]
    public EventCallback<Outcome> Ended { get; set; }

    [Inject]
    protected CurrentActor Reader { get; set; } = default!;

    [Inject]
    protected Tracker.Web.Text.Words Spoken { get; set; } = default!;

    /// <summary>How the last attempt ended, where it did not succeed.</summary>
    protected Outcome? End { get; private set; }

    protected CancellationToken Gone => _gone.Token;

    protected Task<Actor> ActorAsync() => Reader.GetAsync(Gone);

    /// <summary>The sentence to stand at a field, if it is wrong.</summary>
    protected string? ErrorAt(string field) =>
        End is Outcome.Invalid invalid
        && invalid.Faults.FirstOrDefault(f => f.Field == field) is { } fault
            ? Spoken.Of(fault)
            : null;

    /// <summary>Shows how it ended; a conflict hands over the stored version, so that saving again is a decision.</summary>
    protected async Task FinishAsync(Outcome outcome)
    {
        if (outcome is Outcome.Done done)
        {
            End = null;
            await Done.InvokeAsync(done.Code);
            return;
        }
        End = outcome;
        if (outcome is Outcome.Conflict conflict)
        {
            Resume(conflict.Version);
        }
        await Ended.InvokeAsync(outcome);
    }

    /// <summary>Takes over the stored version after a conflict.</summary>
    protected abstract void Resume(long version);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }
}
