using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Documents.Exports;

/// <summary>The columns of every flat export of recommendations. New ones go to the end; none is renamed.</summary>
internal static class RecommendationColumns
{
    private const double Code = 14;
    private const double Several = 26;
    private const double Label = 22;
    private const double Name = 34;
    private const double Long = 60;

    public static IReadOnlyList<ExportColumn<ExportRow>> All { get; } =
    [
        new TextColumn<ExportRow>("code", 16, (r, _) => r.Code),
        new TextColumn<ExportRow>("workshop_code", Code, (r, _) => r.WorkshopCode),
        new TextColumn<ExportRow>("workshop_fr", Name, (r, _) => r.Workshop.Fr),
        new TextColumn<ExportRow>("workshop_en", Name, (r, _) => r.Workshop.En),
        new DayColumn<ExportRow>("workshop_end", r => r.WorkshopEnd),
        new TextColumn<ExportRow>("kind", Code, (r, _) => Codes.Of(r.Kind)) { Family = "kind" },
        new TextColumn<ExportRow>("title_fr", Name, (r, _) => r.Title.Fr),
        new TextColumn<ExportRow>("title_en", Name, (r, _) => r.Title.En),
        new TextColumn<ExportRow>("text_fr", Long, (r, _) => r.Text.Fr),
        new TextColumn<ExportRow>("text_en", Long, (r, _) => r.Text.En),
        new TextColumn<ExportRow>("source_quote", Long, (r, _) => r.SourceQuote),
        new TextColumn<ExportRow>("theme_code", Code, (r, _) => r.ThemeCode),
        new TextColumn<ExportRow>("theme_fr", Label, (r, _) => r.Theme.Fr),
        new TextColumn<ExportRow>("theme_en", Label, (r, _) => r.Theme.En),
        new TextColumn<ExportRow>("lead_code", Code, (r, _) => r.LeadCode),
        new TextColumn<ExportRow>("lead_fr", Name, (r, _) => r.Lead.Fr),
        new TextColumn<ExportRow>("lead_en", Name, (r, _) => r.Lead.En),
        new TextColumn<ExportRow>("lead_standing", Code, (r, _) => Codes.Of(r.LeadStanding))
        {
            Family = "lead",
        },
        new TextColumn<ExportRow>("supporting_codes", Several, (r, _) => Joined(r.Supporting)),
        new TextColumn<ExportRow>("place_codes", Several, (r, _) => Joined(r.Places)),
        new TextColumn<ExportRow>("framework_codes", Several, (r, _) => Joined(r.FrameworkEntries)),
        new TextColumn<ExportRow>("acceptance", Label, (r, _) => Codes.Of(r.Acceptance))
        {
            Family = "acceptance",
        },
        new TextColumn<ExportRow>("acceptance_fr", Label, (r, words) => words.Of(r.Acceptance).Fr),
        new TextColumn<ExportRow>("acceptance_en", Label, (r, words) => words.Of(r.Acceptance).En),
        new TextColumn<ExportRow>("status", Label, (r, _) => Codes.Of(r.Status))
        {
            Family = "status",
        },
        new TextColumn<ExportRow>("status_fr", Label, (r, words) => words.Of(r.Status).Fr),
        new TextColumn<ExportRow>("status_en", Label, (r, words) => words.Of(r.Status).En),
        new DayColumn<ExportRow>("status_since", r => r.StatusSince),
        new NumberColumn<ExportRow>("progress_percent", Code, r => r.Percent),
        new DayColumn<ExportRow>("due_date", r => r.DueDate),
        new DayColumn<ExportRow>("review_date", r => r.ReviewDate),
        new DayColumn<ExportRow>("last_update_on", r => r.LastUpdateOn),
        new DayColumn<ExportRow>("published_on", r => r.PublishedOn),
        new FlagColumn<ExportRow>("is_overdue", r => r.Flags.HasFlag(Flags.Overdue)),
        new FlagColumn<ExportRow>("is_due_soon", r => r.Flags.HasFlag(Flags.DueSoon)),
        new FlagColumn<ExportRow>("is_stale", r => r.Flags.HasFlag(Flags.Stale)),
        new FlagColumn<ExportRow>(
            "is_awaiting_verification",
            r => r.Flags.HasFlag(Flags.AwaitingVerification)
        ),
        new FlagColumn<ExportRow>("is_review_due", r => r.Flags.HasFlag(Flags.ReviewDue)),
        new InstantColumn<ExportRow>("changed_at", r => r.ChangedAt),
        new LinkColumn<ExportRow>("link", r => r.Code),
        new TextColumn<ExportRow>(
            "frequency",
            Code,
            (r, _) => r.Frequency is { } frequency ? Codes.Of(frequency) : null
        )
        {
            Family = "frequency",
        },
        new TextColumn<ExportRow>(
            "closure_outcome",
            Label,
            (r, _) => r.ClosureOutcome is { } outcome ? Codes.Of(outcome) : null
        )
        {
            Family = "closure_outcome",
        },
        new TextColumn<ExportRow>("blocked_by", Label, (r, _) => r.BlockedBy),
        new NumberColumn<ExportRow>("version", Code, r => r.Version),
    ];

    private static string Joined(IReadOnlyList<string> codes) => string.Join(';', codes);
}
