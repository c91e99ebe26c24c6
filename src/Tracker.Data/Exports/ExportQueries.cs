using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Exports;

/// <summary>The rows of a filter as they leave in a file.</summary>
public sealed class ExportQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;

    internal ExportQueries(Contexts contexts, ProgrammeClock clock, IRecommendationSearch search) =>
        (_contexts, _clock, _search) = (contexts, clock, search);

    /// <summary>All rows of the filter, whatever its page, in its order. Read in portions, so that size does not matter.</summary>
    public IAsyncEnumerable<ExportRow> RowsAsync(
        Actor actor,
        RecommendationFilter filter,
        Language language,
        CancellationToken cancellation = default
    ) => Reading(actor, filter, language, cancellation).RowsAsync(cancellation);

    /// <summary>Everything a workbook is filled from; each sequence is read when it is asked for.</summary>
    public ExportSheets Sheets(
        Actor actor,
        RecommendationFilter filter,
        Language language,
        CancellationToken cancellation = default
    )
    {
        var reading = Reading(actor, filter, language, cancellation);
        return new ExportSheets(reading.RowsAsync(cancellation))
        {
            Frameworks = reading.EntriesAsync(cancellation),
            Partners = reading.PartnersAsync(cancellation),
            Places = reading.PlacesAsync(cancellation),
            Updates = reading.UpdatesAsync(cancellation),
            Milestones = reading.MilestonesAsync(cancellation),
            Evidence = reading.EvidenceAsync(cancellation),
            StatusChanges = reading.StatusChangesAsync(cancellation),
        };
    }

    private ExportReading Reading(
        Actor actor,
        RecommendationFilter filter,
        Language language,
        CancellationToken cancellation
    ) =>
        new(
            _contexts,
            _clock,
            actor,
            new Lazy<Task<ExportScope>>(() => ScopeAsync(actor, filter, language, cancellation))
        );

    /// <summary>Which recommendations, in which order: asked once for all sheets.</summary>
    private async Task<ExportScope> ScopeAsync(
        Actor actor,
        RecommendationFilter filter,
        Language language,
        CancellationToken cancellation
    )
    {
        await using var context = _contexts.Open();
        var resolution = await FilterResolution.OfAsync(
            context,
            actor,
            filter,
            _clock.Today,
            cancellation
        );
        var ids = await context
            .Kept(actor, resolution, _clock, _search)
            .Arranged(resolution.Filter, language)
            .Select(r => r.Id)
            .ToListAsync(cancellation);
        return new ExportScope(ids, resolution.Filter.AsOf, resolution.Filter.DayOr(_clock.Today));
    }
}

/// <param name="AsOf">Null where the state of today is written out.</param>
/// <param name="Day">The reference date.</param>
internal sealed record ExportScope(List<Guid> Ids, DateOnly? AsOf, DateOnly Day);
