using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Recommendations;

/// <summary>A due date or a frequency as it is typed. Both fields stand in the form; the choice says which is meant.</summary>
public sealed class DueDateInput
{
    public const string Once = "once";
    public const string Often = "often";

    public long Version { get; set; }

    /// <summary>One date where nothing else is chosen: a script may send the date alone.</summary>
    public string? Kind { get; set; }
    public string? DueDate { get; set; }
    public string? Frequency { get; set; }
    public string? Reason { get; set; }

    public bool IsRecurring => Kind == Often;

    public async Task<Outcome> DoAsync(
        OwnerCommands commands,
        Actor actor,
        string code,
        CancellationToken cancellation
    )
    {
        if (IsRecurring)
        {
            return Codes.TryParse<Frequency>(Frequency, out var frequency)
                ? await commands.SetFrequencyAsync(
                    actor,
                    code,
                    Version,
                    frequency,
                    Reason,
                    cancellation
                )
                : Outcome.At("Frequency", Fault.Required);
        }
        var read = new InputReader();
        var day = read.Day("DueDate", DueDate);
        return read.Faults.Count > 0
            ? new Outcome.Invalid(read.Faults)
            : await commands.SetDueDateAsync(actor, code, Version, day, Reason, cancellation);
    }
}
