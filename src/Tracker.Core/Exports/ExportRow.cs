using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;

namespace Tracker.Core.Exports;

/// <summary>One recommendation as it leaves in a spreadsheet: codes beside labels, both languages, nothing internal.</summary>
public sealed record ExportRow
{
    public required string Code { get; init; }
    public required string WorkshopCode { get; init; }
    public required Bilingual Workshop { get; init; }
    public required DateOnly WorkshopEnd { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required Bilingual Title { get; init; }
    public required Bilingual Text { get; init; }
    public string? SourceQuote { get; init; }
    public required string ThemeCode { get; init; }
    public required Bilingual Theme { get; init; }
    public string? LeadCode { get; init; }
    public Bilingual Lead { get; init; }
    public required LeadStanding LeadStanding { get; init; }

    /// <summary>Codes of the supporting organisations.</summary>
    public required IReadOnlyList<string> Supporting { get; init; }
    public required IReadOnlyList<string> Places { get; init; }
    public required IReadOnlyList<string> FrameworkEntries { get; init; }
    public required Acceptance Acceptance { get; init; }
    public required ImplementationStatus Status { get; init; }
    public required DateOnly StatusSince { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary>In the place of one due date, for what never ends.</summary>
    public Frequency? Frequency { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public required Flags Flags { get; init; }
    public ClosureOutcome? ClosureOutcome { get; init; }

    /// <summary>Code of the cause that holds it up, by its last update.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>Of the record as it was written out: a file that comes back with another is out of date.</summary>
    public long Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; init; }
}
