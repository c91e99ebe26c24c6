using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Seed;

/// <summary>The reference data and the Kayes workshop as read from the files of the domain pack.</summary>
public sealed record DomainPack
{
    public required IReadOnlyList<PackOrganisation> Organisations { get; init; }
    public required IReadOnlyList<PackPlace> Places { get; init; }
    public required IReadOnlyList<PackTheme> Themes { get; init; }
    public required IReadOnlyList<PackFramework> Frameworks { get; init; }
    public required IReadOnlyList<PackCause> BlockerCauses { get; init; }

    /// <summary>Empty when only the reference data is loaded.</summary>
    public IReadOnlyList<PackWorkshop> Workshops { get; init; } = [];
    public IReadOnlyList<PackRecommendation> Recommendations { get; init; } = [];
}

/// <param name="Kind">government, local_authority, diaspora_organisation, civil_society, un, regional_body, donor.</param>
public sealed record PackOrganisation(
    string Code,
    string Kind,
    string? ParentCode,
    bool CanLead,
    IReadOnlyList<PackName> Names
);

/// <summary>A name and the days on which it held; both ends inclusive, null for open.</summary>
public sealed record PackName(
    Bilingual Name,
    string? Acronym,
    DateOnly? ValidFrom,
    DateOnly? ValidTo
);

/// <param name="Level">country, region, district, cercle or scope.</param>
public sealed record PackPlace(
    string Code,
    string Level,
    string? ParentCode,
    Bilingual Name,
    DateOnly? ValidFrom,
    DateOnly? ValidTo
);

public sealed record PackTheme(string Code, Bilingual Name, Bilingual Description, int SortOrder);

/// <summary>A reason for which work stands still.</summary>
public sealed record PackCause(string Code, Bilingual Name, int SortOrder);

/// <param name="Code">GCM, SDG, MGI, PONAM or INS (regional and continental instruments).</param>
public sealed record PackFramework(
    string Code,
    Bilingual Name,
    IReadOnlyList<PackFrameworkEntry> Entries
);

/// <param name="Level">objective, principle, target, dimension, area, policy, axis, instrument...</param>
/// <param name="FullTitle">The long wording where the source has one.</param>
public sealed record PackFrameworkEntry(
    string Code,
    string Level,
    string? ParentCode,
    Bilingual Name,
    Bilingual FullTitle,
    int SortOrder
);

/// <param name="EventType">workshop, forum, meeting or review.</param>
public sealed record PackWorkshop(
    string Code,
    Bilingual Name,
    string EventType,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? Venue,
    string? PlaceCode,
    IReadOnlyList<string> OrganiserCodes,
    IReadOnlyList<string> FunderCodes,
    Bilingual Theme,
    string? Source
);

public sealed record PackRecommendation(
    string Code,
    string WorkshopCode,
    RecommendationKind Kind,
    Bilingual Title,
    Bilingual Text,
    string ThemeCode,
    string? ProposedLeadCode,
    IReadOnlyList<string> SupportingCodes,
    IReadOnlyList<string> PlaceCodes,
    IReadOnlyList<string> FrameworkEntryCodes
);
