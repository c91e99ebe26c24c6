using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Evidence;
using Tracker.Core.Publishing;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Dashboard;
using Tracker.Data.Evidence;
using Tracker.Data.History;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Publishing;

/// <summary>What is published, to whoever may read it so.</summary>
public sealed class PublicQueries
{
    private const int News = 50;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly PublicPages _pages;
    private readonly Ledgers _ledgers;
    private readonly EvidenceQueries _evidence;

    internal PublicQueries(
        Contexts contexts,
        ProgrammeClock clock,
        PublicPages pages,
        Ledgers ledgers,
        EvidenceQueries evidence
    ) =>
        (_contexts, _clock, _pages, _ledgers, _evidence) = (
            contexts,
            clock,
            pages,
            ledgers,
            evidence
        );

    /// <summary>Whether everybody may read the published pages.</summary>
    public async Task<bool> AreOnAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var context = _contexts.Open();
        return await PublicScope.AreOnAsync(context, _pages, cancellation);
    }

    /// <summary>The end of the history: while it stays, so does everything that is published.</summary>
    public async Task<long> SequenceAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var context = _contexts.Open();
        return await context.EndOfHistoryAsync(cancellation);
    }

    /// <summary>The workshop's code that a link opens; null for any link that opens nothing.</summary>
    public async Task<string?> OpenedByAsync(
        Actor actor,
        string token,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var scope = await ScopeAsync(context, new PublicReader(actor, token), cancellation);
        return await scope.Select(w => w.Code).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The published workshops, the latest first; with a funder only those it paid for.</summary>
    public async Task<PublishedIndex> IndexAsync(
        Actor actor,
        string? funder = null,
        CancellationToken cancellation = default
    )
    {
        var today = _clock.Today;
        await using var context = _contexts.Open();
        var scope = await ScopeAsync(context, new PublicReader(actor), cancellation);
        if (funder is not null)
        {
            scope = scope.Where(w => w.Funders.Any(f => f.OrganisationCode == funder));
        }
        var workshops = await scope
            .AsNoTracking()
            .Include(w => w.Funders)
            .OrderByDescending(w => w.EndsOn)
            .ThenBy(w => w.Code)
            .ToListAsync(cancellation);
        var ids = workshops.ConvertAll(w => w.Id).ToHashSet();
        var ledger = await _ledgers.ReadAsync(context, cancellation);
        var own = ledger
            .Entries.Where(e => ids.Contains(e.WorkshopId))
            .Select(e => (e.WorkshopId, Row: e.PublishedOn(null)))
            .Where(e => e.Row is not null)
            .ToLookup(e => e.WorkshopId, e => e.Row!.Value);
        var labels = await OrganisationLabels.OnAsync(
            context,
            workshops
                .SelectMany(w => w.Funders)
                .Select(f => f.OrganisationCode)
                .Append(workshops.Count > 0 ? funder : null),
            today,
            cancellation
        );
        return new PublishedIndex(
            today,
            [
                .. workshops
                    .Where(w => own.Contains(w.Id))
                    .Select(w => new PublishedLine(
                        w.Code,
                        new Bilingual(w.NameFr, w.NameEn),
                        w.EndsOn,
                        [.. w.Funders.Select(f => labels[f.OrganisationCode])],
                        Measures.Of(own[w.Id], today)
                    )),
            ],
            Measures.Of(own.SelectMany(rows => rows), today),
            funder is null ? null : labels.GetValueOrDefault(funder)
        );
    }

    /// <summary>A published workshop; null where there is none or the reader may not read it.</summary>
    /// <param name="token">Of the link by which the reader comes.</param>
    /// <param name="asOf">An earlier day; today's where it is null or has not come yet.</param>
    public async Task<PublishedWorkshop?> WorkshopAsync(
        Actor actor,
        string code,
        string? token = null,
        DateOnly? asOf = null,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var scope = await ScopeAsync(context, new PublicReader(actor, token), cancellation);
        var workshop = await scope
            .AsNoTracking()
            .Include(w => w.Funders)
            .SingleOrDefaultAsync(w => w.Code == code, cancellation);
        if (workshop is null)
        {
            return null;
        }
        var reading = new PublishedReading(context, _clock, asOf < _clock.Today ? asOf : null);
        var published = await reading.WorkshopAsync(workshop, cancellation);
        return published.Recommendations.Count == 0 && asOf is null ? null : published;
    }

    /// <summary>What was verified last, of all that the reader may read or of one workshop.</summary>
    public async Task<IReadOnlyList<PublishedNews>> NewsAsync(
        Actor actor,
        string? workshop = null,
        string? token = null,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var scope = await ScopeAsync(context, new PublicReader(actor, token), cancellation);
        if (workshop is not null)
        {
            scope = scope.Where(w => w.Code == workshop);
        }
        var ids = scope.Select(w => w.Id);
        var verified = await Published(context, null)
            .Where(s =>
                s.Status == ImplementationStatus.Verified
                && s.Acceptance != Acceptance.NotAccepted
                && ids.Contains(s.WorkshopId)
            )
            .OrderByDescending(s => s.StatusSince)
            .ThenBy(s => s.Item.SortCode)
            .Take(News)
            .Select(s => new
            {
                Workshop = s.Item.Workshop!.Code,
                s.Item.Code,
                s.Item.TitleFr,
                s.Item.TitleEn,
                s.LeadCode,
                s.ClosureOutcome,
                s.StatusSince,
                At = context
                    .Verifications.Where(v => v.RecommendationId == s.Id && !v.Withdrawn)
                    .Max(v => (DateTime?)v.At),
            })
            .ToListAsync(cancellation);
        var labels = await OrganisationLabels.OnAsync(
            context,
            verified.Select(v => v.LeadCode),
            _clock.Today,
            cancellation
        );
        return
        [
            .. verified.Select(v => new PublishedNews(
                v.Workshop,
                v.Code,
                new Bilingual(v.TitleFr, v.TitleEn),
                v.LeadCode is null ? null : labels[v.LeadCode],
                v.ClosureOutcome,
                v.StatusSince,
                v.At ?? _clock.StartOf(v.StatusSince)
            )),
        ];
    }

    /// <summary>A shared file of a published workshop; null for anything else.</summary>
    public async Task<EvidenceFile?> OpenEvidenceAsync(
        Actor actor,
        Guid id,
        string? token = null,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var scope = await ScopeAsync(context, new PublicReader(actor, token), cancellation);
        var workshops = scope.Select(w => w.Id);
        var isShared = await context.Evidence.AnyAsync(
            e =>
                e.Id == id
                && e.Visibility == EvidenceVisibility.Shared
                && !e.Replaced
                && e.WithdrawnBecause == null
                && e.Recommendation!.Publication == Publication.Published
                && workshops.Contains(e.Recommendation.WorkshopId),
            cancellation
        );
        return isShared ? await _evidence.OpenAsync(Actor.Worker, id, cancellation) : null;
    }

    private Task<IQueryable<Workshop>> ScopeAsync(
        TrackerContext context,
        PublicReader reader,
        CancellationToken cancellation
    ) => PublicScope.OfAsync(context, reader, _pages, _clock.Today, cancellation);

    /// <summary>What was published on the day, whoever asks: the scope says of which workshops.</summary>
    internal static IQueryable<Standing> Published(TrackerContext context, DateOnly? asOf) =>
        (
            asOf is { } day
                ? context.Periods.HeldOn(day).StandingThen(context)
                : context.Recommendations.Select(Standings.Now)
        ).Where(s => s.Publication == Publication.Published);
}
