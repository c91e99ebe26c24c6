using Microsoft.EntityFrameworkCore;
using Tracker.Core.Dashboard;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Data.Recommendations;

namespace Tracker.Data.Dashboard;

/// <summary>A row of figures on its way from the database.</summary>
internal sealed class ReadFigure
{
    public Guid Id { get; init; }
    public Guid WorkshopId { get; init; }
    public RecommendationKind Kind { get; init; }
    public Acceptance Acceptance { get; init; }
    public ImplementationStatus Status { get; init; }
    public DateOnly StatusSince { get; init; }
    public ClosureOutcome? Closure { get; init; }
    public required string Theme { get; init; }
    public string? Lead { get; init; }
    public LeadStanding Standing { get; init; }
    public DateOnly? DueDate { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? BlockedBy { get; init; }

    public FigureRow ToRow() =>
        new()
        {
            Id = Id,
            WorkshopId = WorkshopId,
            Kind = Kind,
            Acceptance = Acceptance,
            Status = Status,
            StatusSince = StatusSince,
            Closure = Closure,
            Theme = Theme,
            Lead = Lead,
            Standing = Standing,
            DueDate = DueDate,
            ReviewDate = ReviewDate,
            LastUpdateOn = LastUpdateOn,
            PublishedOn = PublishedOn,
            BlockedBy = BlockedBy,
        };
}

/// <summary>Rows of figures, one after the other: none is kept.</summary>
internal static class FigureReading
{
    public static async IAsyncEnumerable<FigureRow> FiguresAsync(
        this IQueryable<Standing> standing,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var rows = standing
            .Select(s => new ReadFigure
            {
                Id = s.Id,
                WorkshopId = s.WorkshopId,
                Kind = s.Kind,
                Acceptance = s.Acceptance,
                Status = s.Status,
                StatusSince = s.StatusSince,
                Closure = s.ClosureOutcome,
                Theme = s.ThemeCode,
                Lead = s.LeadCode,
                Standing = s.LeadStanding,
                DueDate = s.DueDate,
                ReviewDate = s.ReviewDate,
                LastUpdateOn = s.LastUpdateOn,
                PublishedOn = s.PublishedOn,
                BlockedBy = s.BlockedBy,
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            yield return row.ToRow();
        }
    }
}
