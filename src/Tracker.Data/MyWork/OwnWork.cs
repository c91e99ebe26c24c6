using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.MyWork;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.MyWork;

/// <summary>The published recommendations of the actor's organisations, read by the index of leads.</summary>
internal sealed class OwnWork(TrackerContext context, Actor actor, DateOnly today)
{
    private readonly List<string> _organisations = [.. actor.Organisations];

    public Actor Actor => actor;
    public DateOnly Today => today;

    public IQueryable<Recommendation> Led() =>
        Published()
            .Where(r => r.LeadMissing == 0 && EF.Parameter(_organisations).Contains(r.LeadCode!));

    /// <summary>As the list filtered by supporting organisation counts them.</summary>
    public IQueryable<Recommendation> Supported() =>
        Published()
            .Where(r =>
                r.Supporting.Any(s =>
                    s.To == null && EF.Parameter(_organisations).Contains(s.OrganisationCode)
                )
            );

    /// <summary>Of these, what a focal point may still contribute to.</summary>
    public IQueryable<Recommendation> SupportedOpen() =>
        Open(Supported()).Where(_ => actor.Role == Role.FocalPoint);

    public Task<List<OwedFacts>> OpenAsync(int most, CancellationToken cancellation) =>
        Open(Led())
            .OrderBy(r => r.SortCode)
            .Take(most)
            .Select(r => new OwedFacts
            {
                Id = r.Id,
                SortCode = r.SortCode,
                LeadCode = r.LeadCode,
                Acceptance = r.Acceptance,
                Status = r.Status,
                DueDate = r.DueDate,
                ReviewDate = r.ReviewDate,
                LastUpdateOn = r.LastUpdateOn,
                PublishedOn = r.PublishedOn,
                StatusSince = r.StatusSince,
                ReturnedOn = r.ReturnedOn,
            })
            .ToListAsync(cancellation);

    public async Task<Dictionary<Guid, OwedWords>> WordsAsync(
        List<Guid> ids,
        CancellationToken cancellation
    ) =>
        ids.Count == 0
            ? []
            : await context
                .Recommendations.Where(r => ids.Contains(r.Id))
                .Select(r => new OwedWords(r.Id, r.Code, r.Version, r.TitleFr, r.TitleEn))
                .ToDictionaryAsync(w => w.Id, cancellation);

    public Task<List<LinkedRecommendation>> SupportingAsync(
        int most,
        CancellationToken cancellation
    ) =>
        SupportedOpen()
            .OrderBy(r => r.SortCode)
            .Take(most)
            .Select(r => new LinkedRecommendation(r.Code, new Bilingual(r.TitleFr, r.TitleEn)))
            .ToListAsync(cancellation);

    private IQueryable<Recommendation> Published() =>
        context
            .Recommendations.AsNoTracking()
            .VisibleTo(actor)
            .Where(r => r.Publication == Publication.Published);

    private static IQueryable<Recommendation> Open(IQueryable<Recommendation> all) =>
        all.Where(r =>
            r.Acceptance != Acceptance.NotAccepted
            && r.Status != ImplementationStatus.Verified
            && r.Status != ImplementationStatus.NoLongerApplicable
        );
}

internal sealed record OwedWords(
    Guid Id,
    string Code,
    long Version,
    string? TitleFr,
    string? TitleEn
);

/// <summary>What a recommendation is judged by.</summary>
internal sealed class OwedFacts
{
    public Guid Id { get; init; }
    public required string SortCode { get; init; }
    public string? LeadCode { get; init; }
    public Acceptance Acceptance { get; init; }
    public ImplementationStatus Status { get; init; }
    public DateOnly? DueDate { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public DateOnly StatusSince { get; init; }
    public DateOnly? ReturnedOn { get; init; }

    private FlagFacts Flags =>
        new(Status, Acceptance, DueDate, ReviewDate, LastUpdateOn, PublishedOn, StatusSince);

    public WorkSection? SectionOn(DateOnly today) => WorkRules.SectionOf(Flags, ReturnedOn, today);

    public DateOnly SinceOf(WorkSection section) => WorkRules.SinceOf(section, Flags, ReturnedOn);

    public OwedRow ToRow(WorkSection section, OwedWords words, OwnWork own) =>
        new()
        {
            Code = words.Code,
            Version = words.Version,
            Title = new Bilingual(words.TitleFr, words.TitleEn),
            Status = Status,
            Acceptance = Acceptance,
            Flags = FlagRules.Of(Flags, own.Today),
            DueDate = DueDate,
            Since = SinceOf(section),
            Deeds = AccessRules.Allowed(
                own.Actor,
                new RecommendationFacts(Publication.Published, Acceptance, Status, LeadCode)
            ),
        };
}
