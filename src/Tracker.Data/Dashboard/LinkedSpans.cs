using Microsoft.EntityFrameworkCore;
using Tracker.Core.Dashboard;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>The days on which recommendations had the links that a filter asks for.</summary>
internal sealed class LinkedSpans
{
    private static readonly OwnSpans Unasked = new([]);

    private readonly List<ILookup<Guid, Span>> _asked = [];

    public static async Task<LinkedSpans> ReadAsync(
        TrackerContext context,
        FilterResolution resolution,
        CancellationToken cancellation
    )
    {
        var spans = new LinkedSpans();
        if (resolution.Filter.Supporting is { Count: > 0 } supporting)
        {
            await spans.AskAsync(
                context
                    .Supports.Where(l => supporting.Contains(l.OrganisationCode))
                    .Select(l => new ReadSpan(l.RecommendationId, l.From, l.To)),
                cancellation
            );
        }
        if (resolution.PlaceCodes is { Count: > 0 } places)
        {
            await spans.AskAsync(
                context
                    .Set<RecommendationPlace>()
                    .Where(l => places.Contains(l.PlaceCode))
                    .Select(l => new ReadSpan(l.RecommendationId, l.From, l.To)),
                cancellation
            );
        }
        if (resolution.EntryCodes is { Count: > 0 } entries)
        {
            await spans.AskAsync(
                context
                    .Set<RecommendationFrameworkEntry>()
                    .Where(l => entries.Contains(l.EntryCode))
                    .Select(l => new ReadSpan(l.RecommendationId, l.From, l.To)),
                cancellation
            );
        }
        return spans;
    }

    public OwnSpans Of(Guid recommendation) =>
        _asked.Count == 0
            ? Unasked
            : new OwnSpans([.. _asked.Select(a => a[recommendation].ToList())]);

    private async Task AskAsync(IQueryable<ReadSpan> query, CancellationToken cancellation)
    {
        var rows = await query.ToListAsync(cancellation);
        _asked.Add(rows.ToLookup(r => r.Id, r => new Span(r.From, r.To)));
    }

    private sealed record ReadSpan(Guid Id, DateOnly From, DateOnly? To);
}

/// <summary>Of one recommendation: for each kind of link asked for, when it had one.</summary>
internal sealed class OwnSpans(IReadOnlyList<List<Span>> asked)
{
    public IEnumerable<DateOnly> Bounds =>
        asked.SelectMany(spans =>
            spans.SelectMany(s => s.To is { } to ? new[] { s.From, to } : [s.From])
        );

    public bool HoldsOn(DateOnly day) => asked.All(spans => spans.Exists(s => s.Holds(day)));
}
