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
            (write, item, token) => ChangeAsync(write, item, version, change, language, token),
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
            (write, item, token) =>
                ChangeAsync(write, item, versions[item.Code], change, language, token),
            cancellation
        );
    }

    internal static async Task<Outcome> ChangeAsync(
        Write write,
        Recommendation item,
        long version,
        StatusChange change,
        Language language,
        CancellationToken cancellation
    )
    {
        FieldConflict? same = null;
        if (item.Version != version)
        {
            var since = await ChangesSince.ReadAsync(write, item, version, cancellation);
            if (since.IsUntouched("percent", StatusWriting.Spell(change.Percent)))
            {
                change = change with { Percent = null };
            }
            var beside = StatusWriting.Beside(change, item);
            since.TakenForGranted(beside, "lead_code", item.LeadCode);
            if (since.Among(beside, item.Version) is { } conflict)
            {
                return conflict;
            }
            if (change.To == item.Status)
            {
                var status = Codes.Of(item.Status);
                same = new("status", status, status, since.BaseOf("status"));
            }
        }
        var judgement = await StatusWriting.JudgeAsync(write, item, change, cancellation);
        if (judgement.Move is not { } move)
        {
            // Somebody else has made this very move meanwhile: that is news, not a fault of the writer.
            return same is null ? judgement.End! : new Outcome.Conflict(item.Version, [same]);
        }
        var before = item.Status;
        StatusWriting.Apply(write, item, change, judgement);
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
                    Period = Quarter.Of(write.Today).ToString(),
                    Text = Typed.Of(change.UpdateText)!,
                    Language = language,
                    StatusBefore = before,
                    StatusAfter = item.Status,
                    Percent = change.Percent,
                }
            );
        }
        return new Outcome.Done(item.Code);
    }
}
