using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;

namespace Tracker.Data.Exports;

/// <content>The long sheets: what stood or had happened by the reference date.</content>
internal sealed partial class ExportReading
{
    public async IAsyncEnumerable<ExportEntry> EntriesAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var context = contexts.Open();
        var entries = await context
            .FrameworkEntries.Select(e => new
            {
                e.Code,
                e.FrameworkCode,
                e.NameFr,
                e.NameEn,
            })
            .ToDictionaryAsync(e => e.Code, StringComparer.Ordinal, cancellation);
        var frameworks = await context.Frameworks.ToDictionaryAsync(
            f => f.Code,
            f => new Bilingual(f.NameFr, f.NameEn),
            StringComparer.Ordinal,
            cancellation
        );
        var links = EachAsync(
            (open, asked, ids) =>
                open.Set<RecommendationFrameworkEntry>()
                    .Where(Filtering.HeldOn<RecommendationFrameworkEntry>(asked.AsOf))
                    .Where(l => EF.Parameter(ids).Contains(l.RecommendationId))
                    .OrderBy(l => l.EntryCode)
                    .Select(l => new Link(l.RecommendationId, l.EntryCode)),
            l => l.Id,
            cancellation
        );
        await foreach (var (code, status, link) in links)
        {
            var entry = entries[link.Code];
            yield return new ExportEntry(
                code,
                status,
                entry.FrameworkCode,
                frameworks[entry.FrameworkCode],
                entry.Code,
                new Bilingual(entry.NameFr, entry.NameEn)
            );
        }
    }

    public async IAsyncEnumerable<ExportPartner> PartnersAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var context = contexts.Open();
        var names = await ExportNames.ReadAsync(context, (await scope.Value).Day, cancellation);
        var links = EachAsync(
            (open, asked, ids) =>
                open
                    .Supports.Where(Filtering.HeldOn<RecommendationSupport>(asked.AsOf))
                    .Where(l => EF.Parameter(ids).Contains(l.RecommendationId))
                    .OrderBy(l => l.OrganisationCode)
                    .Select(l => new Link(l.RecommendationId, l.OrganisationCode)),
            l => l.Id,
            cancellation
        );
        await foreach (var (code, status, link) in links)
        {
            yield return new ExportPartner(code, status, link.Code, names.Organisation(link.Code));
        }
    }

    public async IAsyncEnumerable<ExportPlace> PlacesAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var context = contexts.Open();
        var places = await context
            .Places.Select(p => new
            {
                p.Code,
                p.NameFr,
                p.NameEn,
                p.Level,
            })
            .ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, cancellation);
        var links = EachAsync(
            (open, asked, ids) =>
                open.Set<RecommendationPlace>()
                    .Where(Filtering.HeldOn<RecommendationPlace>(asked.AsOf))
                    .Where(l => EF.Parameter(ids).Contains(l.RecommendationId))
                    .OrderBy(l => l.PlaceCode)
                    .Select(l => new Link(l.RecommendationId, l.PlaceCode)),
            l => l.Id,
            cancellation
        );
        await foreach (var (code, status, link) in links)
        {
            var place = places[link.Code];
            yield return new ExportPlace(
                code,
                status,
                place.Code,
                new Bilingual(place.NameFr, place.NameEn),
                place.Level
            );
        }
    }

    public async IAsyncEnumerable<ExportUpdate> UpdatesAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var end = clock.StartOf((await scope.Value).Day.AddDays(1));
        var updates = EachAsync(
            (open, _, ids) =>
                open
                    .ProgressUpdates.AsNoTracking()
                    .Where(u =>
                        EF.Parameter(ids).Contains(u.RecommendationId) && !u.Withdrawn && u.At < end
                    )
                    .OrderBy(u => u.At),
            u => u.RecommendationId,
            cancellation
        );
        await foreach (var (code, _, update) in updates)
        {
            yield return new ExportUpdate(
                code,
                update.At,
                update.Period,
                update.Kind,
                update.OrganisationCode,
                update.Text,
                update.Language,
                update.NothingNew,
                update.Percent,
                update.StatusBefore,
                update.StatusAfter,
                update.NextStep,
                update.BlockedBy
            );
        }
    }

    public async IAsyncEnumerable<ExportMilestone> MilestonesAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var milestones = EachAsync(
            (open, asked, ids) =>
                open
                    .MilestoneLinks.Where(l =>
                        EF.Parameter(ids).Contains(l.RecommendationId)
                        && l.From <= asked.Day
                        && (l.To == null || l.To > asked.Day)
                    )
                    .OrderBy(l => l.Milestone!.DueDate)
                    .Select(l => new
                    {
                        l.RecommendationId,
                        l.Milestone!.Title,
                        l.Milestone.Language,
                        l.Milestone.DueDate,
                        ReachedOn = l.Milestone.ReachedOn <= asked.Day
                            ? l.Milestone.ReachedOn
                            : null,
                        l.Milestone.DroppedBecause,
                    }),
            m => m.RecommendationId,
            cancellation
        );
        await foreach (var (code, _, m) in milestones)
        {
            yield return new ExportMilestone(
                code,
                m.Title,
                m.Language,
                m.DueDate,
                m.ReachedOn,
                m.DroppedBecause
            );
        }
    }

    public async IAsyncEnumerable<ExportEvidence> EvidenceAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var end = clock.StartOf((await scope.Value).Day.AddDays(1));
        var all = AccessRules.SeesInternalEvidence(actor);
        var evidence = EachAsync(
            (open, _, ids) =>
                open
                    .Evidence.AsNoTracking()
                    .Where(e =>
                        EF.Parameter(ids).Contains(e.RecommendationId)
                        && !e.Replaced
                        && e.WithdrawnBecause == null
                        && e.At < end
                        && (all || e.Visibility == EvidenceVisibility.Shared)
                    )
                    .OrderBy(e => e.At),
            e => e.RecommendationId,
            cancellation
        );
        await foreach (var (code, _, e) in evidence)
        {
            yield return new ExportEvidence(
                code,
                e.Kind,
                e.Title,
                e.DatedOn,
                e.At,
                e.OrganisationCode,
                e.Visibility,
                e.Number,
                e.Address
            );
        }
    }

    public async IAsyncEnumerable<ExportStatusChange> StatusChangesAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var day = (await scope.Value).Day;
        var periods = EachAsync(
            (open, asked, ids) =>
                open
                    .Periods.Where(p =>
                        EF.Parameter(ids).Contains(p.RecommendationId)
                        && p.From <= asked.Day
                        && p.Publication == Publication.Published
                    )
                    .OrderBy(p => p.From)
                    .Select(p => new
                    {
                        p.RecommendationId,
                        p.From,
                        p.Status,
                    }),
            p => p.RecommendationId,
            cancellation
        );
        ExportStatusChange? last = null;
        await foreach (var (code, _, period) in periods)
        {
            if (last?.Code == code && last.To == period.Status)
            {
                continue;
            }
            if (last is not null)
            {
                yield return Until(last, last.Code == code ? period.From : day);
            }
            last = new ExportStatusChange(
                code,
                last?.Code == code ? last.To : null,
                period.Status,
                period.From,
                0
            );
        }
        if (last is not null)
        {
            yield return Until(last, day);
        }
    }

    private static ExportStatusChange Until(ExportStatusChange change, DateOnly end) =>
        change with
        {
            Days = Math.Max(0, end.DayNumber - change.On.DayNumber),
        };
}
