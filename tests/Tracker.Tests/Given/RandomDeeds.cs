using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Milestones;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Evidence;
using Tracker.Data.Milestones;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>People at work: random deeds on a few recommendations, some of them refused, over some days.</summary>
internal sealed class RandomDeeds(TestTracker tracker, Random random)
{
    public static string[] Codes { get; } = ["KAY-2020-01", "KAY-2020-05", "KAY-2020-10"];

    /// <summary>What closes for good is rare: little else could happen after it.</summary>
    private static readonly ImplementationStatus[] Towards =
    [
        ImplementationStatus.NotStarted,
        ImplementationStatus.InProgress,
        ImplementationStatus.InProgress,
        ImplementationStatus.InProgress,
        ImplementationStatus.Implemented,
        ImplementationStatus.Implemented,
        ImplementationStatus.Verified,
        ImplementationStatus.Deferred,
        ImplementationStatus.NoLongerApplicable,
    ];

    private static readonly string?[] Leads = ["MEFP", "DGME", "MEF", "MEFP", "MEF", null];

    private Actor[] _people = [];
    private (Actor Actor, string Code)? _last;
    private int _milestones;

    /// <summary>How many ended how.</summary>
    public Dictionary<string, int> Ended { get; } = [];

    /// <summary>How many of each kind took effect.</summary>
    public Dictionary<string, int> DoneOf { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task RunAsync(int count)
    {
        _people =
        [
            await tracker.CoordinatorAsync(),
            await tracker.PersonAsync(Role.Admin, "PRIM"),
            await tracker.FocalPointAsync("MEFP"),
            await tracker.FocalPointAsync("MEF"),
            await tracker.FocalPointAsync("ANPE"),
        ];
        for (var i = 0; i < count; i++)
        {
            // The coordinator may do most of it: half the deeds, so that not all is refused.
            var actor = _people[Math.Max(0, random.Next(-4, _people.Length))];
            var code = Codes[random.Next(Codes.Length)];
            if (_last is not { } last || random.Next(4) > 0)
            {
                tracker.ItIsNow(tracker.Clock.Today.AddDays(random.Next(3)));
                Note(await DoAsync(actor, code), "deed");
                _last = (actor, code);
                continue;
            }
            // What was just done is taken back, on the same day and within the minutes there are for it.
            Note(
                await tracker.Of<UndoCommands>().UndoAsync(last.Actor, last.Code, Cancellation),
                "undo"
            );
            _last = null;
        }
    }

    private async Task<Outcome> DoAsync(Actor actor, string code) =>
        random.Next(14) switch
        {
            0 or 1 => await tracker.AssignAsync(
                actor,
                code,
                Leads[random.Next(Leads.Length)],
                random.Next(2) == 0 ? ["ANPE"] : ["ANPE", "APEJ"]
            ),
            2 => await tracker.DueAsync(actor, code, Soon(), "Budget"),
            3 => await tracker.CorrectAsync(actor, code, Entry(code)),
            4 => Note(await tracker.AnswerAsync(actor, code, Answer(), "Volet social"), "answer"),
            5 => Note(await AttachAsync(actor, code), "evidence"),
            6 or 7 => Note(await PostAsync(actor, code), "update"),
            8 => Note(await SetMilestoneAsync(actor, code), "milestone"),
            9 => Note(await ServeAsync(actor, code), "link of a milestone"),
            _ => Note(await ChangeAsync(actor, code), "status"),
        };

    private Task<Outcome> ChangeAsync(Actor actor, string code) =>
        tracker.ChangeAsync(actor, code, Change());

    private Task<Outcome> PostAsync(Actor actor, string code) =>
        tracker.PostAsync(
            actor,
            code,
            new UpdateEntry
            {
                Text = "Réunion tenue",
                Percent = random.Next(2) == 0 ? null : random.Next(101),
                Status = random.Next(2) == 0 ? null : Change(),
            }
        );

    private Task<Outcome> AttachAsync(Actor actor, string code) =>
        tracker
            .Of<EvidenceCommands>()
            .AttachLinkAsync(
                actor,
                code,
                new EvidenceEntry
                {
                    Kind = EvidenceKind.Report,
                    Title = "Rapport publié",
                    Link = "https://exemple.example/rapport",
                },
                replaces: null,
                Guid.CreateVersion7(),
                Cancellation
            );

    private Task<Outcome> SetMilestoneAsync(Actor actor, string code) =>
        tracker
            .Of<MilestoneCommands>()
            .AddAsync(
                actor,
                code,
                new MilestoneEntry($"Étape {random.Next()} {++_milestones}", Soon())
                {
                    Serves = Others(code),
                },
                Language.Fr,
                Guid.CreateVersion7(),
                Cancellation
            );

    private async Task<Outcome> ServeAsync(Actor actor, string code)
    {
        await using var context = tracker.Of<Contexts>().Open();
        var found = await context
            .Milestones.AsNoTracking()
            .Where(m => m.Recommendation!.Code == code)
            .OrderBy(m => m.Title)
            .FirstOrDefaultAsync(Cancellation);
        return await tracker
            .Of<MilestoneCommands>()
            .ServeAsync(
                actor,
                code,
                found?.Id ?? Guid.Empty,
                found?.Version ?? 0,
                Others(code),
                Cancellation
            );
    }

    private Outcome Note(Outcome outcome, string deed)
    {
        if (deed is "deed" or "undo")
        {
            var end = outcome.GetType().Name;
            Ended[end] = Ended.GetValueOrDefault(end) + 1;
        }
        if (outcome is Outcome.Done)
        {
            DoneOf[deed] = DoneOf.GetValueOrDefault(deed) + 1;
        }
        return outcome;
    }

    private StatusChange Change() =>
        new()
        {
            To = Towards[random.Next(Towards.Length)],
            UpdateText = "Avancé",
            Reason = "Budget",
            Comment = "À revoir",
            ReviewDate = Soon(),
            DueDate = Soon(),
            Summary = "Dispositif en service",
            CompletionDate = tracker.Clock.Today,
            VerificationNote = "Rapport lu",
            Outcome = ClosureOutcome.FullyImplemented,
            Percent = random.Next(3) == 0 ? null : random.Next(101),
        };

    private RecommendationEntry Entry(string code) =>
        Entries.Recommendation(code, $"Titre {random.Next(3)}") with
        {
            ThemeCode = random.Next(2) == 0 ? "GOV" : "DIA",
            Places = random.Next(2) == 0 ? ["ML-1"] : ["ML-1", "ML-4"],
            FrameworkEntries = random.Next(2) == 0 ? ["GCM-16"] : ["GCM-20", "SDG-8.b"],
        };

    private Acceptance Answer() =>
        // A refusal blocks all work: few of them.
        random.Next(8) == 0
            ? Acceptance.NotAccepted
            : (Acceptance)random.Next(3);

    private string[] Others(string code) =>
        [.. Codes.Where(other => other != code && random.Next(2) == 0)];

    private DateOnly Soon() => tracker.Clock.Today.AddDays(random.Next(1, 200));
}
