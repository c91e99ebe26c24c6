using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Dashboard;
using Tracker.Core.Evidence;
using Tracker.Core.Progress;
using Tracker.Core.Publishing;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Dashboard;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Publishing;

/// <summary>Reads a workshop as it is published on a day: the columns named here and no others.</summary>
internal sealed class PublishedReading(TrackerContext context, ProgrammeClock clock, DateOnly? asOf)
{
    private DateOnly Day => asOf ?? clock.Today;

    public async Task<PublishedWorkshop> WorkshopAsync(
        Workshop workshop,
        CancellationToken cancellation
    )
    {
        var rows = await RowsAsync(workshop, cancellation);
        var labels = await OrganisationLabels.OnAsync(
            context,
            rows.Select(r => r.LeadCode).Concat(workshop.Funders.Select(f => f.OrganisationCode)),
            Day,
            cancellation
        );
        var themes = await context
            .Themes.OrderBy(t => t.SortOrder)
            .Select(t => new
            {
                t.Code,
                t.NameFr,
                t.NameEn,
            })
            .ToListAsync(cancellation);
        var names = themes.ToDictionary(t => t.Code, t => new Bilingual(t.NameFr, t.NameEn));
        var evidence = await EvidenceAsync(rows, cancellation);
        var said = await LastSaidAsync(rows, cancellation);
        var published = rows.Select(r =>
                r.ToPublished(
                    Day,
                    names[r.ThemeCode],
                    r.LeadCode is null ? null : labels[r.LeadCode],
                    [.. evidence[r.Id]],
                    said.GetValueOrDefault(r.Id)
                )
            )
            .ToList();
        var groups = new Groups<string>();
        published.ForEach(r => groups.Add(r.ThemeCode, r.Status, r.Flags.HasFlag(Flags.Overdue)));
        var place = await context
            .Places.Where(p => p.Code == workshop.PlaceCode)
            .Select(p => new { p.NameFr, p.NameEn })
            .SingleOrDefaultAsync(cancellation);
        return new PublishedWorkshop
        {
            Code = workshop.Code,
            Name = new Bilingual(workshop.NameFr, workshop.NameEn),
            StartsOn = workshop.StartsOn,
            EndsOn = workshop.EndsOn,
            Place = place is null ? default : new Bilingual(place.NameFr, place.NameEn),
            Funders = [.. workshop.Funders.Select(f => labels[f.OrganisationCode])],
            Day = Day,
            Measures = Measures.Of(rows.Select(r => r.ToFigure()), Day),
            ByTheme =
            [
                .. themes
                    .Select(t => groups.Tally(new Core.Lists.Choice(t.Code, names[t.Code]), t.Code))
                    .Where(t => t.Total > 0),
            ],
            Recommendations = published,
        };
    }

    private async Task<List<ReadPublished>> RowsAsync(
        Workshop workshop,
        CancellationToken cancellation
    ) =>
        await PublicQueries
            .Published(context, asOf)
            .Where(s => s.WorkshopId == workshop.Id)
            .OrderBy(s => s.Item.SortCode)
            .Select(s => new ReadPublished
            {
                Id = s.Id,
                Code = s.Item.Code,
                Kind = s.Kind,
                TitleFr = s.Item.TitleFr,
                TitleEn = s.Item.TitleEn,
                TextFr = s.Item.TextFr,
                TextEn = s.Item.TextEn,
                ThemeCode = s.ThemeCode,
                LeadCode = s.LeadCode,
                LeadStanding = s.LeadStanding,
                Acceptance = s.Acceptance,
                // Reasons are kept as they are today: of an earlier state they say nothing.
                AnswerReason = s.Item.Acceptance == s.Acceptance ? s.Item.AnswerReason : null,
                Status = s.Status,
                StatusSince = s.StatusSince,
                StatusReason = s.Item.StatusSince == s.StatusSince ? s.Item.StatusReason : null,
                Outcome = s.ClosureOutcome,
                Percent = s.Percent,
                DueDate = s.DueDate,
                Frequency = s.Item.Frequency,
                ReviewDate = s.ReviewDate,
                LastUpdateOn = s.LastUpdateOn,
                PublishedOn = s.PublishedOn,
                ReplacedBy =
                    s.Item.StatusSince == s.StatusSince
                    && s.Item.ReplacedBy!.Publication == Publication.Published
                        ? s.Item.ReplacedBy.Code
                        : null,
            })
            .ToListAsync(cancellation);

