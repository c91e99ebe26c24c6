using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>A link that held from one day (inclusive) to another (exclusive, null while it holds).</summary>
internal interface IDatedLink : IRecordedValue
{
    DateOnly From { get; }
    DateOnly? To { get; set; }
}

internal sealed class RecommendationSupport : IDatedLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public required string OrganisationCode { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    string IRecorded.HistoryKind => "recommendation";
    string IRecorded.HistorySubject => Recommendation!.Code;
    string IRecordedValue.HistoryField => "supporting_organisation";
    string IRecordedValue.HistoryValue => OrganisationCode;
    bool IRecordedValue.IsCurrent => To is null;
}

internal sealed class RecommendationPlace : IDatedLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public required string PlaceCode { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    string IRecorded.HistoryKind => "recommendation";
    string IRecorded.HistorySubject => Recommendation!.Code;
    string IRecordedValue.HistoryField => "place";
    string IRecordedValue.HistoryValue => PlaceCode;
    bool IRecordedValue.IsCurrent => To is null;
}

internal sealed class RecommendationFrameworkEntry : IDatedLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public required string EntryCode { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    string IRecorded.HistoryKind => "recommendation";
    string IRecorded.HistorySubject => Recommendation!.Code;
    string IRecordedValue.HistoryField => "framework_entry";
    string IRecordedValue.HistoryValue => EntryCode;
    bool IRecordedValue.IsCurrent => To is null;
}

internal static class DatedLinks
{
    /// <summary>
    /// Makes the current links those of <paramref name="wanted"/>: what falls away ends today, what is new begins on
    /// <paramref name="from"/>. A link that ends on the day it began never held and is removed.
    /// </summary>
    public static void Set<T>(
        this List<T> links,
        DbContext context,
        IEnumerable<string> wanted,
        DateOnly today,
        Func<string, T> begin
    )
        where T : class, IDatedLink
    {
        var codes = wanted.Distinct(StringComparer.Ordinal).ToList();
        foreach (
            var link in links.Where(l => l.To is null && !codes.Contains(l.HistoryValue)).ToList()
        )
        {
            link.To = today;
            if (link.From >= today)
            {
                // It stays in the list until it is saved: the history asks it for its recommendation.
                context.Remove(link);
            }
        }
        foreach (
            var code in codes.Where(c => !links.Exists(l => l.To is null && l.HistoryValue == c))
        )
        {
            links.Add(begin(code));
        }
    }
}
