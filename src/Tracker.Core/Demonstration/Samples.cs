using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;

namespace Tracker.Core.Demonstration;

/// <summary>An invented workshop with what it recommended.</summary>
/// <param name="Number">From one; the beginning of its code.</param>
/// <param name="Source">Says that it is a sample, and of which seed.</param>
public sealed record SampleWorkshop(
    int Number,
    string Code,
    EventType Type,
    Bilingual Name,
    Bilingual Theme,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string PlaceCode,
    IReadOnlyList<string> Organisers,
    IReadOnlyList<string> Funders,
    string Source,
    IReadOnlyList<SampleRecommendation> Recommendations
);

/// <summary>A recommendation and its story: how it began on the workshop's last day, and what changed since.</summary>
public sealed record SampleRecommendation
{
    public required string Code { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required Bilingual Title { get; init; }
    public required Bilingual Text { get; init; }
    public required string ThemeCode { get; init; }
    public string? LeadCode { get; init; }
    public required IReadOnlyList<string> Supporting { get; init; }
    public required IReadOnlyList<string> Places { get; init; }
    public required IReadOnlyList<string> FrameworkEntries { get; init; }

    /// <summary>Null for a draft.</summary>
    public DateOnly? PublishedOn { get; init; }
    public required SampleState Beginning { get; init; }

    /// <summary>In the order of their days, each on a day of its own, none in the future.</summary>
    public required IReadOnlyList<SampleAct> Acts { get; init; }

    public SampleState Present => Acts.Count > 0 ? Acts[^1].After : Beginning;
}

/// <summary>What changes in the course of a recommendation's life.</summary>
public readonly record struct SampleState(
    LeadStanding LeadStanding,
    Acceptance Acceptance,
    ImplementationStatus Status,
    int? Percent,
    DateOnly? DueDate,
    DateOnly? ReviewDate,
    string? StatusReason
);

/// <summary>One thing that somebody did.</summary>
/// <param name="Reason">Why a date moved.</param>
public sealed record SampleAct(
    DateOnly Day,
    Deed Deed,
    SampleState After,
    SampleUpdate? Update = null,
    string? Reason = null
);

public sealed record SampleUpdate(string Text, Language Language);
