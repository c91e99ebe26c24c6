using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>One recommendation as it stood on an earlier day: its state, links and names of then, its texts of today.</summary>
public sealed class DatedRecordQueries
{
    private static readonly string[] Texts =
    [
        "title_fr",
        "title_en",
        "text_fr",
        "text_en",
        "source_quote",
    ];

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly RecordQueries _records;

    internal DatedRecordQueries(Contexts contexts, ProgrammeClock clock, RecordQueries records) =>
        (_contexts, _clock, _records) = (contexts, clock, records);

    /// <summary>Null where the actor may not know of it today, or where it was not published that day.</summary>
    public async Task<RecommendationRecord?> FindAsync(
        Actor actor,
        string code,
        DateOnly day,
        CancellationToken cancellation = default
    )
    {
        if (await _records.FindAsync(actor, code, cancellation) is not { } record)
        {
            return null;
        }
        await using var context = _contexts.Open();
        var period = await context
            .Periods.AsNoTracking()
            .HeldOn(day)
            .SingleOrDefaultAsync(
                p => p.Recommendation!.Code == code && p.Publication == Publication.Published,
                cancellation
            );
        return period is null ? null : await ThenAsync(context, record, period, day, cancellation);
    }

    private async Task<RecommendationRecord> ThenAsync(
        TrackerContext context,
        RecommendationRecord record,
        RecommendationPeriod then,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var id = then.RecommendationId;
        var end = _clock.StartOf(day.AddDays(1));
        var supporting = await context
            .Supports.Where(Filtering.HeldOn<RecommendationSupport>(day))
            .Where(s => s.RecommendationId == id)
            .Select(s => s.OrganisationCode)
            .ToListAsync(cancellation);
        var labels = await OrganisationLabels.OnAsync(
            context,
            supporting.Append(then.LeadCode),
            day,
            cancellation
        );
        var theme = await context.Themes.SingleAsync(t => t.Code == then.ThemeCode, cancellation);
        var cause = await context.BlockerCauses.SingleOrDefaultAsync(
            c => c.Code == then.BlockedBy,
            cancellation
        );
        var same = then.Status == record.Status && then.StatusSince == record.StatusSince;
        return record with
        {
            AsOf = day,
            TextChangedSince = await context.HistoryLines.AnyAsync(
                l =>
                    l.Kind == "recommendation"
                    && l.Subject == record.Code
                    && Texts.Contains(l.Field)
                    && l.BeforeHash != null
                    && l.At >= end,
                cancellation
            ),
            ThemeCode = then.ThemeCode,
            Theme = new Bilingual(theme.NameFr, theme.NameEn),
            Kind = then.Kind,
            Lead = then.LeadCode is null ? null : labels[then.LeadCode],
            LeadStanding = then.LeadStanding,
            Supporting =
            [
                .. supporting
                    .Select(s => labels[s])
                    .OrderBy(l => Folding.Fold(l.Short(Language.Fr)), StringComparer.Ordinal),
            ],
            Places = await PlacesAsync(context, id, day, cancellation),
            Frameworks = await FrameworksAsync(context, id, day, cancellation),
            Acceptance = then.Acceptance,
            AnswerReason = then.Acceptance == record.Acceptance ? record.AnswerReason : null,
            AnsweredOn = record.AnsweredOn <= day ? record.AnsweredOn : null,
            Status = then.Status,
            StatusSince = then.StatusSince,
            StatusReason = same ? record.StatusReason : null,
            Summary = same ? record.Summary : null,
            CompletedOn = same ? record.CompletedOn : null,
            ClosureOutcome = then.ClosureOutcome,
            ReturnedOn = record.ReturnedOn <= day ? record.ReturnedOn : null,
            Percent = then.Percent,
            DueDate = then.DueDate,
            FormerDueDates = [],
            ReviewDate = then.ReviewDate,
            LastUpdateOn = then.LastUpdateOn,
            PublishedOn = then.PublishedOn,
            Publication = then.Publication,
            BlockedBy = cause is null
                ? null
                : new Choice(cause.Code, new Bilingual(cause.NameFr, cause.NameEn)),
            BlockedByWhom = same ? record.BlockedByWhom : null,
            ReplacedBy = same ? record.ReplacedBy : null,
            Verifications = [.. record.Verifications.Where(v => v.At < end)],
            Updates = [.. record.Updates.Where(u => u.At < end)],
            Flags = FlagRules.Of(
                new FlagFacts(
                    then.Status,
                    then.Acceptance,
                    then.DueDate,
                    then.ReviewDate,
                    then.LastUpdateOn,
                    then.PublishedOn,
                    then.StatusSince
                ),
                day
            ),
            Deeds = [],
            Moves = [],
            Answers = [],
            VerifyRefusal = null,
            StatusRefusal = null,
        };
    }

    private static async Task<IReadOnlyList<Choice>> PlacesAsync(
        TrackerContext context,
        Guid id,
        DateOnly day,
        CancellationToken cancellation
    ) =>
        await context
            .Set<RecommendationPlace>()
            .Where(Filtering.HeldOn<RecommendationPlace>(day))
            .Where(l => l.RecommendationId == id)
            .Join(context.Places, l => l.PlaceCode, p => p.Code, (_, p) => p)
            .OrderBy(p => p.SortOrder)
            .Select(p => new Choice(p.Code, new Bilingual(p.NameFr, p.NameEn), null, p.Level, 0))
            .ToListAsync(cancellation);

    private static async Task<IReadOnlyList<FrameworkGroup>> FrameworksAsync(
        TrackerContext context,
        Guid id,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var entries = await context
            .Set<RecommendationFrameworkEntry>()
            .Where(Filtering.HeldOn<RecommendationFrameworkEntry>(day))
            .Where(l => l.RecommendationId == id)
            .Join(context.FrameworkEntries, l => l.EntryCode, e => e.Code, (_, e) => e)
            .OrderBy(e => e.SortOrder)
            .ToListAsync(cancellation);
        var frameworks = await context
            .Frameworks.OrderBy(f => f.SortOrder)
            .ToListAsync(cancellation);
        return
        [
            .. frameworks
                .Select(f => new FrameworkGroup(
                    f.Code,
                    new Bilingual(f.NameFr, f.NameEn),
                    [
                        .. entries
                            .Where(e => e.FrameworkCode == f.Code)
                            .Select(e => new Choice(e.Code, new Bilingual(e.NameFr, e.NameEn))),
                    ]
                ))
                .Where(g => g.Entries.Count > 0),
        ];
    }
}
