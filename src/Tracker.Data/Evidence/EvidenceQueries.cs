using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Recommendations;
using Tracker.Data.History;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>The evidence that its reader may see, and its files.</summary>
public sealed class EvidenceQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly EvidenceFolder _folder;

    internal EvidenceQueries(Contexts contexts, ProgrammeClock clock, EvidenceFolder folder) =>
        (_contexts, _clock, _folder) = (contexts, clock, folder);

    /// <summary>The pieces of a recommendation, the newest first; none where the actor may not know of it.</summary>
    public async Task<IReadOnlyList<EvidencePiece>> OfRecommendationAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var item = await context
            .Recommendations.AsNoTracking()
            .Include(r => r.Supporting.Where(s => s.To == null))
            .VisibleTo(actor)
            .SingleOrDefaultAsync(r => r.Code == code, cancellation);
        if (item is null)
        {
            return [];
        }
        var rows = await context
            .Evidence.AsNoTracking()
            .Where(e => e.RecommendationId == item.Id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Select(e => new ReadEvidence(
                e,
                context
                    .PersonNames.Where(p => p.PersonId == e.AuthorId)
                    .Select(p => p.Name)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancellation);
        var labels = await OrganisationLabels.OnAsync(
            context,
            rows.Select(r => r.Row.OrganisationCode),
            _clock.Today,
            cancellation
        );
        var facts = item.Facts;
        return
        [
            .. rows.GroupBy(r => r.Row.PieceId)
                .Select(piece => Compose(actor, facts, [.. piece], labels))
                .OfType<EvidencePiece>(),
        ];
    }

    /// <summary>
    /// A file to be read, by the id of its version; null where there is none, it is a link, or the actor may not see it.
    /// Its bytes are compared with their hash first, so that what was damaged is never handed out.
    /// </summary>
    public async Task<EvidenceFile?> OpenAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var found = await context
            .Evidence.AsNoTracking()
            .Where(e => e.Id == id && e.StoredAs != null)
            .SelectMany(
                e =>
                    context.Recommendations.VisibleTo(actor).Where(r => r.Id == e.RecommendationId),
                (e, r) =>
                    new
                    {
                        Row = e,
                        r.Code,
                        r.LeadCode,
                        Withdrawn = context.Evidence.Any(other =>
                            other.PieceId == e.PieceId && other.WithdrawnBecause != null
                        ),
                    }
            )
            .SingleOrDefaultAsync(cancellation);
        if (
            found is null
            || !IsSeen(actor, found.Row)
            || (found.Withdrawn && !EvidenceRules.SeesWithdrawn(actor, found.LeadCode))
        )
        {
            return null;
        }
        var row = found.Row;
        return new EvidenceFile(
            row.Id,
            found.Code,
            row.Title,
            row.FileName!,
            row.ContentType!,
            row.Size!.Value,
            await UnchangedAsync(row, cancellation)
        );
    }

    private async Task<Stream?> UnchangedAsync(EvidenceItem row, CancellationToken cancellation)
    {
        var content = _folder.Open(row.StoredAs!);
        if (content is null)
        {
            return null;
        }
        var isSame = false;
        try
        {
            isSame =
                content.Length == row.Size
                && await Bytes.HashAsync(content, cancellation) == row.Sha256;
            return isSame ? content : null;
        }
        catch (IOException)
        {
            // A disk that cannot read them has lost them as well.
            return null;
        }
        finally
        {
            if (!isSame)
            {
                await content.DisposeAsync();
            }
        }
    }

    /// <summary>Null where nothing of it is for this reader.</summary>
    private static EvidencePiece? Compose(
        Actor actor,
        RecommendationFacts facts,
        List<ReadEvidence> versions,
        IReadOnlyDictionary<string, OrganisationLabel> labels
    )
    {
        var newest = versions.MaxBy(v => v.Row.Number)!.Row;
        var withdrawn = newest.WithdrawnBecause;
        var seen = versions
            .Where(v => IsSeen(actor, v.Row))
            .OrderByDescending(v => v.Row.Number)
            .Select(v => Version(v, labels, People.NamesShownTo(actor)))
            .ToList();
        if (
            !IsSeen(actor, newest)
            || (withdrawn is not null && !EvidenceRules.SeesWithdrawn(actor, facts.Lead))
        )
        {
            return null;
        }
        var stands = withdrawn is null;
        var mayAttach = AccessRules.On(actor, Deed.AttachEvidence, facts) is null;
        var mayChange = AccessRules.On(actor, EvidenceRules.DeedOf(actor, facts), facts) is null;
        var mayTakeBack = EvidenceRules.MayTakeBack(actor, newest.OrganisationCode);
        return new EvidencePiece
        {
            Current = seen[0],
            Earlier = seen[1..],
            WithdrawnBecause = withdrawn,
            MayReplace = stands && mayAttach && mayTakeBack,
            MayWithdraw = stands && mayChange && mayTakeBack,
            MayShare = stands && mayChange && EvidenceRules.MayShare(actor, facts),
        };
    }

    private static bool IsSeen(Actor actor, EvidenceItem version) =>
        version.Visibility == EvidenceVisibility.Shared || AccessRules.SeesInternalEvidence(actor);

    private static EvidenceVersion Version(
        ReadEvidence read,
        IReadOnlyDictionary<string, OrganisationLabel> labels,
        bool namesShown
    ) =>
        new(
            read.Row.Id,
            read.Row.Number,
            read.Row.Kind,
            read.Row.Title,
            read.Row.Note,
            read.Row.DatedOn,
            read.Row.Visibility,
            labels[read.Row.OrganisationCode],
            read.Row.OnBehalf,
            namesShown ? read.Author : null,
            read.Row.At,
            read.Row.Address,
            read.Row.FileName,
            read.Row.Size
        );

    private sealed record ReadEvidence(EvidenceItem Row, string? Author);
}
