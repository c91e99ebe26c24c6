using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;

namespace Tracker.Tests.Given;

/// <summary>Entries that break no rule; a test changes what it is about.</summary>
internal static class Entries
{
    public static RecommendationEntry Recommendation(
        string code = "KAY-2020-17",
        string titleFr = "Ouvrir un guichet unique pour les familles"
    ) =>
        new()
        {
            WorkshopCode = "KAY-2020",
            Code = code,
            Kind = RecommendationKind.Explicit,
            Title = new Bilingual(titleFr, "Open a one-stop desk for families"),
            Text = new Bilingual("Réunir les services en un seul lieu.", null),
            ThemeCode = "GOV",
            ProposedLead = "DGME",
            Places = ["ML-1"],
            FrameworkEntries = ["GCM-16"],
        };

    public static WorkshopEntry Workshop(string code = "SEG-2021") =>
        new()
        {
            Code = code,
            Name = new Bilingual("Atelier régional de Ségou", null),
            Type = EventType.Workshop,
            StartsOn = new DateOnly(2021, 1, 4),
            EndsOn = new DateOnly(2021, 1, 6),
            Venue = "Ségou",
            Place = "ML-4",
            Organisers = ["OIM-ML"],
            Funders = ["IDF"],
        };
}
