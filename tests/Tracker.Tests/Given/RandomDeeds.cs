using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;

namespace Tracker.Tests.Given;

/// <summary>People at work: random deeds on a few recommendations, some of them refused, over some days.</summary>
internal sealed class RandomDeeds(TestTracker tracker, Random random)
{
    private static readonly string[] Codes = ["KAY-2020-01", "KAY-2020-05", "KAY-2020-10"];
    private static readonly string?[] Leads = ["MEFP", "DGME", "MEF", null];

    /// <summary>How many ended how.</summary>
    public Dictionary<string, int> Ended { get; } = [];

    public async Task RunAsync(int count)
    {
        Actor[] people =
        [
            await tracker.CoordinatorAsync(),
            await tracker.PersonAsync(Role.Admin, "PRIM"),
            await tracker.FocalPointAsync("MEFP"),
            await tracker.FocalPointAsync("MEF"),
        ];
        for (var i = 0; i < count; i++)
        {
            tracker.ItIsNow(tracker.Clock.Today.AddDays(random.Next(3)));
            var outcome = await DoAsync(people[random.Next(people.Length)]);
            var end = outcome.GetType().Name;
            Ended[end] = Ended.GetValueOrDefault(end) + 1;
        }
    }

    private Task<Outcome> DoAsync(Actor actor)
    {
        var code = Codes[random.Next(Codes.Length)];
        return random.Next(6) switch
        {
            0 => tracker.AssignAsync(actor, code, Leads[random.Next(Leads.Length)], "ANPE"),
            1 => tracker.DueAsync(actor, code, Soon(), "Budget"),
            2 => tracker.CorrectAsync(actor, code, Entry(code)),
            _ => tracker.ChangeAsync(actor, code, Change()),
        };
    }

    private StatusChange Change() =>
        new()
        {
            To = (ImplementationStatus)random.Next(6),
            UpdateText = "Avancé",
            Reason = "Budget",
            Comment = "À revoir",
            ReviewDate = Soon(),
            DueDate = Soon(),
            Percent = random.Next(3) == 0 ? null : random.Next(101),
        };

    private RecommendationEntry Entry(string code) =>
        Entries.Recommendation(code, $"Titre {random.Next(3)}") with
        {
            ThemeCode = random.Next(2) == 0 ? "GOV" : "DIA",
            FrameworkEntries = random.Next(2) == 0 ? ["GCM-16"] : ["GCM-20", "SDG-8.b"],
        };

    private DateOnly Soon() => tracker.Clock.Today.AddDays(random.Next(1, 200));
}
