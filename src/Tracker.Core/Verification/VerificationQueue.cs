using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Verification;

/// <summary>What waits for somebody to look at it, oldest declaration first, and what was never shown.</summary>
/// <param name="Waiting">Declared implemented; also what the reader may not verify, with the reason.</param>
/// <param name="Unshown">Declared or verified without a piece of evidence: claims, mostly from imports.</param>
public sealed record VerificationQueue(
    IReadOnlyList<QueuedDeclaration> Waiting,
    IReadOnlyList<UnshownClaim> Unshown
)
{
    /// <summary>How many of either one page names; beyond it the list of recommendations does.</summary>
    public const int Most = 200;
}

/// <param name="Refusal">Why the reader may not verify it; null where they may.</param>
/// <param name="IsLate">It has waited longer than a declaration may: that counts against the verifier.</param>
public sealed record QueuedDeclaration(
    string Code,
    Bilingual Title,
    OrganisationLabel? Lead,
    DateOnly DeclaredOn,
    int Evidence,
    Refusal? Refusal,
    bool IsLate
);

public sealed record UnshownClaim(
    string Code,
    Bilingual Title,
    OrganisationLabel? Lead,
    ImplementationStatus Status
);
