using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>The changes of evidence within a write; the recommendation is loaded and the deed allowed.</summary>
internal static class EvidenceWriting
{
    /// <param name="file">Null where the entry's link is attached.</param>
    public static async Task<Outcome> AttachAsync(
        Write write,
        Recommendation item,
        EvidenceEntry entry,
        Guid? replaces,
        ReceivedFile? file,
        CancellationToken cancellation
    )
    {
        EvidenceItem? before = null;
        if (replaces is { } replaced)
        {
            (before, var end) = await PresentAsync(write, item, replaced, cancellation);
            if (before is null)
            {
                return end!;
            }
            if (!EvidenceRules.MayTakeBack(write.Actor, before.OrganisationCode))
            {
                return new Outcome.Refused(Refusal.CoordinationOnly);
            }
        }
        var speaker = before?.OrganisationCode ?? EvidenceRules.SpeakerOf(write.Actor, item.Facts);
        if (speaker is null)
        {
            return new Outcome.Refused(Refusal.NoLead);
        }
        var faults = entry.Check(write.Today, file is not null).ToList();
        if (file is not null && await RoomAsync(write, file, speaker, cancellation) is { } full)
        {
            faults.Add(full);
        }
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        var id = Guid.CreateVersion7();
        var onBehalf = !write.Actor.ActsFor(speaker);
        write.Context.Add(
            new EvidenceItem
            {
                Id = id,
                PieceId = before?.PieceId ?? id,
                Number = (before?.Number ?? 0) + 1,
                RecommendationId = item.Id,
                Recommendation = item,
                Kind = entry.Kind!.Value,
                Visibility = entry.Visibility,
                Title = entry.Title!.Trim(),
                Note = Typed.Of(entry.Note),
                DatedOn = entry.DatedOn,
                Address = file is null ? EvidenceEntry.AddressOf(entry.Link!) : null,
                FileName = file?.Name,
                ContentType = file is null ? null : FileKinds.Of(file.Name)!.ContentType,
                Size = file?.Size,
                Sha256 = file?.Sha256,
                StoredAs = file?.StoredAs,
                AuthorId = write.Actor.Id,
                OrganisationCode = speaker,
                OnBehalf = onBehalf,
                At = write.Now,
            }
        );
        if (before is not null)
        {
            before.Replaced = true;
        }
        Touch(write, item, onBehalf ? speaker : null);
        return new Outcome.Done(item.Code);
    }

    public static async Task<Outcome> WithdrawAsync(
        Write write,
        Recommendation item,
        Guid id,
        string? reason,
        CancellationToken cancellation
    )
    {
        var (piece, end) = await PresentAsync(write, item, id, cancellation);
        if (piece is null)
        {
            return end!;
        }
        if (!EvidenceRules.MayTakeBack(write.Actor, piece.OrganisationCode))
        {
            return new Outcome.Refused(Refusal.CoordinationOnly);
        }
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.At("Reason", Fault.ReasonRequired);
        }
        if (reason.Length > EvidenceRules.LongestReason)
        {
            return Outcome.At(
                "Reason",
                Fault.TooLong,
                EvidenceRules.LongestReason.ToString(CultureInfo.InvariantCulture)
            );
        }
        piece.WithdrawnBecause = reason.Trim();
        Touch(write, item, onBehalfOf: null);
        return new Outcome.Done(item.Code);
    }

    public static async Task<Outcome> ShareAsync(
        Write write,
        Recommendation item,
        Guid id,
        EvidenceVisibility to,
        CancellationToken cancellation
    )
    {
        var (piece, end) = await PresentAsync(write, item, id, cancellation);
        if (piece is null)
        {
            return end!;
        }
        if (!EvidenceRules.MayShare(write.Actor, item.Facts))
        {
            return new Outcome.Refused(Refusal.LeadOnly);
        }
        if (!Enum.IsDefined(to))
        {
            return Outcome.At("Visibility", Fault.Unknown);
        }
        piece.Visibility = to;
        if (to == EvidenceVisibility.Internal)
        {
            // Closed is closed: an earlier version must not say what the present one may not.
            var earlier = await write
                .Context.Evidence.Where(e => e.PieceId == piece.PieceId && e.Id != piece.Id)
                .ToListAsync(cancellation);
            earlier.ForEach(e => e.Visibility = to);
        }
        Touch(write, item, onBehalfOf: null);
        return new Outcome.Done(item.Code);
    }

    /// <summary>The version of that id while it stands; one that was replaced or taken back meanwhile is a conflict.</summary>
    private static async Task<(EvidenceItem? Piece, Outcome? End)> PresentAsync(
        Write write,
        Recommendation item,
        Guid id,
        CancellationToken cancellation
    )
    {
        var found = await write.Context.Evidence.SingleOrDefaultAsync(
            e => e.Id == id && e.RecommendationId == item.Id,
            cancellation
        );
        return found is null ? (null, new Outcome.NotFound())
            : found.Counts ? (found, null)
            : (null, new Outcome.Conflict(item.Version, []));
    }

    /// <summary>An upload of one's own that becomes this file is counted as both for a moment: it is taken out.</summary>
    private static async Task<FieldFault?> RoomAsync(
        Write write,
        ReceivedFile file,
        string speaker,
        CancellationToken cancellation
    )
    {
        var isUpload = await write.Context.Uploads.AnyAsync(
            u => u.StoredAs == file.StoredAs,
            cancellation
        );
        return await EvidenceIntake.RoomAsync(
            write.Context,
            file.Limits with
            {
                OfPerson = file.Limits.OfPerson + (isUpload ? file.Size : 0),
            },
            write.Actor.Id,
            speaker,
            file.Size,
            cancellation
        );
    }

    private static void Touch(Write write, Recommendation item, string? onBehalfOf)
    {
        item.ChangedAt = write.Now;
        if (onBehalfOf is not null)
        {
            write.SpeakFor(onBehalfOf, item.Code);
        }
    }
}
