namespace Tracker.Core.Verification;

/// <summary>How a closed recommendation ended. Source: status_vocabulary.csv, closure_outcome.</summary>
public enum ClosureOutcome
{
    FullyImplemented,
    PartiallyImplemented,
}

/// <summary>What the examination of a declaration came to.</summary>
public enum VerificationResult
{
    Verified,
    Returned,
}
