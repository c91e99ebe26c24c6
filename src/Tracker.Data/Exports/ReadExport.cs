using System.Linq.Expressions;
using Tracker.Core.Exports;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;

namespace Tracker.Data.Exports;

/// <summary>A flat row on its way from the database: the columns of the recommendation itself.</summary>
internal sealed class ReadExport
{
    public Guid Id { get; init; }
    public Guid WorkshopId { get; init; }
    public required string Code { get; init; }
    public RecommendationKind Kind { get; init; }
    public string? TitleFr { get; init; }
    public string? TitleEn { get; init; }
    public string? TextFr { get; init; }
    public string? TextEn { get; init; }
    public string? SourceQuote { get; init; }
    public required string ThemeCode { get; init; }
    public string? LeadCode { get; init; }
    public LeadStanding LeadStanding { get; init; }
    public Acceptance Acceptance { get; init; }
    public ImplementationStatus Status { get; init; }
    public DateOnly StatusSince { get; init; }
    public ClosureOutcome? ClosureOutcome { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }
    public Frequency? Frequency { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? BlockedBy { get; init; }
    public DateTime ChangedAt { get; init; }
    public long Version { get; init; }

    public static readonly Expression<Func<Standing, ReadExport>> Columns = s => new ReadExport
    {
        Id = s.Id,
        WorkshopId = s.WorkshopId,
        Code = s.Item.Code,
        Kind = s.Kind,
        TitleFr = s.Item.TitleFr,
        TitleEn = s.Item.TitleEn,
        TextFr = s.Item.TextFr,
        TextEn = s.Item.TextEn,
        SourceQuote = s.Item.SourceQuote,
        ThemeCode = s.ThemeCode,
        LeadCode = s.LeadCode,
        LeadStanding = s.LeadStanding,
        Acceptance = s.Acceptance,
        Status = s.Status,
        StatusSince = s.StatusSince,
        ClosureOutcome = s.ClosureOutcome,
        Percent = s.Percent,
        DueDate = s.DueDate,
        Frequency = s.Item.Frequency,
        ReviewDate = s.ReviewDate,
        LastUpdateOn = s.LastUpdateOn,
        PublishedOn = s.PublishedOn,
        BlockedBy = s.BlockedBy,
        ChangedAt = s.Item.ChangedAt,
        Version = s.Item.Version,
    };

    public ExportRow ToRow(
        DateOnly day,
        ExportNames names,
        IReadOnlyList<string> supporting,
        IReadOnlyList<string> places,
        IReadOnlyList<string> entries
    )
    {
        var workshop = names.Workshops[WorkshopId];
        return new ExportRow
        {
            Code = Code,
            WorkshopCode = workshop.Code,
            Workshop = workshop.Name,
            WorkshopEnd = workshop.EndsOn,
            Kind = Kind,
            Title = new Bilingual(TitleFr, TitleEn),
            Text = new Bilingual(TextFr, TextEn),
            SourceQuote = SourceQuote,
            ThemeCode = ThemeCode,
            Theme = names.Themes[ThemeCode],
            LeadCode = LeadCode,
            Lead = LeadCode is null ? default : names.Organisation(LeadCode),
            LeadStanding = LeadStanding,
            Supporting = supporting,
            Places = places,
            FrameworkEntries = entries,
            Acceptance = Acceptance,
            Status = Status,
            StatusSince = StatusSince,
            ClosureOutcome = ClosureOutcome,
            Percent = Percent,
            DueDate = DueDate,
            Frequency = Frequency,
            ReviewDate = ReviewDate,
            LastUpdateOn = LastUpdateOn,
            PublishedOn = PublishedOn,
            BlockedBy = BlockedBy,
            Flags = FlagRules.Of(
                new FlagFacts(
                    Status,
                    Acceptance,
                    DueDate,
                    ReviewDate,
                    LastUpdateOn,
                    PublishedOn,
                    StatusSince
                ),
                day
            ),
            ChangedAt = ChangedAt,
            Version = Version,
        };
    }
}
