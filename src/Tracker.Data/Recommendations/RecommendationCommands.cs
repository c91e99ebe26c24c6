using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Search;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Recommendations;

/// <summary>Entering, correcting, publishing and archiving recommendations.</summary>
public sealed class RecommendationCommands
{
    private readonly Store _store;
    private readonly IRecommendationSearch _search;

    internal RecommendationCommands(Store store, IRecommendationSearch search) =>
        (_store, _search) = (store, search);

    /// <summary>Enters a draft, and proposes a link where another says nearly the same. Done carries its code.</summary>
    public Task<Outcome> EnterAsync(
        Actor actor,
        RecommendationEntry entry,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.EnterRecommendation,
            async (write, token) =>
            {
                if (AccessRules.ToEnter(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                var workshop = await write.Context.Workshops.SingleOrDefaultAsync(
                    w => w.Code == entry.WorkshopCode,
                    token
                );
                if (workshop is null)
                {
                    return Outcome.At(
                        "Workshop",
                        entry.WorkshopCode.Length == 0 ? Fault.Required : Fault.Unknown
                    );
                }
                var faults = await EntryChecks.FaultsAsync(
                    write.Context,
                    entry,
                    isNew: true,
                    token
                );
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                var item = Enter(entry, workshop, write);
                write.Context.Add(item);
                await NearFinder.ProposeAsync(write, item, _search, token);
                return new Outcome.Done(entry.Code);
            },
            cancellation
        );

    /// <summary>Corrects texts, kind, theme, places and framework entries; in a draft also the proposed lead.</summary>
    public Task<Outcome> CorrectAsync(
        Actor actor,
        string code,
        long version,
        RecommendationEntry entry,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            Deed.CorrectRecommendation,
            code,
            async (write, item, token) =>
            {
                if (item.Version != version)
                {
                    var since = await ChangesSince.ReadAsync(write, item, version, token);
                    entry = EntryMerge.Merge(entry, item, since);
                    if (since.Among(EntryMerge.Beside(entry, item), item.Version) is { } conflict)
                    {
                        return conflict;
                    }
                }
                var fixedEntry = entry with
                {
                    Code = item.Code,
                    WorkshopCode = item.Workshop!.Code,
                };
                var faults = await EntryChecks.FaultsAsync(
                    write.Context,
                    fixedEntry,
                    isNew: false,
                    token
                );
                if (
                    item.Publication == Publication.Draft
                    && item.Supporting.Exists(s =>
                        s.To is null && s.OrganisationCode == entry.ProposedLead
                    )
                )
                {
                    return Outcome.At(
                        "ProposedLead",
                        Fault.LeadAmongSupporting,
                        entry.ProposedLead
                    );
                }
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                item.Write(fixedEntry);
                if (item.Publication == Publication.Draft)
                {
                    item.ProposeLead(entry.ProposedLead);
                }
                Link(write, item, entry, write.Today);
                return Touched(write, item);
            },
            cancellation
        );

    /// <summary>Shows a draft to everybody who follows recommendations.</summary>
    public Task<Outcome> PublishAsync(
        Actor actor,
        string code,
        long version,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            Deed.PublishRecommendation,
            code,
            (write, item, _) =>
            {
                if (item.Version != version)
                {
                    return Task.FromResult<Outcome>(new Conflicts().At(item.Version));
                }
                item.Publication = Publication.Published;
                item.PublishedOn = write.Today;
                return Task.FromResult<Outcome>(Touched(write, item));
            },
            cancellation
        );

    /// <summary>Takes a recommendation out of lists and figures; the record and its history stay.</summary>
    public Task<Outcome> ArchiveAsync(
        Actor actor,
        string code,
        long version,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            Deed.ArchiveRecommendation,
            code,
            (write, item, _) => Task.FromResult(Archive(write, item, version, reason)),
            cancellation
        );

    /// <summary>Loads what the actor may see, asks the rules, then lets the change be made.</summary>
    private Task<Outcome> ChangeAsync(
        Actor actor,
        Deed deed,
        string code,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    ) => _store.ChangeRecommendationAsync(actor, deed, code, change, cancellation);

    private static Outcome Archive(Write write, Recommendation item, long version, string? reason)
    {
        if (item.Version != version)
        {
            return new Conflicts().At(item.Version);
        }
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.At("Reason", Fault.ReasonRequired);
        }
        if (reason.Length > Core.Progress.StatusChangeRules.LongestText)
        {
            return Outcome.At("Reason", Fault.TooLong, "4000");
        }
        item.Publication = Publication.Archived;
        item.ArchiveReason = reason.Trim();
        return Touched(write, item);
    }

    private static Recommendation Enter(RecommendationEntry entry, Workshop workshop, Write write)
    {
        var item = new Recommendation
        {
            Code = entry.Code,
            WorkshopId = workshop.Id,
            Workshop = workshop,
            ThemeCode = entry.ThemeCode!,
            StatusSince = workshop.EndsOn,
            ChangedAt = write.Now,
        };
        item.Write(entry);
        item.ProposeLead(entry.ProposedLead);
        Link(write, item, entry, workshop.EndsOn);
        return item;
    }

    internal static void Link(
        Write write,
        Recommendation item,
        RecommendationEntry entry,
        DateOnly from
    )
    {
        item.Places.Set(
            write.Context,
            entry.Places,
            write.Today,
            code => new RecommendationPlace
            {
                RecommendationId = item.Id,
                Recommendation = item,
                PlaceCode = code,
                From = from,
            }
        );
        item.FrameworkEntries.Set(
            write.Context,
            entry.FrameworkEntries,
            write.Today,
            code => new RecommendationFrameworkEntry
            {
                RecommendationId = item.Id,
                Recommendation = item,
                EntryCode = code,
                From = from,
            }
        );
    }

    private static Outcome.Done Touched(Write write, Recommendation item)
    {
        item.ChangedAt = write.Now;
        return new Outcome.Done(item.Code);
    }
}
