using Tracker.Core.Recommendations;

namespace Tracker.Data.Recommendations;

/// <summary>
/// A stretch of days (from inclusive, to exclusive, programme time) in which everything that figures depend on stayed
/// the same. "As of 31 December 2021" is then a range condition on both databases.
/// </summary>
internal sealed class RecommendationPeriod
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public Acceptance Acceptance { get; set; }
    public ImplementationStatus Status { get; set; }
    public string? LeadCode { get; set; }
    public required string ThemeCode { get; set; }
    public int? Percent { get; set; }
    public DateOnly? DueDate { get; set; }
    public DateOnly? ReviewDate { get; set; }
    public Publication Publication { get; set; }

    public static RecommendationPeriod Begin(Recommendation item, DateOnly from)
    {
        var period = new RecommendationPeriod
        {
            RecommendationId = item.Id,
            From = from,
            ThemeCode = item.ThemeCode,
        };
        period.Copy(item);
        return period;
    }

    public bool Matches(Recommendation item) =>
        Acceptance == item.Acceptance
        && Status == item.Status
        && LeadCode == item.LeadCode
        && ThemeCode == item.ThemeCode
        && Percent == item.Percent
        && DueDate == item.DueDate
        && ReviewDate == item.ReviewDate
        && Publication == item.Publication;

    public void Copy(Recommendation item)
    {
        Acceptance = item.Acceptance;
        Status = item.Status;
        LeadCode = item.LeadCode;
        ThemeCode = item.ThemeCode;
        Percent = item.Percent;
        DueDate = item.DueDate;
        ReviewDate = item.ReviewDate;
        Publication = item.Publication;
    }
}
