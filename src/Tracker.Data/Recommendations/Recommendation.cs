using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Data.Storage;
using Tracker.Data.Themes;
using Tracker.Data.Workshops;

namespace Tracker.Data.Recommendations;

internal sealed class Recommendation : IRecorded, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code
    {
        get;
        init
        {
            field = value;
            SortCode = RecommendationCode.SortKeyOf(value);
        }
    }

    /// <summary>The code with its number padded: what lists are sorted by.</summary>
    [NotInHistory]
    public string SortCode { get; private init; } = "";

    [NotInHistory]
    public Guid WorkshopId { get; init; }
    public Workshop? Workshop { get; init; }
    public RecommendationKind Kind { get; set; }
    public string? TitleFr { get; set; }
    public string? TitleEn { get; set; }
    public string? TextFr { get; set; }
    public string? TextEn { get; set; }
    public string? SourceQuote { get; set; }
    public required string ThemeCode { get; set; }

    /// <summary>Its theme's place among the themes, kept by the store: an order of the list that an index can follow.</summary>
    [NotInHistory]
    public int ThemeOrder { get; set; }
    public Theme? Theme { get; init; }

    public string? LeadCode { get; set; }
    public LeadStanding LeadStanding { get; set; }
    public Acceptance Acceptance { get; set; }
    public ImplementationStatus Status { get; set; }

    /// <summary>Why the status is what it is, where the last move asked for a reason.</summary>
    public string? StatusReason { get; set; }

    [NotInHistory]
    public DateOnly StatusSince { get; set; }
    public int? Percent { get; set; }
    public DateOnly? DueDate { get; set; }

    /// <summary>In the place of one due date, for what is to be done again and again.</summary>
    public Frequency? Frequency { get; set; }
    public DateOnly? ReviewDate { get; set; }

    /// <summary>Which part was accepted, or why none was: the lead's own words.</summary>
    public string? AnswerReason { get; set; }

    [NotInHistory]
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>What the lead declared done, in short.</summary>
    public string? Summary { get; set; }
    public DateOnly? CompletedOn { get; set; }

    /// <summary>How it was closed by its verifier; null while it is open.</summary>
    public ClosureOutcome? ClosureOutcome { get; set; }

    /// <summary>Its declaration came back, and nothing was heard of it since.</summary>
    [NotInHistory]
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>What holds it up, by its last update.</summary>
    public string? BlockedBy { get; set; }
    public string? BlockedByWhom { get; set; }

    [NotInHistory]
    public Guid? ReplacedById { get; set; }
    public Recommendation? ReplacedBy { get; set; }

    [NotInHistory]
    public DateOnly? LastUpdateOn { get; set; }

    public Publication Publication { get; set; }

    [NotInHistory]
    public DateOnly? PublishedOn { get; set; }
    public string? ArchiveReason { get; set; }

    /// <summary>Entered in the state it was found in, by an import: that state was no move, and asked for no evidence.</summary>
    public bool RecordedAsFound { get; set; }

    public List<RecommendationSupport> Supporting { get; } = [];
    public List<RecommendationPlace> Places { get; } = [];
    public List<RecommendationFrameworkEntry> FrameworkEntries { get; } = [];
    public List<RecommendationPeriod> Periods { get; } = [];

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime ChangedAt { get; set; }

    /// <summary>Folded titles, so that lists sort alike on both databases and Émigration stands before Zone.</summary>
    [NotInHistory]
    public string SortTitleFr { get; set; } = "";

    [NotInHistory]
    public string SortTitleEn { get; set; } = "";

    /// <summary>
    /// Computed by the database from the columns beside them, so that every order of the list can be read from an index:
    /// what has no value stands last, and states stand in the order of the vocabulary.
    /// </summary>
    [NotInHistory]
    public int StatusRank { get; private init; }

    [NotInHistory]
    public int AcceptanceRank { get; private init; }

    [NotInHistory]
    public int LeadMissing { get; private init; }

    [NotInHistory]
    public int DueMissing { get; private init; }

    [NotInHistory]
    public int PercentMissing { get; private init; }

    [NotInHistory]
    public int UpdateMissing { get; private init; }

    [NotInHistory]
    public long Version { get; set; }

    public Bilingual Title => new(TitleFr, TitleEn);

    /// <summary>What the rules ask of the row; the supporting organisations as far as they are loaded.</summary>
    public RecommendationFacts Facts =>
        new(Publication, Acceptance, Status, LeadCode)
        {
            Supporting = [.. Supporting.Where(s => s.To is null).Select(s => s.OrganisationCode)],
        };

    public FlagFacts FlagFacts =>
        new(Status, Acceptance, DueDate, ReviewDate, LastUpdateOn, PublishedOn, StatusSince);

    string IRecorded.HistoryKind => "recommendation";
    string IRecorded.HistorySubject => Code;

    public void MoveTo(ImplementationStatus status, DateOnly today)
    {
        if (Status != status)
        {
            Status = status;
            StatusSince = today;
        }
    }

    public void Write(RecommendationEntry entry)
    {
        Kind = entry.Kind!.Value;
        TitleFr = Typed.Of(entry.Title.Fr);
        TitleEn = Typed.Of(entry.Title.En);
        TextFr = Typed.Of(entry.Text.Fr);
        TextEn = Typed.Of(entry.Text.En);
        SourceQuote = Typed.Of(entry.SourceQuote);
        ThemeCode = entry.ThemeCode!;
        SortTitleFr = SortKeyOf(Language.Fr);
        SortTitleEn = SortKeyOf(Language.En);
    }

    /// <summary>A suggestion the organisation has not heard of yet: never undoes a confirmed lead.</summary>
    public void ProposeLead(string? organisation)
    {
        if (LeadStanding != LeadStanding.Confirmed)
        {
            LeadCode = string.IsNullOrEmpty(organisation) ? null : organisation;
            LeadStanding = LeadCode is null ? LeadStanding.None : LeadStanding.Proposed;
        }
    }

    /// <summary>The coordinator's decision. Another lead has its own answer to give.</summary>
    public void Assign(string? organisation)
    {
        var lead = string.IsNullOrEmpty(organisation) ? null : organisation;
        if (lead != LeadCode)
        {
            Acceptance = Acceptance.UnderConsideration;
            AnswerReason = null;
            AnsweredOn = null;
        }
        LeadCode = lead;
        LeadStanding = lead is null ? LeadStanding.None : LeadStanding.Confirmed;
    }

    private string SortKeyOf(Language language)
    {
        var folded = Folding.Fold(Title.In(language).Text);
        return folded.Length > 200 ? folded[..200] : folded;
    }
}
