using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Workshops;

/// <summary>One line of the list of workshops.</summary>
public sealed record WorkshopRow(
    string Code,
    Bilingual Name,
    EventType Type,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? Venue,
    int Recommendations,
    int Drafts
);

/// <summary>A workshop with its recommendations; drafts and archived ones for those who may see them.</summary>
public sealed record WorkshopRecord(
    string Code,
    long Version,
    Bilingual Name,
    Bilingual Theme,
    EventType Type,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? Venue,
    Choice? Place,
    IReadOnlyList<OrganisationLabel> Organisers,
    IReadOnlyList<OrganisationLabel> Funders,
    string? Source,
    IReadOnlyList<RecommendationRow> Recommendations,
    bool MayEdit
);
