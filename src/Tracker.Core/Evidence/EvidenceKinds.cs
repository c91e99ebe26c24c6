namespace Tracker.Core.Evidence;

/// <summary>What kind of paper, page or picture shows what was done.</summary>
public enum EvidenceKind
{
    Decree,
    Minutes,
    BudgetLine,
    Report,
    Photo,
    Dataset,
    Other,
}

/// <summary>Who may see a piece of evidence besides those who work on the recommendation.</summary>
public enum EvidenceVisibility
{
    Internal,

    /// <summary>Donors, and the public where an administrator opened the pages.</summary>
    Shared,
}
