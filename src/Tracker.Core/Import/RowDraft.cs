using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>The rows of one event, as the file groups them.</summary>
internal sealed class EventGroup
{
    public string Name { get; set; } = "";
    public string Date { get; set; } = "";
    public string Venue { get; set; } = "";
    public List<RowDraft> Rows { get; } = [];

    /// <summary>Resolved once all rows are known; null where nothing tells it.</summary>
    public string? Code { get; set; }
    public DateOnly? EndsOn { get; set; }
    public bool IsKnown { get; set; }

    public string Key => field ??= Folding.Fold(Name);
}

/// <summary>A row on its way to a record: where it belongs, and what was noticed so far.</summary>
internal sealed class RowDraft(int recordNo, SourceRow row)
{
    /// <summary>Room for what is noticed of most rows.</summary>
    private const int UsualReasons = 8;

    public int RecordNo => recordNo;
    public SourceRow Row => row;
    public EventGroup? Event { get; set; }

    /// <summary>Of the row, or of the row above within the same event.</summary>
    public string Theme { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>The text folded: two that differ in accents or spaces alone are one. Once the text stands.</summary>
    public string Key => field ??= Folding.Fold(Text);
    public string Code { get; set; } = "";

    /// <summary>The workshop's part of the code that came; null where it has another form.</summary>
    public string? Prefix { get; set; }
    public List<ImportReason> Reasons { get; } = new(UsualReasons);

    public bool IsSkipped => Reasons.Exists(r => r.Skips);

    public void Note(ImportReasonKind kind, ImportField? field = null, string? detail = null)
    {
        if (!Holds(kind, field, detail))
        {
            Reasons.Add(new ImportReason(kind, field, detail));
        }
    }

    /// <summary>What was noticed of the same cell in another row.</summary>
    public void Note(ImportReason reason)
    {
        if (!Holds(reason.Kind, reason.Field, reason.Detail))
        {
            Reasons.Add(reason);
        }
    }

    private bool Holds(ImportReasonKind kind, ImportField? field, string? detail)
    {
        foreach (var reason in Reasons)
        {
            if (reason.Kind == kind && reason.Field == field && reason.Detail == detail)
            {
                return true;
            }
        }
        return false;
    }
}
