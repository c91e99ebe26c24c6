using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Tests.Documents;

/// <summary>Rows, covers and words for tests of exports.</summary>
internal static class Exported
{
    public static ExportRow Row(string code = "KAY-2020-01") =>
        new()
        {
            Code = code,
            WorkshopCode = "KAY-2020",
            Workshop = new("Atelier de Kayes", "Kayes workshop"),
            WorkshopEnd = new(2020, 12, 18),
            Kind = RecommendationKind.Explicit,
            Title = new("Renforcer la prévention", "Step up prevention"),
            Text = new("Intensifier les actions.", "Intensify action."),
            ThemeCode = "PRV",
            Theme = new("Prévention", "Prevention"),
            LeadCode = "MMEIA",
            Lead = new("Ministère", "Ministry"),
            LeadStanding = LeadStanding.Proposed,
            Supporting = ["CIGEM", "DGME"],
            Places = ["ML", "SC-DIASPORA"],
            FrameworkEntries = ["GCM-02", "SDG-10.7"],
            Acceptance = Acceptance.PartiallyAccepted,
            Status = ImplementationStatus.InProgress,
            StatusSince = new(2021, 2, 1),
            Percent = 50,
            DueDate = new(2021, 12, 31),
            LastUpdateOn = new(2021, 3, 4),
            PublishedOn = new(2021, 1, 15),
            Flags = Flags.Overdue | Flags.Stale,
            ChangedAt = new(2021, 3, 4, 13, 53, 0, DateTimeKind.Utc),
        };

    public static ExportCover Cover(Language language = Language.Fr) =>
        new(
            language,
            ["État : en cours", "=Texte qui commence par un signe égal"],
            new("https://tracker.example/recommendations?status=in_progress&q=a%20b"),
            "https://tracker.example/recommendations/",
            new(2022, 1, 31),
            new(2022, 2, 1, 8, 30, 0),
            [KeyValuePair.Create("Recommandations", 2), KeyValuePair.Create("En retard", 1)]
        );

    public static string Word(string key, Language language) =>
        $"{key} {(language == Language.Fr ? "(fr)" : "(en)")}";

    public static async IAsyncEnumerable<ExportRow> Rows(params IEnumerable<ExportRow> rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    /// <summary>Texts that spreadsheet formats and programs like to change.</summary>
    public static IEnumerable<string> HostileTexts() =>
        [
            "=1+1",
            "=HYPERLINK(\"http://x.example\",\"y\")",
            "+1",
            "+223 20 22 00 00",
            "-2",
            "-- tiret",
            "@somme",
            "\tindenté",
            "\nligne",
            "'q",
            "'=x",
            "''",
            "_x0041_",
            "a_x000D_b",
            "_x005F_x0041_",
            "_X0041_ _x004_ _xGGGG_ __",
            "a\u0001b\u001Fc",
            "<b>&amp;</b> \"guillemets\" ]]>",
            "  blancs  ",
            "deux\nlignes\n",
            "\U0001F600 et \u00E9 et e\u0301",
            "1e5",
            "TRUE",
            "31/12/2021",
            "10-7",
            "\u00A0insécable\u00A0",
            "a;b,c",
        ];
}
