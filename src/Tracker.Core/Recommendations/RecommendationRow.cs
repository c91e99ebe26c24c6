using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <summary>One line of the list.</summary>
public sealed record RecommendationRow
{
    public required string Code { get; init; }
    public required Bilingual Title { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required Publication Publication { get; init; }
    public required string ThemeCode { get; init; }
    public required Bilingual Theme { get; init; }
    public OrganisationLabel? Lead { get; init; }
    public required LeadStanding LeadStanding { get; init; }
    public required Acceptance Acceptance { get; init; }
    public required ImplementationStatus Status { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary>In the place of one due date, for what never ends.</summary>
    public Frequency? Frequency { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public required DateOnly StatusSince { get; init; }
    public required Flags Flags { get; init; }

    /// <summary>What the reader may do to it: the buttons of the row.</summary>
    public required IReadOnlyList<Deed> Deeds { get; init; }

    /// <summary>As a page of one language shows it: half the words to hand over.</summary>
    public RecommendationRow In(Language language) =>
        this with
        {
            Title = Title.Only(language),
            Theme = Theme.Only(language),
            Lead = Lead is null ? null : Lead with { Name = Lead.Name.Only(language) },
        };
}

/// <summary>An organisation as readers know it: by its acronym where it has one.</summary>
public sealed record OrganisationLabel(string Code, Bilingual Name, string? Acronym)
{
    /// <summary>The acronym, else the name in the reader's language.</summary>
    public string Short(Language language) =>
        Words.Acronym.In(Acronym, language) ?? Name.In(language).Text;
}

/// <summary>One page of the list, complete as the first response shows it.</summary>
/// <param name="Problems">What in the address was left out, to be said above the rows.</param>
/// <param name="Filter">The filter as applied, unknown codes and impossible pages taken out.</param>
public sealed record RecommendationPage(
    RecommendationFilter Filter,
    IReadOnlyList<RecommendationRow> Rows,
    int Total,
    IReadOnlyList<FilterProblem> Problems
)
{
    public int Pages => Math.Max(1, (Total + Filter.Size - 1) / Filter.Size);
}

/// <summary>How many recommendations of a filter carry each status and each flag: the counted links.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Unconfirmed">Those whose lead is only proposed.</param>
/// <param name="Unassigned">Those without a lead.</param>
public sealed record RecommendationCounts(
    int Total,
    IReadOnlyDictionary<ImplementationStatus, int> ByStatus,
    IReadOnlyDictionary<Flags, int> ByFlag,
    int Unconfirmed,
    int Unassigned
);
