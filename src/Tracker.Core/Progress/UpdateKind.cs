namespace Tracker.Core.Progress;

/// <summary>Who speaks in an update: the lead, or a supporting organisation under it.</summary>
public enum UpdateKind
{
    Update,
    Contribution,
}

/// <summary>How often a commitment that never ends is due. Source: DOMAIN.md section 3.</summary>
public enum Frequency
{
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}
