using Tracker.Core.Dashboard;
using Tracker.Core.Evidence;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;

namespace Tracker.Core.Publishing;

/// <summary>
/// A workshop as anybody it is published to may read it. This list of fields is all there is: drafts, comments, people
/// and internal evidence are not left out but absent. Source: DOMAIN.md section 7, SECURITY 1.5.
/// </summary>
public sealed record PublishedWorkshop
{
    public required string Code { get; init; }
    public required Bilingual Name { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public Bilingual Place { get; init; }
    public required IReadOnlyList<OrganisationLabel> Funders { get; init; }

    /// <summary>The day everything describes.</summary>
    public required DateOnly Day { get; init; }
    public required Measures Measures { get; init; }
    public required IReadOnlyList<Tally> ByTheme { get; init; }

    /// <summary>In the order of their codes.</summary>
    public required IReadOnlyList<PublishedRecommendation> Recommendations { get; init; }
}

/// <summary>One published recommendation.</summary>
public sealed record PublishedRecommendation
{
    public required string Code { get; init; }
    public required RecommendationKind Kind { get; init; }
    public required Bilingual Title { get; init; }
    public required Bilingual Text { get; init; }
    public required string ThemeCode { get; init; }
    public required Bilingual Theme { get; init; }
    public OrganisationLabel? Lead { get; init; }
    public required LeadStanding LeadStanding { get; init; }
    public required Acceptance Acceptance { get; init; }

    /// <summary>Which part was accepted, or why none was.</summary>
    public string? AnswerReason { get; init; }
    public required ImplementationStatus Status { get; init; }
    public required DateOnly StatusSince { get; init; }
    public string? StatusReason { get; init; }
    public ClosureOutcome? Outcome { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DueDate { get; init; }
    public Frequency? Frequency { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public DateOnly? LastUpdateOn { get; init; }
    public DateOnly? PublishedOn { get; init; }

    /// <summary>What the lead said last, in its own words; only where it is late.</summary>
    public string? LastSaid { get; init; }
    public string? ReplacedBy { get; init; }
    public required Flags Flags { get; init; }

    /// <summary>Shared evidence alone.</summary>
    public IReadOnlyList<ShownEvidence> Evidence { get; init; } = [];
}

/// <summary>A workshop among those that are published, with its measures of today.</summary>
public sealed record PublishedLine(
    string Code,
    Bilingual Name,
    DateOnly EndsOn,
    IReadOnlyList<OrganisationLabel> Funders,
    Measures Measures
);

/// <summary>The published workshops, and what they come to together.</summary>
/// <param name="Funder">Where only what one funder paid for was asked.</param>
public sealed record PublishedIndex(
    DateOnly Day,
    IReadOnlyList<PublishedLine> Workshops,
    Measures Together,
    OrganisationLabel? Funder
);

/// <summary>A verification, as news.</summary>
/// <param name="At">UTC.</param>
public sealed record PublishedNews(
    string WorkshopCode,
    string Code,
    Bilingual Title,
    OrganisationLabel? Lead,
    ClosureOutcome? Outcome,
    DateOnly On,
    DateTime At
);

/// <summary>A link by which somebody may read a workshop's page. Its address is known only when it is made.</summary>
/// <param name="MadeAt">UTC.</param>
public sealed record SharedLink(
    Guid Id,
    string Purpose,
    DateTime MadeAt,
    DateOnly ExpiresOn,
    bool IsRevoked,
    bool IsExpired
);

/// <summary>Who opens a published page: by what is public, by their own account, or by a link.</summary>
public sealed record PublicReader(Access.Actor Actor, string? Token = null);

/// <summary>What may be asked when a link is made.</summary>
public static class ShareRules
{
    public const int LongestPurpose = 200;

    /// <summary>A link is for a committee, not for ever.</summary>
    public const int MostDays = 366;

    public static IEnumerable<FieldFault> Check(
        string? purpose,
        DateOnly? expiresOn,
        DateOnly today
    )
    {
        if (string.IsNullOrWhiteSpace(purpose))
        {
            yield return new("Purpose", Fault.Required);
        }
        else if (purpose.Trim().Length > LongestPurpose)
        {
            yield return new("Purpose", Fault.TooLong, "200");
        }
        if (expiresOn is not { } day)
        {
            yield return new("ExpiresOn", Fault.Required);
        }
        else if (day < today)
        {
            yield return new("ExpiresOn", Fault.InThePast);
        }
        else if (day > today.AddDays(MostDays))
        {
            yield return new("ExpiresOn", Fault.OutOfRange, "366");
        }
    }
}
