using Microsoft.EntityFrameworkCore;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Places;

/// <summary>
/// Which place lies under which on a day. A place that is no more lies under the one that followed it: Kita, a cercle of
/// Kayes until March 2023, then counts under the region of that name. Source: DOMAIN.md, story 11.
/// </summary>
internal static class PlaceTree
{
    public static async Task<IReadOnlyList<(string Code, string? Parent)>> OnAsync(
        TrackerContext context,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var places = await context
            .Places.Select(p => new DatedPlace(
                p.Code,
                p.ParentCode,
                p.NameFr,
                p.ValidFrom,
                p.ValidTo
            ))
            .ToListAsync(cancellation);
        return [.. places.Select(p => (p.Code, ParentOn(day, p, places)))];
    }

    public static async Task<Dictionary<string, string?>> ParentsAsync(
        TrackerContext context,
        DateOnly day,
        CancellationToken cancellation
    ) =>
        (await OnAsync(context, day, cancellation)).ToDictionary(
            p => p.Code,
            p => p.Parent,
            StringComparer.Ordinal
        );

    private static string? ParentOn(DateOnly day, DatedPlace place, List<DatedPlace> places) =>
        place.ValidTo is { } end && end < day
            ? places.Find(p => Follows(p, place))?.Code ?? place.ParentCode
            : place.ParentCode;

    /// <summary>The list names no successors: it is the place of the same name that begins where the other ends.</summary>
    private static bool Follows(DatedPlace later, DatedPlace earlier)
    {
        if (later.ValidFrom is null || later.ValidFrom != earlier.ValidTo?.AddDays(1))
        {
            return false;
        }
        var (name, former) = (Folding.Fold(later.NameFr), Folding.Fold(earlier.NameFr));
        return former == name || former.StartsWith(name + ' ', StringComparison.Ordinal);
    }

    private sealed record DatedPlace(
        string Code,
        string? ParentCode,
        string? NameFr,
        DateOnly? ValidFrom,
        DateOnly? ValidTo
    );
}
