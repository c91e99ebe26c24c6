using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;

namespace Tracker.Benchmarks.Drills;

/// <summary>One save that somebody is about to make.</summary>
/// <param name="Field">As a conflict names it.</param>
/// <param name="Value">As a conflict spells it.</param>
internal sealed record Edit(string Field, string Value, Func<Task<Outcome>> SaveAsync)
{
    public override string ToString() => $"{Field} {Value}";
}

/// <summary>Saves of each field, all on the version that was read.</summary>
internal sealed class RaceEdits(IServiceProvider services, Actor coordinator, Actor lead, int seed)
{
    public const string Supporting = "supporting_organisation";

    /// <summary>An update: another's never stands in its way.</summary>
    public const string Text = "text";

    public const string Status = "status";

    /// <summary>Of two who put it off until different days.</summary>
    public const string Review = "review_date";
    private const string Due = "due_date";
    private const string Percent = "percent";
    private const string Answer = "answer_reason";

    private static readonly string[] Partners = ["ANPE", "APEJ", "FAFPA", "ONEF", "MJS"];

    private readonly Random random = new(seed + 1);
    private int made;

    public static IReadOnlyList<string> Fields { get; } =
    [Due, Status, Review, Percent, Supporting, Answer];

    /// <summary>What is stored of the field that an edit means.</summary>
    public static string? Stored(RecommendationRecord record, Edit edit) =>
        edit.Field switch
        {
            Due => Spell(record.DueDate),
            Review => Spell(record.ReviewDate),
            Status => Codes.Of(record.Status),
            Percent => record.Percent?.ToString(CultureInfo.InvariantCulture),
            Supporting => Join(record.Supporting.Select(s => s.Code)),
            Answer => record.AnswerReason,
            _ => record.Updates.FirstOrDefault(u => u.Text == edit.Value)?.Text,
        };

    /// <summary>Accepted, and put off where the status shall move, else at work: every edit is then allowed.</summary>
    public async Task TidyAsync(RecommendationRecord now, bool putOff, CancellationToken stop)
    {
        if (now.Acceptance != Acceptance.Accepted)
        {
            Expect(await AnswerAsync(coordinator, now.Version, Acceptance.Accepted, null));
            now = await ReadAsync(stop);
        }
        var wanted = putOff ? ImplementationStatus.Deferred : ImplementationStatus.InProgress;
        if (now.Status != ImplementationStatus.InProgress && now.Status != wanted)
        {
            Expect(await MoveAsync(coordinator, now.Version, ImplementationStatus.InProgress));
            now = await ReadAsync(stop);
        }
        if (now.Status != wanted)
        {
            Expect(await DeferAsync(coordinator, now.Version, Day(null, now.ReviewDate)));
        }
    }

    /// <param name="beside">The other's edit, which must mean something else.</param>
    public Edit Make(string field, RecommendationRecord read, Edit? beside = null)
    {
        var actor = random.Next(2) == 0 ? coordinator : lead;
        var taken = beside?.Field == field ? beside.Value : null;
        var version = read.Version;
        var number = ++made;
        return field switch
        {
            Due => OfDay(field, Day(taken, read.DueDate), day => DueAsync(actor, version, day)),
            Review => OfDay(
                field,
                Day(taken, read.ReviewDate),
                day => DeferAsync(actor, version, day)
            ),
            Status => taken is null
                ? OfMove(actor, version, ImplementationStatus.InProgress)
                : OfMove(actor, version, ImplementationStatus.NotStarted),
            Percent => OfPercent(actor, version, Number(taken, read.Percent)),
            Supporting => OfPartners(read, taken),
            Answer => new Edit(
                field,
                $"Volet {number}",
                () => AnswerAsync(actor, version, Acceptance.PartiallyAccepted, $"Volet {number}")
            ),
            _ => new Edit(
                field,
                $"Nouvelle {number}",
                () => PostAsync(actor, version, new() { Text = $"Nouvelle {number}" })
            ),
        };
    }

