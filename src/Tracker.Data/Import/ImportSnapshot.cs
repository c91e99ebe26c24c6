using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>
/// What a recommendation was before a file changed it. Giving it back is a change of its own day: what was shown in
/// between stays what was shown.
/// </summary>
internal sealed record ImportSnapshot
{
    public required RecommendationValues Values { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required Bilingual Title { get; init; }
    public required Bilingual Text { get; init; }
    public string? SourceQuote { get; init; }
    public required string Theme { get; init; }
    public required IReadOnlyList<string> Supporting { get; init; }
    public required IReadOnlyList<string> Places { get; init; }
    public required IReadOnlyList<string> FrameworkEntries { get; init; }

    /// <summary>Progress updates that came with the change.</summary>
    public IReadOnlyList<Guid> Updates { get; init; } = [];

    public static ImportSnapshot Of(EntityEntry<Recommendation> entry)
    {
        var item = entry.Entity;
        return new()
        {
            Values = RecommendationValues.Before(entry),
            Kind = item.Kind,
            Title = item.Title,
            Text = new Bilingual(item.TextFr, item.TextEn),
            SourceQuote = item.SourceQuote,
            Theme = item.ThemeCode,
            Supporting =
            [
                .. item.Supporting.Where(l => l.To is null).Select(l => l.OrganisationCode),
            ],
            Places = [.. item.Places.Where(l => l.To is null).Select(l => l.PlaceCode)],
            FrameworkEntries =
            [
                .. item.FrameworkEntries.Where(l => l.To is null).Select(l => l.EntryCode),
            ],
        };
    }

    public string Write() => JsonSerializer.Serialize(this);

    public static ImportSnapshot Read(string json) =>
        JsonSerializer.Deserialize<ImportSnapshot>(json)!;

    /// <summary>The caller has loaded the recommendation with its links.</summary>
    public void GiveBack(Write write, Recommendation item)
    {
        var entry = new RecommendationEntry
        {
            WorkshopCode = item.Workshop!.Code,
            Code = item.Code,
            Kind = Kind,
            Title = Title,
            Text = Text,
            SourceQuote = SourceQuote,
            ThemeCode = Theme,
            Places = Places,
            FrameworkEntries = FrameworkEntries,
        };
        item.Write(entry);
        Values.GiveBack(item);
        RecommendationCommands.Link(write, item, entry, write.Today);
        item.Supporting.Set(
            write.Context,
            Supporting,
            write.Today,
            code => new RecommendationSupport
            {
                RecommendationId = item.Id,
                Recommendation = item,
                OrganisationCode = code,
                From = write.Today,
            }
        );
        item.ChangedAt = write.Now;
    }
}
