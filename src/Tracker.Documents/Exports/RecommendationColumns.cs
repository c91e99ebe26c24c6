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

    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new TextColumn("code", 16, (r, _) => r.Code),
        new TextColumn("workshop_code", Code, (r, _) => r.WorkshopCode),
        new TextColumn("workshop_fr", Name, (r, _) => r.Workshop.Fr),
        new TextColumn("workshop_en", Name, (r, _) => r.Workshop.En),
        new DayColumn("workshop_end", r => r.WorkshopEnd),
        new TextColumn("kind", Code, (r, _) => Codes.Of(r.Kind)) { Family = "kind" },
        new TextColumn("title_fr", Name, (r, _) => r.Title.Fr),
        new TextColumn("title_en", Name, (r, _) => r.Title.En),
        new TextColumn("text_fr", Long, (r, _) => r.Text.Fr),
        new TextColumn("text_en", Long, (r, _) => r.Text.En),
        new TextColumn("source_quote", Long, (r, _) => r.SourceQuote),
        new TextColumn("theme_code", Code, (r, _) => r.ThemeCode),
        new TextColumn("theme_fr", Label, (r, _) => r.Theme.Fr),
        new TextColumn("theme_en", Label, (r, _) => r.Theme.En),
        new TextColumn("lead_code", Code, (r, _) => r.LeadCode),
        new TextColumn("lead_fr", Name, (r, _) => r.Lead.Fr),
        new TextColumn("lead_en", Name, (r, _) => r.Lead.En),
        new TextColumn("lead_standing", Code, (r, _) => Codes.Of(r.LeadStanding))
        {
            Family = "lead",
        },
        new TextColumn("supporting_codes", Several, (r, _) => Joined(r.Supporting)),
        new TextColumn("place_codes", Several, (r, _) => Joined(r.Places)),
        new TextColumn("framework_codes", Several, (r, _) => Joined(r.FrameworkEntries)),
        new TextColumn("acceptance", Label, (r, _) => Codes.Of(r.Acceptance))
        {
            Family = "acceptance",
        },
        new TextColumn("acceptance_fr", Label, (r, words) => words.Of(r.Acceptance).Fr),
        new TextColumn("acceptance_en", Label, (r, words) => words.Of(r.Acceptance).En),
        new TextColumn("status", Label, (r, _) => Codes.Of(r.Status)) { Family = "status" },
        new TextColumn("status_fr", Label, (r, words) => words.Of(r.Status).Fr),
        new TextColumn("status_en", Label, (r, words) => words.Of(r.Status).En),
        new DayColumn("status_since", r => r.StatusSince),
        new NumberColumn("progress_percent", Code, r => r.Percent),
        new DayColumn("due_date", r => r.DueDate),
        new DayColumn("review_date", r => r.ReviewDate),
        new DayColumn("last_update_on", r => r.LastUpdateOn),
        new DayColumn("published_on", r => r.PublishedOn),
        new FlagColumn("is_overdue", Flags.Overdue),
        new FlagColumn("is_due_soon", Flags.DueSoon),
        new FlagColumn("is_stale", Flags.Stale),
        new FlagColumn("is_awaiting_verification", Flags.AwaitingVerification),
        new FlagColumn("is_review_due", Flags.ReviewDue),
        new InstantColumn("changed_at", r => r.ChangedAt),
        new LinkColumn("link"),
        new TextColumn(
            "frequency",
            Code,
            (r, _) => r.Frequency is { } frequency ? Codes.Of(frequency) : null
        )
        {
            Family = "frequency",
        },
    ];

    private static string Joined(IReadOnlyList<string> codes) => string.Join(';', codes);
}
