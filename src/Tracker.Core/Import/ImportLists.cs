using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>What the tracker knows, for a file to be understood against.</summary>
public sealed record ImportLists
{
    public required IReadOnlyList<ImportTheme> Themes { get; init; }

    /// <summary>Former names too.</summary>
    public required IReadOnlyList<ImportOrganisation> Organisations { get; init; }
    public required IReadOnlyList<ImportPlace> Places { get; init; }

    /// <summary>Codes of framework entries: SDG-10.7, GCM-11.</summary>
    public required IReadOnlyList<string> FrameworkEntries { get; init; }

    public required IReadOnlyList<ImportWorkshop> Workshops { get; init; }
    public required IReadOnlyList<ImportedBefore> Recommendations { get; init; }
}

public sealed record ImportTheme(string Code, string NameFr, string NameEn);

/// <param name="EndsOn">Its last day.</param>
public sealed record ImportWorkshop(string Code, Bilingual Name, DateOnly EndsOn);

/// <param name="Acronym">All forms of all times, with " / " between them.</param>
/// <param name="Names">In both languages, of all times.</param>
public sealed record ImportOrganisation(
    string Code,
    string? Acronym,
    IReadOnlyList<string> Names,
    bool CanLead
);

/// <param name="ValidTo">The last day on which it existed.</param>
public sealed record ImportPlace(
    string Code,
    string NameFr,
    string NameEn,
    string Level,
    DateOnly? ValidFrom,
    DateOnly? ValidTo
);

/// <summary>A recommendation that is there already, as far as a file can change it.</summary>
public sealed record ImportedBefore
{
    public required string Code { get; init; }
    public required string Workshop { get; init; }
    public RecommendationKind Kind { get; init; }
    public Bilingual Title { get; init; }
    public Bilingual Text { get; init; }
    public required string Theme { get; init; }
    public string? Lead { get; init; }
    public IReadOnlyList<string> Supporting { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<string> FrameworkEntries { get; init; } = [];
    public DateOnly? DueDate { get; init; }
    public ImplementationStatus Status { get; init; }

    /// <summary>Taken out of lists and figures: nothing of it can be changed.</summary>
    public bool IsArchived { get; init; }
    public int? Percent { get; init; }
}
