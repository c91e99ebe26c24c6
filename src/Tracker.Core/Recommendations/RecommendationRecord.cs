using System.Text.Json.Serialization;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Progress;
using Tracker.Core.Verification;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <summary>Everything known of one recommendation that the reader may see.</summary>
public sealed record RecommendationRecord
{
    public required string Code { get; init; }

    /// <summary>To be sent back with a change, so that a stale save is noticed.</summary>
    public required long Version { get; init; }
    public required string WorkshopCode { get; init; }
    public required Bilingual Workshop { get; init; }
    public required DateOnly WorkshopStart { get; init; }
    public required DateOnly WorkshopEnd { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required Bilingual Title { get; init; }
    public required Bilingual Text { get; init; }
    public string? SourceQuote { get; init; }
    public required string ThemeCode { get; init; }
    public required Bilingual Theme { get; init; }
    public OrganisationLabel? Lead { get; init; }
    public required LeadStanding LeadStanding { get; init; }
    public required IReadOnlyList<OrganisationLabel> Supporting { get; init; }
    public required IReadOnlyList<Choice> Places { get; init; }

    /// <summary>Grouped by the framework's name.</summary>
    public required IReadOnlyList<FrameworkGroup> Frameworks { get; init; }
    public required Acceptance Acceptance { get; init; }
    public required ImplementationStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public required DateOnly StatusSince { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary>Due dates it had before, latest first, with the reason each was moved.</summary>
    public required IReadOnlyList<FormerDueDate> FormerDueDates { get; init; }

    /// <summary>In the place of one due date, for what never ends.</summary>
    public Frequency? Frequency { get; init; }
    public DateOnly? ReviewDate { get; init; }

    /// <summary>Which part was accepted, or why none was.</summary>
    public string? AnswerReason { get; init; }
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>The earlier day it describes; null where it is today's.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Its texts are those of today, and were others then.</summary>
    public bool TextChangedSince { get; init; }

    /// <summary>What the lead declared done.</summary>
    public string? Summary { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public ClosureOutcome? ClosureOutcome { get; init; }

    /// <summary>The day its declaration came back, while nothing was heard since.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>What holds it up by its last update, and who can lift it.</summary>
    public Choice? BlockedBy { get; init; }
    public string? BlockedByWhom { get; init; }

    /// <summary>What took its place, and what it took the place of, as far as the reader may see them.</summary>
    public LinkedRecommendation? ReplacedBy { get; init; }
    public IReadOnlyList<LinkedRecommendation> Replaces { get; init; } = [];

    /// <summary>Those that say nearly the same, as far as the reader may see them; what was refused is left out.</summary>
    public IReadOnlyList<RelatedRecommendation> Related { get; init; } = [];

    /// <summary>Pieces of evidence that count, whoever may see them.</summary>
    public int EvidenceCount { get; init; }

    /// <summary>The examinations of its declarations, latest first.</summary>
    public IReadOnlyList<VerificationLine> Verifications { get; init; } = [];

    /// <summary>A coordinator belongs to the lead organisation.</summary>
    public bool LeadVerifies { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public required Publication Publication { get; init; }
    public string? ArchiveReason { get; init; }
    public required Flags Flags { get; init; }
    public required IReadOnlyList<UpdateLine> Updates { get; init; }

    /// <summary>What the reader may do.</summary>
    public required IReadOnlyList<Deed> Deeds { get; init; }

    /// <summary>Where the reader may take the status.</summary>
    public required IReadOnlyList<OfferedMove> Moves { get; init; }

    /// <summary>The answers the reader may give for the lead.</summary>
    public IReadOnlyList<OfferedAnswer> Answers { get; init; } = [];

    /// <summary>Why the reader may not verify it; null where they may, and while it is not declared.</summary>
    public Refusal? VerifyRefusal { get; init; }

    /// <summary>What the rules ask of it.</summary>
    [JsonIgnore]
    public RecommendationFacts Facts =>
        new(Publication, Acceptance, Status, Lead?.Code)
        {
            Supporting = [.. Supporting.Select(s => s.Code)],
            LeadVerifies = LeadVerifies,
        };

    /// <summary>Why the status is not the reader's to change, where it is not.</summary>
    public Refusal? StatusRefusal { get; init; }
}

/// <summary>A recommendation that says nearly the same: proposed by the program, confirmed by a coordinator.</summary>
public sealed record RelatedRecommendation(string Code, Bilingual Title, LinkStanding Standing);

/// <summary>A framework and the entries a recommendation is linked to.</summary>
public sealed record FrameworkGroup(string Code, Bilingual Name, IReadOnlyList<Choice> Entries);

/// <param name="MovedAt">UTC.</param>
public sealed record FormerDueDate(DateOnly Day, DateTime MovedAt, string? Reason);

/// <summary>A progress update as readers see it.</summary>
/// <param name="Organisation">Who speaks.</param>
/// <param name="At">UTC.</param>
/// <param name="OnBehalf">A coordinator wrote it down for the organisation.</param>
/// <param name="Author">The person, for readers who may see names; else null.</param>
public sealed record UpdateLine(
    OrganisationLabel Organisation,
    DateTime At,
    string Text,
    Language Language,
    ImplementationStatus StatusBefore,
    ImplementationStatus StatusAfter,
    int? Percent,
    bool OnBehalf,
    string? Author
)
{
    public Guid Id { get; init; }
    public UpdateKind Kind { get; init; }

    /// <summary>The quarter it reports on, 2021-Q1; null for what was written before quarters were asked.</summary>
    public string? Period { get; init; }
    public bool NothingNew { get; init; }
    public string? NextStep { get; init; }
    public Bilingual? BlockedBy { get; init; }
    public string? BlockedByWhom { get; init; }

    /// <summary>The update it puts right.</summary>
    public Guid? Corrects { get; init; }
}

/// <summary>Another recommendation that this one names.</summary>
public sealed record LinkedRecommendation(string Code, Bilingual Title);

/// <summary>A declaration was examined.</summary>
/// <param name="At">UTC.</param>
/// <param name="Verifier">The person, for readers who may see names; else null.</param>
public sealed record VerificationLine(
    VerificationResult Result,
    string Note,
    DateOnly DeclaredOn,
    DateTime At,
    OrganisationLabel Organisation,
    string? Verifier
);

/// <summary>Where a record stands in the list its reader came from.</summary>
/// <param name="Position">Counted from one.</param>
public sealed record Neighbours(int Position, int Total, string? Previous, string? Next);
