using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Drafts;
using Tracker.Core.Progress;
using Tracker.Core.Words;
using Tracker.Data.Drafts;
using Tracker.Data.Lists;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Progress;

/// <summary>What focal points report: updates by the lead, contributions by those who support it. Append-only.</summary>
public sealed class UpdateCommands
{
    private readonly Store _store;

    internal UpdateCommands(Store store) => _store = store;

    /// <summary>
    /// Adds an update of the lead, with the change of status it may come with, or a contribution of a supporting
    /// organisation, which carries neither status nor percentage. The draft of the form goes in the same transaction.
    /// </summary>
    /// <param name="version">The version the form was opened on.</param>
    /// <param name="commandId">The id the form was given: posted again it takes effect once.</param>
    public Task<Outcome> PostAsync(
        Actor actor,
        string code,
        long version,
        UpdateEntry entry,
        Language language,
        Guid? commandId,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationOnceAsync(
            actor,
            Deed.PostUpdate,
            CommandStamp.Of(commandId, nameof(PostAsync), code, JsonSerializer.Serialize(entry)),
            code,
            (write, item) => DeedOf(write.Actor, item, entry),
            (write, item, token) => PostAsync(write, item, version, entry, language, token),
            cancellation
        );

    /// <summary>Who speaks decides what it is.</summary>
    private static Deed DeedOf(Actor actor, Recommendation item, UpdateEntry entry) =>
        KindOf(actor, item, entry) == UpdateKind.Contribution
            ? Deed.PostContribution
            : Deed.PostUpdate;

    private static UpdateKind KindOf(Actor actor, Recommendation item, UpdateEntry entry)
    {
        if (actor.Coordinates)
        {
            return entry.Organisation is null || entry.Organisation == item.LeadCode
                ? UpdateKind.Update
                : UpdateKind.Contribution;
        }
        return !actor.ActsFor(item.LeadCode) && item.Facts.Supporting.Any(actor.ActsFor)
            ? UpdateKind.Contribution
            : UpdateKind.Update;
    }

    private static async Task<Outcome> PostAsync(
        Write write,
        Recommendation item,
        long version,
        UpdateEntry entry,
        Language language,
        CancellationToken cancellation
    )
    {
        var kind = KindOf(write.Actor, item, entry);
        if (kind == UpdateKind.Contribution && (entry.Status ?? (object?)entry.Percent) is not null)
        {
            return new Outcome.Refused(Refusal.LeadOnly);
        }
        if (item.Version != version && kind == UpdateKind.Update)
        {
            var since = await ChangesSince.ReadAsync(write, item, version, cancellation);
            if (since.IsUntouched("percent", StatusWriting.Spell(entry.Percent)))
            {
                entry = entry with { Percent = null };
            }
            var beside = Beside(entry, item);
            since.TakenForGranted(beside, "lead_code", item.LeadCode);
            if (since.Among(beside, item.Version) is { } conflict)
            {
                return conflict;
            }
        }
        var faults = entry.Check(write.Today).ToList();
        var speaker = await SpeakerAsync(write, item, kind, entry, faults, cancellation);
        var change = entry.Status is null
            ? null
            : entry.Status with
            {
                UpdateText = entry.Text,
                Percent = entry.Percent,
            };
        var judgement = change is null
            ? null
            : await StatusWriting.JudgeAsync(write, item, change, cancellation);
        if (judgement?.End is Outcome.Invalid invalid)
        {
            var more = invalid.Faults.Select(InForm);
            faults.AddRange(more.Where(f => faults.All(known => known.Field != f.Field)));
        }
        else if (judgement?.End is { } end)
        {
            return end;
        }
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        var before = item.Status;
        if (judgement is not null)
        {
            StatusWriting.Apply(write, item, change!, judgement);
        }
        if (kind == UpdateKind.Update)
        {
            Hear(write, item, entry);
        }
        item.ChangedAt = write.Now;
        var own = write.Actor.ActsFor(speaker);
        if (!own)
        {
            write.SpeakFor(speaker!, item.Code);
        }
        write.Context.Add(
            new ProgressUpdate
            {
                RecommendationId = item.Id,
                Recommendation = item,
                Kind = kind,
                AuthorId = write.Actor.Id,
                OrganisationCode = speaker!,
                OnBehalf = !own,
                At = write.Now,
                Period = (entry.Period ?? Quarter.Of(write.Today)).ToString(),
                Text = Typed.Of(entry.Text) ?? "",
                Language = language,
                NothingNew = entry.NothingNew,
                NextStep = Typed.Of(entry.NextStep),
                BlockedBy = Typed.Of(entry.BlockedBy),
                BlockedByWhom = Typed.Of(entry.BlockedByWhom),
                StatusBefore = before,
                StatusAfter = item.Status,
                Percent = kind == UpdateKind.Update ? item.Percent : null,
                CorrectsId = entry.Corrects,
            }
        );
        await DraftWriting.ForgetAsync(write, DraftForms.Update(item.Code), cancellation);
        return new Outcome.Done(item.Code);
    }

    /// <summary>What the lead's word changes of the recommendation besides its status.</summary>
    private static void Hear(Write write, Recommendation item, UpdateEntry entry)
    {
        item.Percent = entry.Percent ?? item.Percent;
        item.LastUpdateOn = write.Today;
        item.ReturnedOn = null;
        if (!entry.NothingNew || Typed.Of(entry.BlockedBy) is not null)
        {
            // Where nothing is new, what blocked still does.
            item.BlockedBy = Typed.Of(entry.BlockedBy);
            item.BlockedByWhom = item.BlockedBy is null ? null : Typed.Of(entry.BlockedByWhom);
        }
    }

    /// <summary>The organisation that speaks; what names something unknown joins the faults.</summary>
    private static async Task<string?> SpeakerAsync(
        Write write,
        Recommendation item,
        UpdateKind kind,
        UpdateEntry entry,
        List<FieldFault> faults,
        CancellationToken cancellation
    )
    {
        var causes = write.Context.BlockerCauses.Where(c => !c.Retired).Select(c => c.Code);
        if (Typed.Of(entry.BlockedBy) is { } cause && !await causes.HoldAsync(cause, cancellation))
        {
            faults.Add(new(nameof(entry.BlockedBy), Fault.Unknown, cause));
        }
        if (
            entry.Corrects is { } corrected
            && !await write.Context.ProgressUpdates.AnyAsync(
                u =>
                    u.Id == corrected
                    && u.RecommendationId == item.Id
                    && u.Kind == kind
                    && !u.Withdrawn,
                cancellation
            )
        )
        {
            faults.Add(new(nameof(entry.Corrects), Fault.Unknown));
        }
        if (kind == UpdateKind.Update)
        {
            return item.LeadCode;
        }
        var supporting = item.Facts.Supporting;
        var speaker = write.Actor.Coordinates
            ? supporting.FirstOrDefault(o => o == entry.Organisation)
            : supporting.FirstOrDefault(write.Actor.ActsFor);
        if (speaker is null)
        {
            faults.Add(new(nameof(entry.Organisation), Fault.Unknown, entry.Organisation));
        }
        return speaker;
    }

    private static Conflicts Beside(UpdateEntry entry, Recommendation item) =>
        entry.Status is { } change
            ? StatusWriting.Beside(change with { Percent = entry.Percent }, item)
            : new Conflicts().Beside(
                "percent",
                StatusWriting.Spell(entry.Percent ?? item.Percent),
                StatusWriting.Spell(item.Percent)
            );

    /// <summary>The text of the move is the text of the update, and is missed at one field.</summary>
    private static FieldFault InForm(FieldFault fault) =>
        fault.Field == nameof(StatusChange.UpdateText)
            ? fault with
            {
                Field = nameof(UpdateEntry.Text),
            }
            : fault;
}