    private async Task<ILookup<Guid, ShownEvidence>> EvidenceAsync(
        List<ReadPublished> rows,
        CancellationToken cancellation
    )
    {
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var end = clock.StartOf(Day.AddDays(1));
        var shared = await context
            .Evidence.Where(e =>
                EF.Parameter(ids).Contains(e.RecommendationId)
                && e.Visibility == EvidenceVisibility.Shared
                && !e.Replaced
                && e.WithdrawnBecause == null
                && e.At < end
            )
            .OrderByDescending(e => e.At)
            .Select(e => new
            {
                e.RecommendationId,
                e.Id,
                e.Kind,
                e.Title,
                e.Address,
            })
            .ToListAsync(cancellation);
        return shared.ToLookup(
            e => e.RecommendationId,
            e => new ShownEvidence(e.Id, e.Kind, e.Title, e.Address)
        );
    }

    /// <summary>The lead's latest words on what is late.</summary>
    private async Task<Dictionary<Guid, string>> LastSaidAsync(
        List<ReadPublished> rows,
        CancellationToken cancellation
    )
    {
        List<Guid> late =
        [
            .. rows.Where(r => r.ToFigure().FlagsOn(Day).HasFlag(Flags.Overdue)).Select(r => r.Id),
        ];
        var end = clock.StartOf(Day.AddDays(1));
        var said = await context
            .ProgressUpdates.Where(u =>
                EF.Parameter(late).Contains(u.RecommendationId)
                && u.Kind == UpdateKind.Update
                && !u.Withdrawn
                && !u.NothingNew
                && u.At < end
            )
            .Select(u => new
            {
                u.RecommendationId,
                u.At,
                u.Text,
            })
            .ToListAsync(cancellation);
        return said.GroupBy(s => s.RecommendationId)
            .ToDictionary(g => g.Key, g => g.MaxBy(s => s.At)!.Text);
    }
}

/// <summary>A published row on its way from the database.</summary>
internal sealed class ReadPublished
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public RecommendationKind Kind { get; init; }
    public string? TitleFr { get; init; }
    public string? TitleEn { get; init; }
    public string? TextFr { get; init; }
    public string? TextEn { get; init; }
    public required string ThemeCode { get; init; }
    public string? LeadCode { get; init; }
    public LeadStanding LeadStanding { get; init; }
    public Acceptance Acceptance { get; init; }
    public string? AnswerReason { get; init; }
    public ImplementationStatus Status { get; init; }
    public DateOnly StatusSince { get; init; }
    public string? StatusReason { get; init; }
    public ClosureOutcome? Outcome { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }
    public Frequency? Frequency { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? ReplacedBy { get; init; }

    public FigureRow ToFigure() =>
        new()
        {
            Kind = Kind,
            Acceptance = Acceptance,
            Status = Status,
            StatusSince = StatusSince,
            Closure = Outcome,
            Theme = ThemeCode,
            Lead = LeadCode,
            Standing = LeadStanding,
            DueDate = DueDate,
            ReviewDate = ReviewDate,
            LastUpdateOn = LastUpdateOn,
            PublishedOn = PublishedOn,
        };

    public PublishedRecommendation ToPublished(
        DateOnly day,
        Bilingual theme,
        OrganisationLabel? lead,
        IReadOnlyList<ShownEvidence> evidence,
        string? said
    ) =>
        new()
        {
            Code = Code,
            Kind = Kind,
            Title = new Bilingual(TitleFr, TitleEn),
            Text = new Bilingual(TextFr, TextEn),
            ThemeCode = ThemeCode,
            Theme = theme,
            Lead = lead,
            LeadStanding = LeadStanding,
            Acceptance = Acceptance,
            AnswerReason = AnswerReason,
            Status = Status,
            StatusSince = StatusSince,
            StatusReason = StatusReason,
            Outcome = Outcome,
            Percent = Percent,
            DueDate = DueDate,
            Frequency = Frequency,
            ReviewDate = ReviewDate,
            LastUpdateOn = LastUpdateOn,
            PublishedOn = PublishedOn,
            LastSaid = said,
            ReplacedBy = ReplacedBy,
            Flags = ToFigure().FlagsOn(day),
            Evidence = evidence,
        };
}
