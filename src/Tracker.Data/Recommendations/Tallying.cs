using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;

namespace Tracker.Data.Recommendations;

/// <summary>
/// Groups a set of recommendations in one pass, in the order of an index. The flags are the same bounds as in
/// <see cref="FlagRules"/>.
/// </summary>
internal static class Tallying
{
    public static async Task<RecommendationTally> TallyAsync(
        IQueryable<Standing> kept,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var soon = today.AddDays(FlagRules.DueSoonDays);
        var silent = today.AddDays(-FlagRules.StaleDays);
        var waited = today.AddDays(-FlagRules.VerificationDays);
        var alike = await kept.GroupBy(r => new
            {
                r.Status,
                r.Acceptance,
                r.Kind,
                r.ThemeCode,
                r.LeadStanding,
            })
            .Select(g => new Alike
            {
                Status = g.Key.Status,
                Acceptance = g.Key.Acceptance,
                Kind = g.Key.Kind,
                Theme = g.Key.ThemeCode,
                Standing = g.Key.LeadStanding,
                Total = g.Count(),
                Late = g.Sum(r => r.DueDate < today ? 1 : 0),
                Soon = g.Sum(r => r.DueDate >= today && r.DueDate <= soon ? 1 : 0),
                Silent = g.Sum(r => (r.LastUpdateOn ?? r.PublishedOn) < silent ? 1 : 0),
                LateSilent = g.Sum(r =>
                    r.DueDate < today && (r.LastUpdateOn ?? r.PublishedOn) < silent ? 1 : 0
                ),
                SoonSilent = g.Sum(r =>
                    r.DueDate >= today
                    && r.DueDate <= soon
                    && (r.LastUpdateOn ?? r.PublishedOn) < silent
                        ? 1
                        : 0
                ),
                Waiting = g.Sum(r => r.StatusSince < waited ? 1 : 0),
                Review = g.Sum(r => r.ReviewDate < today ? 1 : 0),
            })
            .ToListAsync(cancellation);
        return new RecommendationTally([
            .. alike.SelectMany(a => a.ByFlags().Where(g => g.Count > 0)),
        ]);
    }

    /// <summary>Recommendations alike but for their dates, with how many of them the dates flag.</summary>
    private sealed class Alike
    {
        public ImplementationStatus Status { get; init; }
        public Acceptance Acceptance { get; init; }
        public RecommendationKind Kind { get; init; }
        public required string Theme { get; init; }
        public LeadStanding Standing { get; init; }
        public int Total { get; init; }
        public int Late { get; init; }
        public int Soon { get; init; }
        public int Silent { get; init; }
        public int LateSilent { get; init; }
        public int SoonSilent { get; init; }
        public int Waiting { get; init; }
        public int Review { get; init; }

        /// <summary>Which dates bind depends on the status; what is not accepted carries no flag.</summary>
        public IEnumerable<TallyGroup> ByFlags()
        {
            if (Acceptance == Acceptance.NotAccepted)
            {
                return [Of(Flags.None, Total)];
            }
            return Status switch
            {
                ImplementationStatus.NotStarted or ImplementationStatus.InProgress =>
                [
                    Of(Flags.Overdue | Flags.Stale, LateSilent),
                    Of(Flags.Overdue, Late - LateSilent),
                    Of(Flags.DueSoon | Flags.Stale, SoonSilent),
                    Of(Flags.DueSoon, Soon - SoonSilent),
                    Of(Flags.Stale, Silent - LateSilent - SoonSilent),
                    Of(Flags.None, Total - Late - Soon - (Silent - LateSilent - SoonSilent)),
                ],
                ImplementationStatus.Implemented => Split(Flags.AwaitingVerification, Waiting),
                ImplementationStatus.Deferred => Split(Flags.ReviewDue, Review),
                _ => [Of(Flags.None, Total)],
            };
        }

        private IEnumerable<TallyGroup> Split(Flags flag, int flagged) =>
            [Of(flag, flagged), Of(Flags.None, Total - flagged)];

        private TallyGroup Of(Flags flags, int count) =>
            new(Status, Acceptance, Kind, Theme, Standing, flags, count);
    }
}
