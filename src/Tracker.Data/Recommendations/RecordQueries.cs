using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.History;
using Tracker.Data.Organisations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>One recommendation with everything around it.</summary>
public sealed class RecordQueries
{
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal RecordQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>The record; null where there is none or the actor may not know of it.</summary>
    public async Task<RecommendationRecord?> FindAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var item = await context
            .Recommendations.AsNoTracking()
            .AsSplitQuery()
            .Include(r => r.Workshop)
            .Include(r => r.Theme)
            .Include(r => r.Supporting.Where(s => s.To == null))
            .Include(r => r.Places.Where(p => p.To == null))
            .Include(r => r.FrameworkEntries.Where(e => e.To == null))
            .VisibleTo(actor)
            .SingleOrDefaultAsync(r => r.Code == code, cancellation);
        return item is null ? null : await ComposeAsync(context, actor, item, cancellation);
    }

    private async Task<RecommendationRecord> ComposeAsync(
        TrackerContext context,
        Actor actor,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var updates = await UpdatesAsync(context, item, cancellation);
        var around = await RecordSurroundings.ReadAsync(context, actor, item, cancellation);
        var facts = await FreshFacts.OfAsync(context, item, cancellation);
        var codes = item.Supporting.Select(s => s.OrganisationCode).Append(item.LeadCode);
        var labels = await OrganisationLabels.OnAsync(
            context,
            codes
                .Concat(updates.Select(u => u.Update.OrganisationCode))
                .Concat(around.Verifications.Select(v => v.Row.OrganisationCode)),
            _clock.Today,
            cancellation
        );
        return new RecommendationRecord
        {
            Code = item.Code,
            Version = item.Version,
            WorkshopCode = item.Workshop!.Code,
            Workshop = new Bilingual(item.Workshop.NameFr, item.Workshop.NameEn),
            WorkshopStart = item.Workshop.StartsOn,
            WorkshopEnd = item.Workshop.EndsOn,
            Kind = item.Kind,
            Title = item.Title,
            Text = new Bilingual(item.TextFr, item.TextEn),
            SourceQuote = item.SourceQuote,
            ThemeCode = item.ThemeCode,
            Theme = new Bilingual(item.Theme!.NameFr, item.Theme.NameEn),
            Lead = item.LeadCode is null ? null : labels[item.LeadCode],
            LeadStanding = item.LeadStanding,
            Supporting =
            [
                .. item
                    .Supporting.Select(s => labels[s.OrganisationCode])
                    .OrderBy(l => Folding.Fold(l.Short(Language.Fr)), StringComparer.Ordinal),
            ],
            Places = await PlacesAsync(context, item, cancellation),
            Frameworks = await FrameworksAsync(context, item, cancellation),
            Acceptance = item.Acceptance,
            Status = item.Status,
            StatusReason = item.StatusReason,
            StatusSince = item.StatusSince,
            Percent = item.Percent,
            DueDate = item.DueDate,
            FormerDueDates = await FormerDueDates.OfAsync(context, item.Code, cancellation),
            Frequency = item.Frequency,
            ReviewDate = item.ReviewDate,
            AnswerReason = item.AnswerReason,
            AnsweredOn = item.AnsweredOn,
            Summary = item.Summary,
            CompletedOn = item.CompletedOn,
            ClosureOutcome = item.ClosureOutcome,
            ReturnedOn = item.ReturnedOn,
            BlockedBy = around.Cause(item.BlockedBy),
            BlockedByWhom = item.BlockedByWhom,
            ReplacedBy = around.ReplacedBy,
            Related = around.Related,
            Replaces = around.Replaces,
            EvidenceCount = around.EvidenceCount,
            Verifications = around.VerificationLines(labels, People.NamesShownTo(actor)),
            LeadVerifies = facts.LeadVerifies,
            LastUpdateOn = item.LastUpdateOn,
            PublishedOn = item.PublishedOn,
            Publication = item.Publication,
            ArchiveReason = item.ArchiveReason,
            Flags = FlagRules.Of(item.FlagFacts, _clock.Today),
            Updates =
            [
                .. updates.Select(u => ToLine(u, around, labels, People.NamesShownTo(actor))),
            ],
            Deeds = AccessRules.Allowed(actor, facts),
            Moves = AccessRules.On(actor, Deed.ChangeStatus, facts) is null
                ? StatusTransitions.For(actor, facts)
                : [],
            Answers = AccessRules.On(actor, Deed.AnswerRecommendation, facts) is null
                ? AcceptanceTransitions.For(actor, facts)
                : [],
            VerifyRefusal =
                item.Status == ImplementationStatus.Implemented
                    ? AccessRules.ToVerify(actor, facts)
                    : null,
            StatusRefusal = AccessRules.On(actor, Deed.ChangeStatus, facts),
        };
    }

    private static async Task<List<ReadUpdate>> UpdatesAsync(
        TrackerContext context,
        Recommendation item,
        CancellationToken cancellation
    ) =>
        await context
            .ProgressUpdates.AsNoTracking()
            .Where(u => u.RecommendationId == item.Id && !u.Withdrawn)
            .OrderByDescending(u => u.At)
            .Select(u => new ReadUpdate(
                u,
                context
                    .PersonNames.Where(p => p.PersonId == u.AuthorId)
                    .Select(p => p.Name)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancellation);

    private static UpdateLine ToLine(
        ReadUpdate read,
        RecordSurroundings around,
        IReadOnlyDictionary<string, OrganisationLabel> labels,
        bool namesShown
    ) =>
        new(
            labels[read.Update.OrganisationCode],
            read.Update.At,
            read.Update.Text,
            read.Update.Language,
            read.Update.StatusBefore,
            read.Update.StatusAfter,
            read.Update.Percent,
            read.Update.OnBehalf,
            namesShown ? read.Author : null
        )
        {
            Id = read.Update.Id,
            Kind = read.Update.Kind,
            Period = read.Update.Period,
            NothingNew = read.Update.NothingNew,
            NextStep = read.Update.NextStep,
            BlockedBy = around.Cause(read.Update.BlockedBy)?.Name,
            BlockedByWhom = read.Update.BlockedByWhom,
            Corrects = read.Update.CorrectsId,
        };

    private static async Task<IReadOnlyList<Choice>> PlacesAsync(
        TrackerContext context,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var codes = item.Places.Select(p => p.PlaceCode).ToList();
        var places = await context
            .Places.AsNoTracking()
            .Where(p => codes.Contains(p.Code))
            .OrderBy(p => p.SortOrder)
            .ToListAsync(cancellation);
        return
        [
            .. places.Select(p => new Choice(
                p.Code,
                new Bilingual(p.NameFr, p.NameEn),
                null,
                p.Level
            )),
        ];
    }

    private static async Task<IReadOnlyList<FrameworkGroup>> FrameworksAsync(
        TrackerContext context,
        Recommendation item,
        CancellationToken cancellation
    )
    {
        var codes = item.FrameworkEntries.Select(e => e.EntryCode).ToList();
        var entries = await context
            .FrameworkEntries.AsNoTracking()
            .Where(e => codes.Contains(e.Code))
            .OrderBy(e => e.SortOrder)
            .ToListAsync(cancellation);
        var frameworks = await context
            .Frameworks.AsNoTracking()
            .OrderBy(f => f.SortOrder)
            .ToListAsync(cancellation);
        return
        [
            .. frameworks
                .Select(f => new FrameworkGroup(
                    f.Code,
                    new Bilingual(f.NameFr, f.NameEn),
                    [
                        .. entries
                            .Where(e => e.FrameworkCode == f.Code)
                            .Select(e => new Choice(e.Code, new Bilingual(e.NameFr, e.NameEn))),
                    ]
                ))
                .Where(g => g.Entries.Count > 0),
        ];
    }

    private sealed record ReadUpdate(Progress.ProgressUpdate Update, string? Author);
}
