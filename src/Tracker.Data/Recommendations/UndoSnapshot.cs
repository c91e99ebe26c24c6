using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Data.Progress;
using Tracker.Data.Storage;
using Tracker.Data.Verification;

namespace Tracker.Data.Recommendations;

/// <summary>The values, period and links that a deed on one recommendation is about to change, as they are before it.</summary>
internal sealed record UndoSnapshot
{
    public required RecommendationValues Values { get; init; }

    /// <summary>The period that the deed ends or rewrites; null where it touches none.</summary>
    public PeriodValues? Period { get; init; }

    /// <summary>Periods, links and updates that begin with the deed.</summary>
    public IReadOnlyList<Guid> Begun { get; init; } = [];

    /// <summary>Supporting links that end with it, or vanish since they began the same day.</summary>
    public IReadOnlyList<SupportValues> Ended { get; init; } = [];

    public static UndoSnapshot Of(EntityEntry<Recommendation> change)
    {
        var id = change.Entity.Id;
        var tracker = change.Context.ChangeTracker;
        var periods = tracker
            .Entries<RecommendationPeriod>()
            .Where(p => p.Entity.RecommendationId == id)
            .ToList();
        var supports = tracker
            .Entries<RecommendationSupport>()
            .Where(s => s.Entity.RecommendationId == id)
            .ToList();
        var updates = tracker
            .Entries<ProgressUpdate>()
            .Where(u => u.Entity.RecommendationId == id && u.State == EntityState.Added);
        var examined = tracker
            .Entries<VerificationRow>()
            .Where(v => v.Entity.RecommendationId == id && v.State == EntityState.Added);
        return new UndoSnapshot
        {
            Values = RecommendationValues.Before(change),
            Period = periods
                .Where(p => p.State == EntityState.Modified)
                .Select(PeriodValues.Before)
                .SingleOrDefault(),
            Begun =
            [
                .. periods.Where(p => p.State == EntityState.Added).Select(p => p.Entity.Id),
                .. supports.Where(s => s.State == EntityState.Added).Select(s => s.Entity.Id),
                .. updates.Select(u => u.Entity.Id),
                .. examined.Select(v => v.Entity.Id),
            ],
            Ended =
            [
                .. supports
                    .Where(s => s.State is EntityState.Modified or EntityState.Deleted)
                    .Select(s => new SupportValues(
                        s.Entity.Id,
                        s.Entity.OrganisationCode,
                        s.Entity.From
                    )),
            ],
        };
    }

    public string Write() => JsonSerializer.Serialize(this);

    public static UndoSnapshot Read(string json) => JsonSerializer.Deserialize<UndoSnapshot>(json)!;

    /// <summary>Puts everything back. The caller has loaded the recommendation with its supporting links.</summary>
    public async Task RestoreAsync(Write write, Recommendation item, CancellationToken cancellation)
    {
        Values.GiveBack(item);
        var context = write.Context;
        foreach (var support in item.Supporting.Where(s => Begun.Contains(s.Id)).ToList())
        {
            context.Remove(support);
        }
        foreach (var ended in Ended)
        {
            if (item.Supporting.Find(s => s.Id == ended.Id) is { } still)
            {
                still.To = null;
            }
            else
            {
                item.Supporting.Add(ended.Begin(item));
            }
        }
        var periods = await context
            .Periods.Where(p =>
                p.RecommendationId == item.Id && (p.To == null || p.To == write.Today)
            )
            .ToListAsync(cancellation);
        context.RemoveRange(periods.Where(p => Begun.Contains(p.Id)));
        if (Period is { } period)
        {
            // Within ten minutes the day may have turned: then the period ended yesterday's way, and is found by its id.
            var touched =
                periods.Find(p => p.Id == period.Id)
                ?? await context.Periods.SingleAsync(p => p.Id == period.Id, cancellation);
            period.GiveBack(touched);
        }
        foreach (
            var examined in await context
                .Verifications.Where(v => v.RecommendationId == item.Id && Begun.Contains(v.Id))
                .ToListAsync(cancellation)
        )
        {
            examined.Withdrawn = true;
        }
        foreach (
            var update in await context
                .ProgressUpdates.Where(u => u.RecommendationId == item.Id && Begun.Contains(u.Id))
                .ToListAsync(cancellation)
        )
        {
            update.Withdrawn = true;
        }
    }
}

