using System.Globalization;
using Tracker.Core.Drafts;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Progress;

/// <summary>An update as it is typed. The names are those of the public surface.</summary>
public sealed class UpdateInput
{
    public string? Period { get; set; }
    public string? Text { get; set; }
    public string? NextStep { get; set; }
    public string? Percent { get; set; }

    /// <summary>The code of a new status; empty where it stays.</summary>
    public string? Status { get; set; }
    public string? Reason { get; set; }
    public string? ReviewDate { get; set; }
    public string? DueDate { get; set; }
    public string? CompletionDate { get; set; }
    public string? Summary { get; set; }
    public string? BlockedBy { get; set; }
    public string? BlockedByWhom { get; set; }
    public bool NothingNew { get; set; }
    public long Version { get; set; }
    public Guid? CommandId { get; set; }

    /// <summary>The update that this one puts right.</summary>
    public Guid? Corrects { get; set; }

    /// <summary>For whom a coordinator writes it down.</summary>
    public string? Organisation { get; set; }

    /// <summary>What was kept of an earlier try, under the command it was going to be.</summary>
    public static UpdateInput Of(KeptDraft kept) =>
        new()
        {
            Period = kept["Input.Period"],
            Text = kept["Input.Text"],
            NextStep = kept["Input.NextStep"],
            Percent = kept["Input.Percent"],
            Status = kept["Input.Status"],
            Reason = kept["Input.Reason"],
            ReviewDate = kept["Input.ReviewDate"],
            DueDate = kept["Input.DueDate"],
            CompletionDate = kept["Input.CompletionDate"],
            Summary = kept["Input.Summary"],
            BlockedBy = kept["Input.BlockedBy"],
            BlockedByWhom = kept["Input.BlockedByWhom"],
            Version = long.TryParse(
                kept["Input.Version"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var version
            )
                ? version
                : 0,
            CommandId = Guid.TryParse(kept["Input.CommandId"], out var command) ? command : null,
            Corrects = Guid.TryParse(kept["Input.Corrects"], out var corrected) ? corrected : null,
            Organisation = kept["Input.Organisation"],
        };

    /// <summary>As a draft keeps it.</summary>
    public IReadOnlyDictionary<string, string> Kept() =>
        new (string Name, string? Value)[]
        {
            ("Period", Period),
            ("Text", Text),
            ("NextStep", NextStep),
            ("Percent", Percent),
            ("Status", Status),
            ("Reason", Reason),
            ("ReviewDate", ReviewDate),
            ("DueDate", DueDate),
            ("CompletionDate", CompletionDate),
            ("Summary", Summary),
            ("BlockedBy", BlockedBy),
            ("BlockedByWhom", BlockedByWhom),
            ("Version", Version.ToString(CultureInfo.InvariantCulture)),
            ("CommandId", CommandId?.ToString()),
            ("Corrects", Corrects?.ToString()),
            ("Organisation", Organisation),
        }
            .Where(f => !string.IsNullOrEmpty(f.Value))
            .ToDictionary(f => "Input." + f.Name, f => f.Value!);

    /// <summary>What was meant; what could not be read is among the reader's faults.</summary>
    public UpdateEntry Read(InputReader read) =>
        new()
        {
            Period = read.Quarter("Period", Period),
            Text = InputReader.Text(Text),
            NothingNew = NothingNew,
            NextStep = InputReader.Text(NextStep),
            BlockedBy = InputReader.Text(BlockedBy),
            BlockedByWhom = InputReader.Text(BlockedByWhom),
            Percent = read.Number("Percent", Percent),
            Corrects = Corrects,
            Organisation = InputReader.Text(Organisation),
            Status = ReadStatus(read),
        };

    private StatusChange? ReadStatus(InputReader read)
    {
        if (string.IsNullOrWhiteSpace(Status))
        {
            return null;
        }
        if (!Codes.TryParse<ImplementationStatus>(Status, out var to))
        {
            read.Fault("Status", Core.Fault.NotOffered, Status);
            return null;
        }
        return new StatusChange
        {
            To = to,
            Reason = InputReader.Text(Reason),
            // The lead taking back a declaration says why in the one field there is for reasons.
            Comment = InputReader.Text(Reason),
            ReviewDate = read.Day("ReviewDate", ReviewDate),
            DueDate = read.Day("DueDate", DueDate),
            CompletionDate = read.Day("CompletionDate", CompletionDate),
            Summary = InputReader.Text(Summary),
        };
    }
}
