namespace Tracker.Core.Recommendations;

/// <summary>The lead's answer: an axis of its own. Source: status_vocabulary.csv.</summary>
public enum Acceptance
{
    UnderConsideration,
    Accepted,
    PartiallyAccepted,
    NotAccepted,
}

/// <summary>Where implementation stands. Source: status_vocabulary.csv.</summary>
public enum ImplementationStatus
{
    NotStarted,
    InProgress,
    Implemented,
    Verified,
    Deferred,
    NoLongerApplicable,
}

/// <summary>Reported as a recommendation by the source, or stated as a priority by a speaker.</summary>
public enum RecommendationKind
{
    Explicit,
    Derived,
}

/// <summary>A lead is nobody, a proposal, or confirmed by the coordinator or by its own answer.</summary>
public enum LeadStanding
{
    None,
    Proposed,
    Confirmed,
}

/// <summary>Where a recommendation stands between the coordinator's desk and everybody's list.</summary>
public enum Publication
{
    Draft,
    Published,
    Archived,
}
