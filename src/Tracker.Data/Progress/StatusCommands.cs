using System.Globalization;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Progress;

/// <summary>Moving a recommendation along status_transitions.csv.</summary>
public sealed class StatusCommands
{
    private readonly Store _store;

    internal StatusCommands(Store store) => _store = store;

    /// <summary>
    /// Makes a move, with what the move asks for. The text of an update is kept as a progress update of the lead, also
    /// where a coordinator writes it down for the lead.
    /// </summary>
    public Task<Outcome> ChangeAsync(
        Actor actor,
        string code,
        long version,
        StatusChange change,
        Language language,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.ChangeStatus,
            code,
            (write, item, _) => Task.FromResult(Change(write, item, version, change, language)),
            cancellation
        );

    /// <summary>The same move with the same words for many; a row that does not offer the move is left, and said.</summary>
    public Task<SeveralOutcome> ChangeSeveralAsync(
        Actor actor,
        IReadOnlyList<ChosenRow> rows,
        StatusChange change,
        Language language,
        CancellationToken cancellation = default
    )
    {
        var versions = rows.ToVersions();
        return _store.ChangeSeveralAsync(
            actor,
            Deed.ChangeStatus,
            versions.Keys,
            (write, item, _) =>
                Task.FromResult(Change(write, item, versions[item.Code], change, language)),
            cancellation
        );
    }

    private static Outcome Change(
        Write write,
        Recommendation item,
        long version,
        StatusChange change,
        Language language
    )
    {
        if (item.Version != version)
        {
            return Beside(change, item);
        }
        var move = StatusTransitions
            .For(write.Actor, item.Facts)
            .FirstOrDefault(m => m.To == change.To);
        if (move is null)
        {
            return Outcome.At(nameof(change.To), Fault.NotOffered, Codes.Of(change.To));
        }
        var faults = StatusChangeRules.Check(
            change,
            move,
            new ChangeContext(item.Workshop!.EndsOn, write.Today, item.DueDate)
        );
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        Apply(write, item, change, move, language);
        return new Outcome.Done(item.Code);
    }

    private static void Apply(
        Write write,
        Recommendation item,
        StatusChange change,
        OfferedMove move,
        Language language
    )
    {
        var before = item.Status;
        item.MoveTo(change.To, write.Today);
        item.StatusReason = ReasonOf(change, move)?.Trim();
        item.ReviewDate = move.Asks(Requirement.ReviewDate) ? change.ReviewDate : null;
        if (move.Asks(Requirement.DueDate))
        {
            item.DueDate = change.DueDate;
            write.Because("recommendation", item.Code, change.Reason);
        }
        item.Percent = change.Percent ?? item.Percent;
        item.ChangedAt = write.Now;
        if (move.OnBehalfOfLead)
        {
            write.SpeakFor(item.LeadCode!, item.Code);
        }
        if (move.Asks(Requirement.UpdateText))
        {
            item.LastUpdateOn = write.Today;
            write.Context.Add(
                new ProgressUpdate
                {
                    RecommendationId = item.Id,
                    Recommendation = item,
                    AuthorId = write.Actor.Id,
                    OrganisationCode = item.LeadCode!,
                    OnBehalf = move.OnBehalfOfLead,
                    At = write.Now,
                    Text = change.UpdateText!.Trim(),
                    Language = language,
                    StatusBefore = before,
                    StatusAfter = item.Status,
                    Percent = change.Percent,
                }
            );
        }
    }

    /// <summary>What the move asked for: a form may send the field it did not ask for, empty or not.</summary>
    private static string? ReasonOf(StatusChange change, OfferedMove move) =>
        move.Asks(Requirement.Reason) ? change.Reason
        : move.Asks(Requirement.Comment) ? change.Comment
        : null;

    private static Outcome.Conflict Beside(StatusChange change, Recommendation item) =>
        new Conflicts()
            .Beside("status", Codes.Of(change.To), Codes.Of(item.Status))
            .Beside("percent", Spell(change.Percent ?? item.Percent), Spell(item.Percent))
            .Beside("due_date", change.DueDate ?? item.DueDate, item.DueDate)
            .Beside("review_date", change.ReviewDate ?? item.ReviewDate, item.ReviewDate)
            .At(item.Version);

    private static string? Spell(int? percent) => percent?.ToString(CultureInfo.InvariantCulture);
}
