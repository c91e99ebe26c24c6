using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Lists;
using Tracker.Data.Organisations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>Reads list rows: one query for the rows, one for the names of their leads where these are not remembered.</summary>
internal static class RowReader
{
    public static async Task<List<RecommendationRow>> ReadRowsAsync(
        this IQueryable<Standing> query,
        TrackerContext context,
        Actor actor,
        DateOnly today,
        CancellationToken cancellation,
        bool isPast = false,
        ListMemory? memory = null
    )
    {
        var read = await query
            .Select(r => new ReadRow
            {
                Code = r.Item.Code,
                TitleFr = r.Item.TitleFr,
                TitleEn = r.Item.TitleEn,
                Kind = r.Kind,
                Publication = r.Publication,
                ThemeCode = r.ThemeCode,
                ThemeFr = r.ThemeFr,
                ThemeEn = r.ThemeEn,
                LeadCode = r.LeadCode,
                LeadStanding = r.LeadStanding,
                Acceptance = r.Acceptance,
                Status = r.Status,
                Percent = r.Percent,
                DueDate = r.DueDate,
                Frequency = r.Item.Frequency,
                ReviewDate = r.ReviewDate,
                LastUpdateOn = r.LastUpdateOn,
                PublishedOn = r.PublishedOn,
                StatusSince = r.StatusSince,
            })
            .ToListAsync(cancellation);
        var leads = memory is null
            ? await OrganisationLabels.OnAsync(
                context,
                read.Select(r => r.LeadCode),
                today,
                cancellation
            )
            : await memory.RememberNamesAsync(
                today,
                () => OrganisationLabels.AllOnAsync(context, today, cancellation)
            );
        // Rows of a page are alike: what may be done to them is asked once for each kind. Of a lead the rules ask whether
        // there is one and whether the actor acts for it.
        var deeds =
            new Dictionary<
                (Publication, Acceptance, ImplementationStatus, bool Led, bool Own),
                IReadOnlyList<Deed>
            >();
        return
        [
            .. read.Select(r =>
                r.ToRow(
                    today,
                    r.LeadCode is { } code
                        ? leads.GetValueOrDefault(code) ?? OrganisationLabels.Nameless(code)
                        : null,
                    isPast ? [] : DeedsOn(r.Facts)
                )
            ),
        ];

        IReadOnlyList<Deed> DeedsOn(RecommendationFacts facts)
        {
            var kind = (
                facts.Publication,
                facts.Acceptance,
                facts.Status,
                facts.Lead is not null,
                actor.ActsFor(facts.Lead)
            );
            if (!deeds.TryGetValue(kind, out var allowed))
            {
                deeds[kind] = allowed = AccessRules.AllowedInList(actor, facts);
            }
            return allowed;
        }
    }

    private sealed class ReadRow
    {
        public required string Code { get; init; }
        public string? TitleFr { get; init; }
        public string? TitleEn { get; init; }
        public RecommendationKind Kind { get; init; }
        public Publication Publication { get; init; }
        public required string ThemeCode { get; init; }
        public required string ThemeFr { get; init; }
        public required string ThemeEn { get; init; }
        public string? LeadCode { get; init; }
        public LeadStanding LeadStanding { get; init; }
        public Acceptance Acceptance { get; init; }
        public ImplementationStatus Status { get; init; }
        public int? Percent { get; init; }
        public DateOnly? DueDate { get; init; }
        public Frequency? Frequency { get; init; }
        public DateOnly? ReviewDate { get; init; }
        public DateOnly? LastUpdateOn { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public DateOnly StatusSince { get; init; }

        public RecommendationFacts Facts => new(Publication, Acceptance, Status, LeadCode);

        /// <param name="deeds">None where the rows are of the past, on which nobody acts.</param>
        public RecommendationRow ToRow(
            DateOnly today,
            OrganisationLabel? lead,
            IReadOnlyList<Deed> deeds
        ) =>
            new()
            {
                Code = Code,
                Title = new Bilingual(TitleFr, TitleEn),
                Kind = Kind,
                Publication = Publication,
                ThemeCode = ThemeCode,
                Theme = new Bilingual(ThemeFr, ThemeEn),
                Lead = lead,
                LeadStanding = LeadStanding,
                Acceptance = Acceptance,
                Status = Status,
                Percent = Percent,
                DueDate = DueDate,
                Frequency = Frequency,
                ReviewDate = ReviewDate,
                LastUpdateOn = LastUpdateOn,
                PublishedOn = PublishedOn,
                StatusSince = StatusSince,
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
                    today
                ),
                Deeds = deeds,
            };
    }
}