    private static Edit OfDay(string field, DateOnly day, Func<DateOnly, Task<Outcome>> save) =>
        new(field, Spell(day)!, () => save(day));

    private Edit OfMove(Actor actor, long version, ImplementationStatus to) =>
        new(Status, Codes.Of(to), () => MoveAsync(actor, version, to));

    private Edit OfPercent(Actor actor, long version, int percent)
    {
        var text = $"Avancée {made}";
        return new(
            Percent,
            percent.ToString(CultureInfo.InvariantCulture),
            () => PostAsync(actor, version, new() { Text = text, Percent = percent })
        );
    }

    private Edit OfPartners(RecommendationRecord read, string? taken)
    {
        string partners;
        do
        {
            partners = Join(Partners.Where(_ => random.Next(2) == 0));
        } while (partners == taken || partners == Join(read.Supporting.Select(s => s.Code)));
        return new(
            Supporting,
            partners,
            () =>
                services
                    .GetRequiredService<OwnerCommands>()
                    .AssignAsync(
                        coordinator,
                        RaceDrill.Code,
                        read.Version,
                        new OwnerChange(
                            read.Lead!.Code,
                            partners.Split("; ", StringSplitOptions.RemoveEmptyEntries)
                        )
                    )
        );
    }

    private Task<Outcome> DueAsync(Actor actor, long version, DateOnly day) =>
        services
            .GetRequiredService<OwnerCommands>()
            .SetDueDateAsync(actor, RaceDrill.Code, version, day, "Calendrier revu");

    private Task<Outcome> DeferAsync(Actor actor, long version, DateOnly review) =>
        ChangeAsync(
            actor,
            version,
            new StatusChange
            {
                To = ImplementationStatus.Deferred,
                Reason = "Budget gelé",
                ReviewDate = review,
            }
        );

    /// <summary>Takes up again what was put off, or puts it back to its beginning.</summary>
    private Task<Outcome> MoveAsync(Actor actor, long version, ImplementationStatus to) =>
        ChangeAsync(
            actor,
            version,
            new StatusChange
            {
                To = to,
                UpdateText = "Reprise du travail",
                Reason = "Calendrier revu",
                DueDate = to == ImplementationStatus.NotStarted ? Day(null, null) : null,
            }
        );

    private Task<Outcome> ChangeAsync(Actor actor, long version, StatusChange change) =>
        services
            .GetRequiredService<StatusCommands>()
            .ChangeAsync(actor, RaceDrill.Code, version, change, Language.Fr);

    private Task<Outcome> AnswerAsync(Actor actor, long version, Acceptance to, string? reason) =>
        services
            .GetRequiredService<AnswerCommands>()
            .AnswerAsync(actor, RaceDrill.Code, version, to, reason);

    private Task<Outcome> PostAsync(Actor actor, long version, UpdateEntry entry) =>
        services
            .GetRequiredService<UpdateCommands>()
            .PostAsync(actor, RaceDrill.Code, version, entry, Language.Fr, Guid.CreateVersion7());

    private async Task<RecommendationRecord> ReadAsync(CancellationToken stop) =>
        (
            await services
                .GetRequiredService<RecordQueries>()
                .FindAsync(Actor.Worker, RaceDrill.Code, stop)
        )!;

    private DateOnly Day(string? taken, DateOnly? now)
    {
        var first = services.GetRequiredService<ProgrammeClock>().Today.AddDays(1);
        DateOnly day;
        do
        {
            day = first.AddDays(random.Next(700));
        } while (Spell(day) == taken || day == now);
        return day;
    }

    private int Number(string? taken, int? now)
    {
        int number;
        do
        {
            number = random.Next(101);
        } while (number == now || number.ToString(CultureInfo.InvariantCulture) == taken);
        return number;
    }

    private static void Expect(Outcome outcome)
    {
        if (outcome is not Outcome.Done)
        {
            throw new InvalidOperationException($"Tidying up was answered {outcome}.");
        }
    }

    private static string? Spell(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> codes) =>
        string.Join("; ", codes.Order(StringComparer.Ordinal));
}
