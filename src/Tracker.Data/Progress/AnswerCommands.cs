using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Progress;

/// <summary>The lead's answer to a recommendation, on an axis of its own.</summary>
public sealed class AnswerCommands
{
    private readonly Store _store;

    internal AnswerCommands(Store store) => _store = store;

    /// <summary>
    /// Accepts, accepts in part or does not accept; by the lead, or by a coordinator who heard it from the lead. An answer
    /// confirms a lead that was only proposed. A coordinator reopens a refusal with a reason.
    /// </summary>
    /// <param name="reason">Which part, why not, or what is new; needed as the table says.</param>
    public Task<Outcome> AnswerAsync(
        Actor actor,
        string code,
        long version,
        Acceptance to,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.AnswerRecommendation,
            code,
            (write, item, token) => AnswerAsync(write, item, version, to, reason, token),
            cancellation
        );

    private static async Task<Outcome> AnswerAsync(
        Write write,
        Recommendation item,
        long version,
        Acceptance to,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (item.Version != version)
        {
            var since = await ChangesSince.ReadAsync(write, item, version, cancellation);
            var beside = new Conflicts()
                .Beside("acceptance", Codes.Of(to), Codes.Of(item.Acceptance))
                .Beside("answer_reason", reason?.Trim(), item.AnswerReason);
            // An answer is that of the lead it was given for.
            since.TakenForGranted(beside, "lead_code", item.LeadCode);
            if (since.Among(beside, item.Version) is { } conflict)
            {
                return conflict;
            }
        }
        var answer = AcceptanceTransitions
            .For(write.Actor, item.Facts)
            .FirstOrDefault(a => a.To == to);
        if (answer is null)
        {
            return Outcome.At("To", Fault.NotOffered, Codes.Of(to));
        }
        var faults = AcceptanceTransitions.Check(answer, reason);
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        item.Acceptance = to;
        item.AnswerReason = Typed.Of(reason);
        item.AnsweredOn = to == Acceptance.UnderConsideration ? null : write.Today;
        if (to != Acceptance.UnderConsideration)
        {
            item.LeadStanding = LeadStanding.Confirmed;
        }
        item.ChangedAt = write.Now;
        if (answer.OnBehalfOfLead)
        {
            write.SpeakFor(item.LeadCode!, item.Code);
        }
        return new Outcome.Done(item.Code);
    }
}
