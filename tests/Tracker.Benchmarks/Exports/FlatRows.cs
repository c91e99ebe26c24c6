using System.Globalization;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Benchmarks.Exports;

/// <summary>Rows such as a programme has: texts of 350 characters, codes, days. The same for every run.</summary>
internal static class FlatRows
{
    private static readonly string[] Vocabulary =
    [
        .. (
            "le la les des pour avec dans sur une aux migrants retour diaspora accueil protection formation région cercle"
            + " commune ministère données suivi réintégration emploi jeunes femmes frontières santé COVID-19 comité atelier"
            + " l’appui d’ici « guichet » R&D <pilote> éviter économie élaborer ouvrir renforcer établir coordination"
        ).Split(' '),
    ];

    public static IReadOnlyList<ExportRow> Some(int count)
    {
        var random = new Random(20);
        return [.. Enumerable.Range(1, count).Select(number => Row(number, random))];
    }

    /// <summary>The rows over and over, until so many have come.</summary>
    public static async IAsyncEnumerable<ExportRow> Repeated(
        IReadOnlyList<ExportRow> rows,
        int count
    )
    {
        await Task.CompletedTask;
        for (var at = 0; at < count; at++)
        {
            yield return rows[at % rows.Count];
        }
    }

    private static ExportRow Row(int number, Random random)
    {
        var day = new DateOnly(2016, 1, 1).AddDays(random.Next(3_600));
        return new ExportRow
        {
            Code = string.Create(
                CultureInfo.InvariantCulture,
                $"EX{number:0000}-2020-{number % 40:00}"
            ),
            WorkshopCode = string.Create(CultureInfo.InvariantCulture, $"EX{number:0000}-2020"),
            Workshop = new("Atelier d’exemple", "Sample workshop"),
            WorkshopEnd = day,
            Kind = number % 3 == 0 ? RecommendationKind.Derived : RecommendationKind.Explicit,
            Title = new(Text(random, 70), null),
            Text = new(Text(random, 350), null),
            ThemeCode = "DIA",
            Theme = new("Diaspora", "Diaspora"),
            LeadCode = number % 9 == 0 ? null : "MMEIA",
            Lead = new("Ministère", "Ministry"),
            LeadStanding = LeadStanding.Proposed,
            Supporting = ["CIGEM", "DGME"],
            Places = ["ML-1"],
            FrameworkEntries = ["GCM-02"],
            Acceptance = (Acceptance)(number % 4),
            Status = (ImplementationStatus)(number % 6),
            StatusSince = day.AddDays(30),
            Percent = number % 5 == 0 ? null : random.Next(101),
            DueDate = number % 4 == 0 ? null : day.AddDays(400),
            Flags = number % 2 == 0 ? Flags.Overdue : Flags.None,
            ChangedAt = day.ToDateTime(new TimeOnly(13, 53), DateTimeKind.Utc),
        };
    }

    private static string Text(Random random, int length)
    {
        var text = new System.Text.StringBuilder(length + 16);
        while (text.Length < length)
        {
            text.Append(Vocabulary[random.Next(Vocabulary.Length)]).Append(' ');
        }
        return text.ToString(0, text.Length - 1);
    }
}
