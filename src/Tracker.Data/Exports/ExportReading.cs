using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Exports;

/// <summary>
/// Reads the recommendations of one export and what hangs on them, portion by portion: of each only the columns that are
/// written.
/// </summary>
internal sealed partial class ExportReading(
    Contexts contexts,
    ProgrammeClock clock,
    Actor actor,
    Lazy<Task<ExportScope>> scope
)
{
    private const int Portion = 500;

    public async IAsyncEnumerable<ExportRow> RowsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var asked = await scope.Value;
        await using var context = contexts.Open();
        var names = await ExportNames.ReadAsync(context, asked.Day, cancellation);
        foreach (var ids in asked.Ids.Chunk(Portion))
        {
            var rows = await RowsAsync(context, asked, ids, cancellation);
            var supporting = await LinksAsync(
                context
                    .Supports.Where(Filtering.HeldOn<RecommendationSupport>(asked.AsOf))
                    .Where(l => EF.Parameter(ids).Contains(l.RecommendationId))
                    .Select(l => new Link(l.RecommendationId, l.OrganisationCode)),
                cancellation
            );
            var places = await LinksAsync(
                context
                    .Set<RecommendationPlace>()
                    .Where(Filtering.HeldOn<RecommendationPlace>(asked.AsOf))
                    .Where(l => EF.Parameter(ids).Contains(l.RecommendationId))
                    .Select(l => new Link(l.RecommendationId, l.PlaceCode)),
                cancellation
            );
            var entries = await LinksAsync(
                context
                    .Set<RecommendationFrameworkEntry>()
                    .Where(Filtering.HeldOn<RecommendationFrameworkEntry>(asked.AsOf))
                    .Where(l => EF.Parameter(ids).Contains(l.RecommendationId))
                    .Select(l => new Link(l.RecommendationId, l.EntryCode)),
                cancellation
            );
            foreach (var id in ids.Where(rows.ContainsKey))
            {
                yield return rows[id]
                    .ToRow(
                        asked.Day,
                        names,
                        [.. supporting[id]],
                        [.. places[id]],
                        [.. entries[id]]
                    );
            }
        }
    }

    /// <summary>Of each recommendation what the long sheets say beside its code.</summary>
    private async Task<Dictionary<Guid, (string Code, ImplementationStatus Status)>> KnownAsync(
        TrackerContext context,
        ExportScope asked,
        Guid[] ids,
        CancellationToken cancellation
    )
    {
        var known = await context
            .StandingOn(actor, asked.AsOf)
            .Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.Item.Code,
                s.Status,
            })
            .ToListAsync(cancellation);
        return known.ToDictionary(k => k.Id, k => (k.Code, k.Status));
    }

    /// <summary>The rows of a portion, in the order of their recommendations.</summary>
    private async IAsyncEnumerable<(string Code, ImplementationStatus Status, T Row)> EachAsync<T>(
        Func<TrackerContext, ExportScope, Guid[], IQueryable<T>> query,
        Func<T, Guid> owner,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var asked = await scope.Value;
        await using var context = contexts.Open();
        foreach (var ids in asked.Ids.Chunk(Portion))
        {
            var rows = await query(context, asked, ids).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                continue;
            }
            var byOwner = rows.ToLookup(owner);
            var owners = ids.Where(byOwner.Contains).ToArray();
            var known = await KnownAsync(context, asked, owners, cancellation);
            foreach (var id in owners.Where(known.ContainsKey))
            {
                foreach (var row in byOwner[id])
                {
                    yield return (known[id].Code, known[id].Status, row);
                }
            }
        }
    }

    private async Task<Dictionary<Guid, ReadExport>> RowsAsync(
        TrackerContext context,
        ExportScope asked,
        Guid[] ids,
        CancellationToken cancellation
    ) =>
        await context
            .StandingOn(actor, asked.AsOf)
            .Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(ReadExport.Columns)
            .ToDictionaryAsync(r => r.Id, cancellation);

    private static async Task<ILookup<Guid, string>> LinksAsync(
        IQueryable<Link> links,
        CancellationToken cancellation
    )
    {
        var read = await links.ToListAsync(cancellation);
        return read.OrderBy(l => l.Code, StringComparer.Ordinal).ToLookup(l => l.Id, l => l.Code);
    }

    private sealed record Link(Guid Id, string Code);
}

/// <summary>The lists that rows are labelled from: read once an export.</summary>
internal sealed record ExportNames(
    IReadOnlyDictionary<string, Bilingual> Themes,
    IReadOnlyDictionary<Guid, ExportWorkshop> Workshops,
    IReadOnlyDictionary<string, OrganisationLabel> Organisations
)
{
    public static async Task<ExportNames> ReadAsync(
        TrackerContext context,
        DateOnly day,
        CancellationToken cancellation
    ) =>
        new(
            await context.Themes.ToDictionaryAsync(
                t => t.Code,
                t => new Bilingual(t.NameFr, t.NameEn),
                StringComparer.Ordinal,
                cancellation
            ),
            await context.Workshops.ToDictionaryAsync(
                w => w.Id,
                w => new ExportWorkshop(w.Code, new Bilingual(w.NameFr, w.NameEn), w.EndsOn),
                cancellation
            ),
            await OrganisationLabels.AllOnAsync(context, day, cancellation)
        );

    /// <summary>By the name of the day; a code without one that day stands for itself.</summary>
    public Bilingual Organisation(string code) =>
        (Organisations.GetValueOrDefault(code) ?? OrganisationLabels.Nameless(code)).Name;
}

internal sealed record ExportWorkshop(string Code, Bilingual Name, DateOnly EndsOn);
