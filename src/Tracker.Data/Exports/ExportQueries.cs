using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;

namespace Tracker.Data.Exports;

/// <summary>The rows of a filter as they leave in a spreadsheet.</summary>
public sealed class ExportQueries
{
    private const int Portion = 500;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IRecommendationSearch _search;

    internal ExportQueries(Contexts contexts, ProgrammeClock clock, IRecommendationSearch search) =>
        (_contexts, _clock, _search) = (contexts, clock, search);

    /// <summary>All rows of the filter, whatever its page, in its order. Read in portions, so that size does not matter.</summary>
    public async IAsyncEnumerable<ExportRow> RowsAsync(
        Actor actor,
        RecommendationFilter filter,
        Language language,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var today = _clock.Today;
        var resolution = await FilterResolution.OfAsync(
            context,
            actor,
            filter,
            today,
            cancellation
        );
        var ids = await context
            .Kept(actor, resolution, _clock, _search)
            .Arranged(resolution.Filter, language)
            .Select(r => r.Id)
            .ToListAsync(cancellation);
        foreach (var portion in ids.Chunk(Portion))
        {
            var rows = await PortionAsync(context, portion, cancellation);
            var leads = await OrganisationLabels.OnAsync(
                context,
                rows.Select(r => r.LeadCode),
                today,
                cancellation
            );
            var byId = rows.ToDictionary(r => r.Id);
            foreach (var id in portion.Where(byId.ContainsKey))
            {
                var row = byId[id];
                yield return ToRow(row, row.LeadCode is null ? null : leads[row.LeadCode], today);
            }
        }
    }

    private static async Task<List<Recommendation>> PortionAsync(
        TrackerContext context,
        Guid[] ids,
        CancellationToken cancellation
    ) =>
        await context
            .Recommendations.AsNoTracking()
            .AsSplitQuery()
            .Include(r => r.Workshop)
            .Include(r => r.Theme)
            .Include(r => r.Supporting.Where(s => s.To == null))
            .Include(r => r.Places.Where(p => p.To == null))
            .Include(r => r.FrameworkEntries.Where(e => e.To == null))
            .Where(r => EF.Parameter(ids).Contains(r.Id))
            .ToListAsync(cancellation);

    private static ExportRow ToRow(Recommendation item, OrganisationLabel? lead, DateOnly today) =>
        new()
        {
            Code = item.Code,
            WorkshopCode = item.Workshop!.Code,
            Workshop = new Bilingual(item.Workshop.NameFr, item.Workshop.NameEn),
            WorkshopEnd = item.Workshop.EndsOn,
            Kind = item.Kind,
            Title = item.Title,
            Text = new Bilingual(item.TextFr, item.TextEn),
            SourceQuote = item.SourceQuote,
            ThemeCode = item.ThemeCode,
            Theme = new Bilingual(item.Theme!.NameFr, item.Theme.NameEn),
            LeadCode = item.LeadCode,
            Lead = lead?.Name ?? default,
            LeadStanding = item.LeadStanding,
            Supporting =
            [
                .. item.Supporting.Select(s => s.OrganisationCode).Order(StringComparer.Ordinal),
            ],
            Places = [.. item.Places.Select(p => p.PlaceCode).Order(StringComparer.Ordinal)],
            FrameworkEntries =
            [
                .. item.FrameworkEntries.Select(e => e.EntryCode).Order(StringComparer.Ordinal),
            ],
            Acceptance = item.Acceptance,
            Status = item.Status,
            StatusSince = item.StatusSince,
            Percent = item.Percent,
            DueDate = item.DueDate,
            Frequency = item.Frequency,
            ReviewDate = item.ReviewDate,
            LastUpdateOn = item.LastUpdateOn,
            PublishedOn = item.PublishedOn,
            Flags = FlagRules.Of(item.FlagFacts, today),
            ChangedAt = item.ChangedAt,
        };
}
