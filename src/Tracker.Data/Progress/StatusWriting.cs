using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Verification;

namespace Tracker.Data.Progress;

/// <summary>
/// One move along status_transitions.csv, judged and written: the same from the status form, the list, the queue of
/// the verifiers and the form of an update.
/// </summary>
internal static class StatusWriting
{
    /// <summary>Whether the move may be made, with what it takes; changes nothing.</summary>
    public static async Task<Judgement> JudgeAsync(
        Write write,
        Recommendation item,
        StatusChange change,
        CancellationToken cancellation
    )
    {
        var facts = await FreshFacts.OfAsync(write.Context, item, cancellation);
        var move = StatusTransitions.For(write.Actor, facts).FirstOrDefault(m => m.To == change.To);
        if (move is null)
        {
            return new Judgement(NotOffered(write.Actor, facts, change.To));
        }
        var evidence = move.Asks(Requirement.Evidence)
            ? await write.Context.Evidence.CountAsync(
                e => e.RecommendationId == item.Id && !e.Replaced && e.WithdrawnBecause == null,
                cancellation
            )
            : 0;
        var faults = StatusChangeRules
            .Check(
                change,
                move,
                new ChangeContext(item.Workshop!.EndsOn, write.Today, item.DueDate, evidence)
            )
            .ToList();
        var (other, fault) = await ReplacementAsync(write, item, change, cancellation);
        if (fault is not null)
        {
            faults.Add(fault);
        }
        return faults.Count > 0
            ? new Judgement(new Outcome.Invalid(faults))
            : new Judgement(null) { Move = move, ReplacedBy = other };
    }

    /// <summary>Writes a judged move, all but the text of the update it may come with.</summary>
    public static void Apply(
        Write write,
        Recommendation item,
        StatusChange change,
        Judgement judgement
    )
    {
        var move = judgement.Move!;
        var (before, since) = (item.Status, item.StatusSince);
        item.MoveTo(change.To, write.Today);
        item.StatusReason = Typed.Of(ReasonOf(change, move));
        item.ReviewDate = move.Asks(Requirement.ReviewDate) ? change.ReviewDate : null;
        item.ReturnedOn = null;
        item.ReplacedBy = judgement.ReplacedBy;
        item.ReplacedById = judgement.ReplacedBy?.Id;
        item.ClosureOutcome = change.To == ImplementationStatus.Verified ? change.Outcome : null;
        item.Percent = change.Percent ?? item.Percent;
        item.ChangedAt = write.Now;
        if (move.Asks(Requirement.DueDate))
        {
            item.DueDate = change.DueDate;
            item.Frequency = null;
            write.Because("recommendation", item.Code, change.Reason);
        }
        if (move.Asks(Requirement.Summary))
        {
            item.Summary = Typed.Of(change.Summary)!;
            item.CompletedOn = change.CompletionDate;
        }
        if (move.OnBehalfOfLead)
        {
            write.SpeakFor(item.LeadCode!, item.Code);
        }
        if (Examined(write.Actor, before, change, move) is { } result)
        {
            Record(write, item, result, since);
        }
    }

    private static void Record(
        Write write,
        Recommendation item,
        VerificationResult result,
        DateOnly declaredOn
    )
    {
        item.ReturnedOn = result == VerificationResult.Returned ? write.Today : null;
        write.Context.Add(
            new VerificationRow
            {
                RecommendationId = item.Id,
                Recommendation = item,
                Result = result,
                Note = item.StatusReason!,
                DeclaredOn = declaredOn,
                VerifierId = write.Actor.Id,
                OrganisationCode = write.Actor.Organisations[0],
                At = write.Now,
            }
        );
    }

    /// <summary>What takes the place of a recommendation that is no longer applicable: another one that the actor sees.</summary>
    private static async Task<(Recommendation? Other, FieldFault? Fault)> ReplacementAsync(
        Write write,
        Recommendation item,
        StatusChange change,
        CancellationToken cancellation
    )
    {
        if (
            change.To != ImplementationStatus.NoLongerApplicable
            || change.ReplacedBy is not { } code
        )
        {
            return (null, null);
        }
        if (code == item.Code)
        {
            return (null, new(nameof(change.ReplacedBy), Fault.NotItself, code));
        }
        var other = await write
            .Context.Recommendations.VisibleTo(write.Actor)
            .SingleOrDefaultAsync(r => r.Code == code, cancellation);
        return other is null
            ? (null, new(nameof(change.ReplacedBy), Fault.Unknown, code))
            : (other, null);
    }

    /// <summary>What the writer means against what is stored, for what has changed under them.</summary>
    public static Conflicts Beside(StatusChange change, Recommendation item) =>
        new Conflicts()
            .Beside("status", Codes.Of(change.To), Codes.Of(item.Status))
            .Beside("percent", Spell(change.Percent ?? item.Percent), Spell(item.Percent))
            .Beside("due_date", change.DueDate ?? item.DueDate, item.DueDate)
            .Beside("review_date", change.ReviewDate ?? item.ReviewDate, item.ReviewDate);

    public static string? Spell(int? percent) => percent?.ToString(CultureInfo.InvariantCulture);

    private static Outcome NotOffered(
        Actor actor,
        RecommendationFacts facts,
        ImplementationStatus to
    )
    {
        if (
            to == ImplementationStatus.Verified
            && facts.Status == ImplementationStatus.Implemented
            && AccessRules.ToVerify(actor, facts) is { } refusal
        )
        {
            return new Outcome.Refused(refusal);
        }
        return Outcome.At(nameof(StatusChange.To), Fault.NotOffered, Codes.Of(to));
    }

    /// <summary>A declaration was looked at: held good, or sent back by the verifier. The lead taking it back is no examination.</summary>
    private static VerificationResult? Examined(
        Actor actor,
        ImplementationStatus before,
        StatusChange change,
        OfferedMove move
    ) =>
        before != ImplementationStatus.Implemented ? null
        : change.To == ImplementationStatus.Verified ? VerificationResult.Verified
        : actor.Role == Role.IomCoordinator && !move.OnBehalfOfLead ? VerificationResult.Returned
        : null;

    /// <summary>What the move asked for: a form may send the field it did not ask for, empty or not.</summary>
    private static string? ReasonOf(StatusChange change, OfferedMove move) =>
        move.Asks(Requirement.Reason) ? change.Reason
        : move.Asks(Requirement.Comment) ? change.Comment
        : move.Asks(Requirement.VerificationNote) ? change.VerificationNote
        : null;
}

/// <summary>What a move was found to be: offered with what it asks for, or how it ends instead.</summary>
/// <param name="End">Null where it may be made.</param>
internal sealed record Judgement(Outcome? End)
{
    public OfferedMove? Move { get; init; }
    public Recommendation? ReplacedBy { get; init; }
}
