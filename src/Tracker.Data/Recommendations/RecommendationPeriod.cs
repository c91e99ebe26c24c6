using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;

namespace Tracker.Data.Recommendations;

/// <summary>
/// A stretch of days (from inclusive, to exclusive, programme time) in which everything that figures depend on stayed
/// the same. "As of 31 December 2021" is then a range condition on both databases, answered by this table alone.
/// </summary>
internal sealed class RecommendationPeriod
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>Of the recommendation, which never changes it: figures need not look further.</summary>
    public Guid WorkshopId { get; init; }
    public RecommendationKind Kind { get; set; }
    public Acceptance Acceptance { get; set; }
    public ImplementationStatus Status { get; set; }
    public DateOnly StatusSince { get; set; }
    public ClosureOutcome? ClosureOutcome { get; set; }
    public string? LeadCode { get; set; }
    public LeadStanding LeadStanding { get; set; }
    public required string ThemeCode { get; set; }
    public int? Percent { get; set; }
    public DateOnly? DueDate { get; set; }
    public DateOnly? ReviewDate { get; set; }
    public DateOnly? LastUpdateOn { get; set; }
    public string? BlockedBy { get; set; }
    public Publication Publication { get; set; }
    public DateOnly? PublishedOn { get; set; }

    public static RecommendationPeriod Begin(Recommendation item, DateOnly from)
    {
        var period = new RecommendationPeriod
        {
            RecommendationId = item.Id,
            From = from,
            WorkshopId = item.WorkshopId,
            ThemeCode = item.ThemeCode,
        };
        period.Copy(item);
        return period;
    }

    public bool Matches(Recommendation item) =>
        Kind == item.Kind
        && Acceptance == item.Acceptance
        && Status == item.Status
        && StatusSince == item.StatusSince
        && ClosureOutcome == item.ClosureOutcome
        && LeadCode == item.LeadCode
        && LeadStanding == item.LeadStanding
        && ThemeCode == item.ThemeCode
        && Percent == item.Percent
        && DueDate == item.DueDate
        && ReviewDate == item.ReviewDate
        && LastUpdateOn == item.LastUpdateOn
        && BlockedBy == item.BlockedBy
        && Publication == item.Publication
        && PublishedOn == item.PublishedOn;

    public void Copy(Recommendation item)
    {
        Kind = item.Kind;
        Acceptance = item.Acceptance;
        Status = item.Status;
        StatusSince = item.StatusSince;
        ClosureOutcome = item.ClosureOutcome;
        LeadCode = item.LeadCode;
        LeadStanding = item.LeadStanding;
        ThemeCode = item.ThemeCode;
        Percent = item.Percent;
        DueDate = item.DueDate;
        ReviewDate = item.ReviewDate;
        LastUpdateOn = item.LastUpdateOn;
        BlockedBy = item.BlockedBy;
        Publication = item.Publication;
        PublishedOn = item.PublishedOn;
    }
}
