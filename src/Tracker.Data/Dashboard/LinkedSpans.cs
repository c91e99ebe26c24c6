using Microsoft.EntityFrameworkCore;
using Tracker.Core.Dashboard;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Dashboard;

/// <summary>The days on which recommendations had the links that a filter asks for.</summary>
internal sealed class LinkedSpans
{
    /// <summary>Of a filter that asks for none.</summary>
    public static readonly LinkedSpans Unasked = new(DateOnly.MinValue);

    private readonly DateOnly _today;

    /// <summary>For each kind of link asked for.</summary>
    private readonly List<Dictionary<Guid, Span[]>> _asked = [];

    private LinkedSpans(DateOnly today) => _today = today;

    public static async Task<LinkedSpans> ReadAsync(
        TrackerContext context,
        FilterResolution resolution,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var spans = new LinkedSpans(today);
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

    /// <summary>Whether it had all that is asked for, if not at the same time.</summary>
    public bool EverHeld(Guid recommendation) =>
        _asked.TrueForAll(spans => spans.ContainsKey(recommendation));

    public bool HoldOn(Guid recommendation, DateOnly day) =>
        _asked.TrueForAll(spans =>
            spans.TryGetValue(recommendation, out var own) && Array.Exists(own, s => s.Holds(day))
        );

    /// <summary>Where they begin or end.</summary>
    public IEnumerable<DateOnly> Bounds(Guid recommendation) =>
        _asked.Count == 0
            ? []
            : _asked
                .SelectMany(spans => spans.GetValueOrDefault(recommendation) ?? [])
                .SelectMany(s => s.To is { } to ? new[] { s.From, to } : [s.From]);

    private async Task AskAsync(IQueryable<ReadSpan> query, CancellationToken cancellation)
    {
        var spans = new Dictionary<Guid, Span[]>();
        await foreach (var row in query.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            // Of a workshop that has not ended yet they only begin later, and hold today already.
            var span = new Span(row.From < _today ? row.From : _today, row.To);
            spans[row.Id] = spans.TryGetValue(row.Id, out var own) ? [.. own, span] : [span];
        }
        _asked.Add(spans);
    }

    private readonly record struct ReadSpan(Guid Id, DateOnly From, DateOnly? To);
}
