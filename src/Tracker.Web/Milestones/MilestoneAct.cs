using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Milestones;
using Tracker.Core.Words;
using Tracker.Data.Milestones;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Milestones;

/// <summary>What the one form of milestones can do.</summary>
public enum MilestoneAct
{
    Add,
    Move,
    Reach,
    Drop,
    Serve,
    Expect,
}

/// <summary>The form as it is typed: days are texts until they are read.</summary>
public sealed class MilestoneInput
{
    public string? Act { get; set; }
    public Guid? Id { get; set; }
    public long Version { get; set; }
    public Guid? CommandId { get; set; }
    public string? Title { get; set; }
    public string? DueDate { get; set; }
    public string? ReachedOn { get; set; }
    public string? Reason { get; set; }

    /// <summary>Codes, however they are set apart.</summary>
    public string? Serves { get; set; }

    /// <summary>The deed that was meant; what could not be read is answered before anything is asked of the tracker.</summary>
    public async Task<Outcome> DoAsync(
        MilestoneCommands commands,
        Actor actor,
        string code,
        Language language,
        CancellationToken cancellation
    )
    {
        var act = Codes.TryParse<MilestoneAct>(Act, out var meant) ? meant : MilestoneAct.Add;
        var read = new InputReader();
        var due = read.Day("DueDate", DueDate);
        var reached = read.Day("ReachedOn", ReachedOn);
        if (read.Faults.Count > 0)
        {
            return new Outcome.Invalid(read.Faults);
        }
        var (id, reason) = (Id ?? Guid.Empty, InputReader.Text(Reason));
        return await (
            act switch
            {
                MilestoneAct.Move => commands.MoveAsync(
                    actor,
                    code,
                    id,
                    Version,
                    due,
                    reason,
                    cancellation
                ),
                MilestoneAct.Reach => commands.ReachAsync(
                    actor,
                    code,
                    id,
                    Version,
                    reached,
                    cancellation
                ),
                MilestoneAct.Drop => commands.DropAsync(
                    actor,
                    code,
                    id,
                    Version,
                    reason,
                    cancellation
                ),
                MilestoneAct.Expect => commands.ExpectAsync(actor, code, id, Version, cancellation),
                MilestoneAct.Serve => commands.ServeAsync(
                    actor,
                    code,
                    id,
                    Version,
                    Served(),
                    cancellation
                ),
                _ => commands.AddAsync(
                    actor,
                    code,
                    new MilestoneEntry(InputReader.Text(Title), due) { Serves = Served() },
                    language,
                    CommandId,
                    cancellation
                ),
            }
        );
    }

    private IReadOnlyList<string> Served() =>
        [
            .. (Serves ?? "")
                .Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
                .Select(InputReader.Code),
        ];
}