internal sealed record RecommendationValues(
    string? LeadCode,
    LeadStanding LeadStanding,
    Acceptance Acceptance,
    ImplementationStatus Status,
    string? StatusReason,
    DateOnly StatusSince,
    int? Percent,
    DateOnly? DueDate,
    DateOnly? ReviewDate,
    DateOnly? LastUpdateOn,
    Frequency? Frequency = null,
    string? Summary = null,
    DateOnly? CompletedOn = null,
    ClosureOutcome? ClosureOutcome = null,
    DateOnly? ReturnedOn = null,
    string? BlockedBy = null,
    string? BlockedByWhom = null,
    Guid? ReplacedById = null,
    string? AnswerReason = null,
    DateOnly? AnsweredOn = null
)
{
    public static RecommendationValues Before(EntityEntry<Recommendation> change)
    {
        var old = change.OriginalValues;
        return new(
            old.GetValue<string?>(nameof(Recommendation.LeadCode)),
            old.GetValue<LeadStanding>(nameof(Recommendation.LeadStanding)),
            old.GetValue<Acceptance>(nameof(Recommendation.Acceptance)),
            old.GetValue<ImplementationStatus>(nameof(Recommendation.Status)),
            old.GetValue<string?>(nameof(Recommendation.StatusReason)),
            old.GetValue<DateOnly>(nameof(Recommendation.StatusSince)),
            old.GetValue<int?>(nameof(Recommendation.Percent)),
            old.GetValue<DateOnly?>(nameof(Recommendation.DueDate)),
            old.GetValue<DateOnly?>(nameof(Recommendation.ReviewDate)),
            old.GetValue<DateOnly?>(nameof(Recommendation.LastUpdateOn)),
            old.GetValue<Frequency?>(nameof(Recommendation.Frequency)),
            old.GetValue<string?>(nameof(Recommendation.Summary)),
            old.GetValue<DateOnly?>(nameof(Recommendation.CompletedOn)),
            old.GetValue<ClosureOutcome?>(nameof(Recommendation.ClosureOutcome)),
            old.GetValue<DateOnly?>(nameof(Recommendation.ReturnedOn)),
            old.GetValue<string?>(nameof(Recommendation.BlockedBy)),
            old.GetValue<string?>(nameof(Recommendation.BlockedByWhom)),
            old.GetValue<Guid?>(nameof(Recommendation.ReplacedById)),
            old.GetValue<string?>(nameof(Recommendation.AnswerReason)),
            old.GetValue<DateOnly?>(nameof(Recommendation.AnsweredOn))
        );
    }

    public void GiveBack(Recommendation item)
    {
        item.LeadCode = LeadCode;
        item.LeadStanding = LeadStanding;
        item.Acceptance = Acceptance;
        item.Status = Status;
        item.StatusReason = StatusReason;
        item.StatusSince = StatusSince;
        item.Percent = Percent;
        item.DueDate = DueDate;
        item.ReviewDate = ReviewDate;
        item.LastUpdateOn = LastUpdateOn;
        item.Frequency = Frequency;
        item.Summary = Summary;
        item.CompletedOn = CompletedOn;
        item.ClosureOutcome = ClosureOutcome;
        item.ReturnedOn = ReturnedOn;
        item.BlockedBy = BlockedBy;
        item.BlockedByWhom = BlockedByWhom;
        item.ReplacedById = ReplacedById;
        item.AnswerReason = AnswerReason;
        item.AnsweredOn = AnsweredOn;
    }
}

/// <summary>A period as it was.</summary>
internal sealed record PeriodValues(
    Guid Id,
    DateOnly? To,
    Acceptance Acceptance,
    ImplementationStatus Status,
    string? LeadCode,
    int? Percent,
    DateOnly? DueDate,
    DateOnly? ReviewDate,
    DateOnly? StatusSince = null,
    ClosureOutcome? ClosureOutcome = null,
    LeadStanding? LeadStanding = null,
    DateOnly? LastUpdateOn = null,
    string? BlockedBy = null
)
{
    public static PeriodValues Before(EntityEntry<RecommendationPeriod> change)
    {
        var old = change.OriginalValues;
        return new(
            change.Entity.Id,
            old.GetValue<DateOnly?>(nameof(RecommendationPeriod.To)),
            old.GetValue<Acceptance>(nameof(RecommendationPeriod.Acceptance)),
            old.GetValue<ImplementationStatus>(nameof(RecommendationPeriod.Status)),
            old.GetValue<string?>(nameof(RecommendationPeriod.LeadCode)),
            old.GetValue<int?>(nameof(RecommendationPeriod.Percent)),
            old.GetValue<DateOnly?>(nameof(RecommendationPeriod.DueDate)),
            old.GetValue<DateOnly?>(nameof(RecommendationPeriod.ReviewDate)),
            old.GetValue<DateOnly>(nameof(RecommendationPeriod.StatusSince)),
            old.GetValue<ClosureOutcome?>(nameof(RecommendationPeriod.ClosureOutcome)),
            old.GetValue<LeadStanding>(nameof(RecommendationPeriod.LeadStanding)),
            old.GetValue<DateOnly?>(nameof(RecommendationPeriod.LastUpdateOn)),
            old.GetValue<string?>(nameof(RecommendationPeriod.BlockedBy))
        );
    }

    public void GiveBack(RecommendationPeriod period)
    {
        period.To = To;
        period.Acceptance = Acceptance;
        period.Status = Status;
        period.LeadCode = LeadCode;
        period.Percent = Percent;
        period.DueDate = DueDate;
        period.ReviewDate = ReviewDate;
        period.LastUpdateOn = LastUpdateOn;
        period.BlockedBy = BlockedBy;
        period.ClosureOutcome = ClosureOutcome;
        period.StatusSince = StatusSince ?? period.StatusSince;
        period.LeadStanding = LeadStanding ?? period.LeadStanding;
    }
}

internal sealed record SupportValues(Guid Id, string OrganisationCode, DateOnly From)
{
    public RecommendationSupport Begin(Recommendation item) =>
        new()
        {
            Id = Id,
            RecommendationId = item.Id,
            Recommendation = item,
            OrganisationCode = OrganisationCode,
            From = From,
        };
}
