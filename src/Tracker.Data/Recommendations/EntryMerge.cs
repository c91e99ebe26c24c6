using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Data.Recommendations;

/// <summary>
/// A correction that comes late: what its writer left as it was follows what others made of it since, and only fields
/// that both sides changed collide.
/// </summary>
internal static class EntryMerge
{
    public static RecommendationEntry Merge(
        RecommendationEntry mine,
        Recommendation theirs,
        ChangesSince since
    )
    {
        return mine with
        {
            Title = new(
                Mine("title_fr", mine.Title.Fr, theirs.TitleFr),
                Mine("title_en", mine.Title.En, theirs.TitleEn)
            ),
            Text = new(
                Mine("text_fr", mine.Text.Fr, theirs.TextFr),
                Mine("text_en", mine.Text.En, theirs.TextEn)
            ),
            SourceQuote = Mine("source_quote", mine.SourceQuote, theirs.SourceQuote),
            Kind = since.IsUntouched("kind", mine.Kind is { } kind ? Codes.Of(kind) : null)
                ? theirs.Kind
                : mine.Kind,
            ThemeCode = Mine("theme_code", mine.ThemeCode, theirs.ThemeCode),
            ProposedLead = Mine("lead_code", mine.ProposedLead, theirs.LeadCode),
        };

        string? Mine(string field, string? sent, string? stored) =>
            since.IsUntouched(field, sent) ? stored : sent;
    }

    public static Conflicts Beside(RecommendationEntry entry, Recommendation item) =>
        new Conflicts()
            .Beside("title_fr", entry.Title.Fr, item.TitleFr)
            .Beside("title_en", entry.Title.En, item.TitleEn)
            .Beside("text_fr", entry.Text.Fr, item.TextFr)
            .Beside("text_en", entry.Text.En, item.TextEn)
            .Beside("source_quote", entry.SourceQuote, item.SourceQuote)
            .Beside("kind", entry.Kind is { } kind ? Codes.Of(kind) : null, Codes.Of(item.Kind))
            .Beside("theme_code", entry.ThemeCode, item.ThemeCode)
            .Beside(
                "lead_code",
                item.Publication == Publication.Draft ? entry.ProposedLead : item.LeadCode,
                item.LeadCode
            )
            .Beside(
                "place",
                entry.Places,
                item.Places.Where(p => p.To is null).Select(p => p.PlaceCode)
            )
            .Beside(
                "framework_entry",
                entry.FrameworkEntries,
                item.FrameworkEntries.Where(e => e.To is null).Select(e => e.EntryCode)
            );
}
