using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Verification;

/// <summary>What waits for somebody to look at it, oldest declaration first, and what was never shown.</summary>
/// <param name="Waiting">
/// The first of those declared implemented; what the reader may not verify comes last, with the reason.
/// </param>
/// <param name="WaitingCount">How many are declared in all.</param>
/// <param name="Unshown">
/// The first of those declared or verified without a piece of evidence: claims, mostly from imports.
/// </param>
/// <param name="UnshownCount">How many such claims there are in all.</param>
public sealed record VerificationQueue(
    IReadOnlyList<QueuedDeclaration> Waiting,
    int WaitingCount,
    IReadOnlyList<UnshownClaim> Unshown,
    int UnshownCount
)
{
    /// <summary>How many of either one page names; the list of recommendations names the others.</summary>
    public const int Most = 20;
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
